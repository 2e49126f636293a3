/// Numbers in Chinese text: digits, Chinese numerals, 万 and 亿, with the units and qualifiers beside them.
enum ChineseNumbers {
  /// The numbers in order. `近2000亿元` has 2,000 with the power 8, nearly, in yuan; `百分之二十二点六` 22.6 percent.
  static func numbers(in text: String) -> [PrintedNumber] {
    // Full-width digits and signs are the same as narrow ones.
    let scalars = text.unicodeScalars.filter { $0 != " " }.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    var found: [PrintedNumber] = []
    var last: (number: PrintedNumber, end: Int)?
    var index = 0
    while index < scalars.count {
      var reader = Reader(scalars: scalars, position: index)
      guard let number = reader.number(from: index) else {
        found += multiple(in: scalars, at: &index)
        continue
      }
      found.append(number)
      if reader.isMultiple { found += EnglishFractions.change(number.value + 1) }
      if let last, last.end == index - 1, joins.contains(scalars[last.end]),
        let range = PrintedNumber.range(last.number, number)
      {
        found.append(range)
      }
      last = (number, reader.position)
      index = reader.position
    }
    return found
  }

  /// Between the ends of a range.
  private static let joins = Set("-~至到或".unicodeScalars)

  /// `翻一番` is twice as much, `一半` the half; goes on behind it, or by one sign where there is neither.
  private static func multiple(
    in scalars: [Unicode.Scalar], at index: inout Int
  ) -> [PrintedNumber] {
    let words: [(String, Double)] = [
      ("翻一番", 2), ("翻了一番", 2), ("翻两番", 4), ("翻了两番", 4), ("翻番", 2), ("半数", 0.5),
      ("过半", 0.5), ("减半", 0.5),
    ]
    guard
      let (word, times) = words.first(where: { scalars[index...].starts(with: $0.0.unicodeScalars) }
      )
    else {
      index += 1
      return []
    }
    index += word.unicodeScalars.count
    return EnglishFractions.change(times)
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    var position: Int
    /// Whether it is told how many times as much: `三倍`.
    private(set) var isMultiple = false

    private func has(_ word: String, at index: Int) -> Bool {
      scalars[min(index, scalars.count)...].starts(with: word.unicodeScalars)
    }

    private mutating func take(_ words: [String]) -> String? {
      guard let word = words.first(where: { has($0, at: position) }) else { return nil }
      position += word.unicodeScalars.count
      return word
    }

    mutating func number(from start: Int) -> PrintedNumber? {
      var number: PrintedNumber
      var isMore = false
      if take(["百分之"]) != nil {
        let isNegative = take(["负"]) != nil
        guard let value = figure(&isMore) else { return nil }
        number = PrintedNumber(value)
        number.units = [.percent]
        number.isNegative = isNegative
      } else if take(["首"]) != nil {
        number = PrintedNumber(1)
      } else if take(["一半"]) != nil {
        number = EnglishFractions.part(0.5)
      } else if let (low, high) = neighbours() {
        number = PrintedNumber(low)
        number.upper = high
        number.qualifiers = [.about, .exact, .over]
      } else {
        guard let value = figure(&isMore) else { return nil }
        number = PrintedNumber(value)
        let end = position
        if take(["分之"]) != nil, value > 0, let part = figure(&isMore) {
          number = EnglishFractions.part(part / value)
        } else if take(["/"]) != nil, let whole = figure(&isMore), value < whole, whole <= 100 {
          number = EnglishFractions.part(value / whole)
        } else {
          position = end
        }
      }
      if isMore { number.qualifiers = [.over, .atLeast] }
      if take(["成"]) != nil {
        (number.value, number.units) = (number.value * 10, [.percent])
        if take(["半"]) != nil {
          number.value += 5
        } else if position < scalars.count, let ones = ChineseNumbers.digits[scalars[position]] {
          number.value += ones
          position += 1
        }
      }
      if has("倍", at: position) { isMultiple = true }
      if number.units.isEmpty, let (word, unit) = unit() {
        number.units = [unit]
        position += word.unicodeScalars.count
      }
      for (word, qualifiers) in ChineseNumbers.after where has(word, at: position) {
        number.qualifiers += qualifiers
        position += word.unicodeScalars.count
        break
      }
      var first = start
      if first > 0, scalars[first - 1] == "负" || scalars[first - 1] == "-" && !isRange(first - 1) {
        number.isNegative = true
        first -= 1
      }
      for (word, qualifiers) in ChineseNumbers.before where ends(with: word, before: first) {
        number.qualifiers += qualifiers
        first -= word.unicodeScalars.count
        break
      }
      number.isAlone = first == 0 && position == scalars.count
      return number
    }

    /// Whether the hyphen at `index` stands between numbers.
    private func isRange(_ index: Int) -> Bool {
      guard index > 0 else { return false }
      let before = scalars[index - 1]
      return (0x30...0x39).contains(before.value) || before == "%"
        || ChineseNumbers.digits[before] != nil || ChineseNumbers.powers[before] != nil
    }

    /// Two neighbouring numerals for a number between them: 五六十 is 50 to 60.
    private mutating func neighbours() -> (Double, Double)? {
      func numeral(_ index: Int) -> Double? {
        scalars.indices.contains(index) ? ChineseNumbers.digits[scalars[index]] : nil
      }
      guard let a = numeral(position), let b = numeral(position + 1), a > 0, b == a + 1,
        numeral(position + 2) == nil, numeral(position - 1) == nil
      else { return nil }
      var isMore = false
      func read(without index: Int) -> (Double, Int)? {
        var rest = scalars
        rest.remove(at: index)
        var reader = Reader(scalars: rest, position: position)
        return reader.figure(&isMore).map { ($0, reader.position) }
      }
      guard let (low, _) = read(without: position + 1), let (high, end) = read(without: position)
      else { return nil }
      position = end + 1
      return (low, high)
    }

    private func ends(with word: String, before index: Int) -> Bool {
      let count = word.unicodeScalars.count
      return index >= count && has(word, at: index - count)
    }

    private func unit() -> (String, Unit)? {
      ChineseNumbers.units.first { has($0.0, at: position) }
    }

    /// A figure with its numerals and powers: 9337亿, 一千四百, 1.5万亿, 3亿5000万, 二十二点六.
    private mutating func figure(_ isMore: inout Bool) -> Double? {
      var total = 0.0
      var section = 0.0
      var current: Double?
      /// The power right before `current`, which is one numeral: 一千五 is 1,500.
      var power = 0.0
      var isOneNumeral = false
      let start = position
      while position < scalars.count {
        if let value = digits() {
          current = value
        } else if let digit = ChineseNumbers.digits[scalars[position]] {
          // Numerals one after another are read as places: 二〇二五.
          isOneNumeral = current == nil && power >= 100
          current = (current ?? 0) * 10 + digit
          position += 1
        } else if current != nil, has("点", at: position), position + 1 < scalars.count,
          ChineseNumbers.digits[scalars[position + 1]] != nil
        {
          position += 1
          var scale = 0.1
          while position < scalars.count, let digit = ChineseNumbers.digits[scalars[position]] {
            current = (current ?? 0) + digit * scale
            scale /= 10
            position += 1
          }
        } else if let next = ChineseNumbers.powers[scalars[position]],
          current != nil || section > 0 || total > 0 || next <= 1000
        {
          power = next
          isOneNumeral = false
          if power < 10_000 {
            section += (current ?? 1) * power
          } else if power == 10_000 {
            section = (section + (current ?? 0)) * power
          } else {
            total = (total + section + (current ?? 0)) * power
            section = 0
          }
          current = nil
          position += 1
        } else if position > start, scalars[position] == "多" || scalars[position] == "余" {
          isMore = true
          position += 1
        } else {
          break
        }
      }
      let ones = (current ?? 0) * (isOneNumeral ? power / 10 : 1)
      return position > start ? total + section + ones : nil
    }

    /// Arabic digits with separators, at the position.
    private mutating func digits() -> Double? {
      guard position < scalars.count, (0x30...0x39).contains(scalars[position].value) else {
        return nil
      }
      let digits = PrintedDigits(scalars, at: position)
      guard let value = digits.value else { return nil }
      position = digits.end
      return value
    }
  }

