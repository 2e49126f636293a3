/// Digits as texts group them: `1,234.5`, `1 234.5`, `1'234`, `1.234,5`, `12,5`.
struct PrintedDigits {
  /// What they write; nil where no reading is likely.
  let value: Double?
  /// Where they end.
  let end: Int

  /// Reads the digits at `start`, of which there is one or a point before one. A space or an apostrophe groups
  /// threes alone; of points and commas the last is the decimal one, unless all groups are threes.
  init(_ scalars: [Unicode.Scalar], at start: Int) {
    func isDigit(_ index: Int) -> Bool {
      scalars.indices.contains(index) && (0x30...0x39).contains(scalars[index].value)
    }
    func run(_ start: Int) -> String {
      let digits = scalars[min(start, scalars.count)...].prefix { (0x30...0x39).contains($0.value) }
      return String(String.UnicodeScalarView(digits))
    }
    var groups = [run(start)]
    var marks: [Unicode.Scalar] = []
    var index = start + groups[0].count
    while index < scalars.count, isDigit(index + 1), ",. '".unicodeScalars.contains(scalars[index])
    {
      let (mark, group) = (scalars[index], run(index + 1))
      if mark == " " || mark == "'" {
        guard group.count == 3, (1...3).contains(groups[0].count), marks.allSatisfy({ $0 == mark })
        else { break }
      }
      marks.append(mark)
      groups.append(group)
      index += 1 + group.count
    }
    end = index
    let isDecimal = Self.lastIsDecimal(groups, marks)
    let whole = (isDecimal ? groups.dropLast() : groups[...]).joined()
    let fraction = isDecimal ? "." + (groups.last ?? "") : ""
    // Several points that group no threes are the number of a version or a chapter.
    let isUnclear =
      marks.filter { $0 == "." }.count > 1 && groups.dropFirst().contains { $0.count != 3 }
    value = isUnclear ? nil : DecimalText.value(of: (whole.isEmpty ? "0" : whole) + fraction)
  }

  private static func lastIsDecimal(_ groups: [String], _ marks: [Unicode.Scalar]) -> Bool {
    guard let last = marks.last, marks.filter({ $0 == last }).count == 1 else { return false }
    if last == "." { return true }
    guard last == "," else { return false }
    return marks.count > 1 || groups[1].count != 3 || groups[0] == "0"
  }
}

/// The power of ten in a number as science writes it: `×10⁶`, `x 10^6`, `e6`, and the `³` of `10³`.
struct Exponent: Hashable {
  /// The power of ten by which the number before it counts.
  let power: Int
  /// Where it ends.
  let end: Int

  /// Nil where none stands at `start`.
  init?(_ scalars: [Unicode.Scalar], at start: Int) {
    func at(_ index: Int) -> Unicode.Scalar? {
      scalars.indices.contains(index) ? scalars[index] : nil
    }
    func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { (0x30...0x39).contains($0.value) } ?? false
    }
    func integer(_ start: Int) -> (Int, Int)? {
      var (index, text) = (start, "")
      if at(index) == "-" {
        text = "-"
        index += 1
      }
      while isDigit(at(index)), let digit = at(index) {
        text.unicodeScalars.append(digit)
        index += 1
      }
      return Int(text).flatMap { abs($0) <= 30 ? ($0, index) : nil }
    }
    func raised(_ start: Int) -> (Int, Int)? {
      if at(start) == "^" { return integer(start + 1) }
      var (index, text) = (start, "")
      while let digit = at(index).flatMap({ Self.superscripts[$0] }) {
        text += digit
        index += 1
      }
      return Int(text).flatMap { abs($0) <= 30 ? ($0, index) : nil }
    }
    var index = start
    let isAfterTen =
      start >= 2 && at(start - 1) == "0" && at(start - 2) == "1"
      && (start == 2 || !isDigit(at(start - 3)) && at(start - 3) != ".")
    if isAfterTen, let (power, end) = raised(start) {
      (self.power, self.end) = (power - 1, end)
      return
    }
    if at(start) == "e", isDigit(at(start - 1)), let (power, end) = integer(start + 1) {
      (self.power, self.end) = (power, end)
      return
    }
    guard at(index) == "×" || at(index) == "x" || at(index) == "*" else { return nil }
    index += 1
    if at(index) == " " { index += 1 }
    guard at(index) == "1", at(index + 1) == "0", let (power, end) = raised(index + 2) else {
      return nil
    }
    (self.power, self.end) = (power, end)
  }

  private static let superscripts: [Unicode.Scalar: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-",
  ]
}