  private static let digits: [Unicode.Scalar: Double] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7,
    "捌": 8, "玖": 9, "兩": 2,
  ]

  private static let powers: [Unicode.Scalar: Double] = [
    "十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "拾": 10, "佰": 100,
    "仟": 1000, "萬": 10_000, "億": 100_000_000,
  ]

  /// Longer words before those that begin them.
  private static let units: [(String, Unit)] = [
    ("元人民币", .yuan), ("人民币", .yuan), ("元", .yuan), ("美元", .usDollar), ("日元", .yen),
    ("欧元", .euro), ("英镑", .poundSterling), ("港元", .hongKongDollar), ("港币", .hongKongDollar),
    ("瑞士法郎", .swissFranc), ("个百分点", .percentagePoint), ("百分点", .percentagePoint),
    ("%", .percent), ("個百分點", .percentagePoint), ("百分點", .percentagePoint), ("平方米", .squareMetre),
    ("平方公里", .squareKilometre),
    ("平方千米", .squareKilometre), ("公顷", .hectare), ("亩", .mu), ("公斤", .kilogram),
    ("千克", .kilogram), ("吨", .tonne), ("千瓦时", .kilowattHour), ("千瓦小时", .kilowattHour),
    ("度电", .kilowattHour), ("人", .person), ("天", .day), ("日", .day), ("个月", .month),
    ("年", .year),
  ]

  /// Right before the number; longer words before those that end them.
  private static let before: [(String, [Qualifier])] = [
    ("不超过", [.upTo]), ("不高于", [.upTo]), ("不多于", [.upTo]), ("不少于", [.atLeast]),
    ("不低于", [.atLeast]), ("不小于", [.atLeast]), ("至少", [.atLeast]), ("至多", [.upTo]),
    ("最多", [.upTo]), ("多达", [.upTo]), ("高达", [.upTo, .exact]), ("将近", [.nearly]),
    ("接近", [.nearly]), ("近", [.nearly]), ("大约", [.about]), ("约为", [.about]), ("约", [.about]),
    ("大概", [.about]), ("超过", [.over]), ("突破", [.over]), ("高于", [.over]), ("多于", [.over]),
    ("超", [.over]), ("逾", [.over]), ("不足", [.lessThan]), ("不到", [.lessThan]),
    ("少于", [.lessThan]), ("低于", [.lessThan]), ("小于", [.lessThan]),
  ]

  /// Right after the number and its unit.
  private static let after: [(String, [Qualifier])] = [
    ("左右", [.about]), ("上下", [.about]), ("以上", [.over, .atLeast]), ("以下", [.upTo, .lessThan]),
    ("以内", [.upTo, .lessThan]), ("多", [.over, .atLeast]), ("余", [.over, .atLeast]),
  ]
}
