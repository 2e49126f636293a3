/// The marks that a language writes within the digits of a number.
enum NumberMarks: Sendable {
  /// `1,234.5`
  case point
  /// `1.234,5`, `1 234,5`
  case comma
  /// `1'234.5`, `1 234.5`
  case pointAfterGaps

  /// The number at the head of `scalars`, which begin with a digit, and how many of them it takes; its value is nil
  /// where they are no number, such as a date.
  func number(_ scalars: ArraySlice<Unicode.Scalar>) -> (value: Double?, length: Int) {
    func isDigit(_ index: Int) -> Bool {
      scalars.indices.contains(index) && (0x30...0x39).contains(scalars[index].value)
    }
    var index = scalars.startIndex
    var parts = [""]
    var marks: [Unicode.Scalar] = []
    var hasGaps = false
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if isDigit(index) {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      } else if scalar == "," || scalar == ".", isDigit(index + 1) {
        marks.append(scalar)
        parts.append("")
      } else if isGap(scalar), marks.isEmpty, hasGaps || (1...3).contains(parts[0].utf8.count),
        !parts[0].hasPrefix("0"), (1...3).allSatisfy({ isDigit(index + $0) }), !isDigit(index + 4)
      {
        hasGaps = true
      } else {
        break
      }
      index += 1
    }
    return (value(parts, marks, hasGaps), index - scalars.startIndex)
  }

  /// Whether `scalar` may part thousands without being a sign of punctuation elsewhere.
  private func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .point: false
    case .comma, .pointAfterGaps: scalar == " " || scalar == "'"
    }
  }

  /// A mark that cannot part thousands is a decimal mark, whatever the language: `1.5 Mio.`
  private func value(_ parts: [String], _ marks: [Unicode.Scalar], _ hasGaps: Bool) -> Double? {
    guard let last = parts.last, let mark = marks.last else {
      return DecimalText.value(of: parts[0])
    }
    let whole = parts.dropLast().joined()
    let isDecimal: Bool
    if marks.count > 1 {
      isDecimal = !marks.dropLast().contains(mark)
      if !isDecimal, Set(marks).count > 1 || last.utf8.count != 3 { return nil }
    } else {
      let mayGroup =
        !hasGaps && last.utf8.count == 3 && whole.utf8.count <= 3 && !whole.hasPrefix("0")
      isDecimal = !mayGroup || mark == decimalMark
    }
    return DecimalText.value(of: isDecimal ? "\(whole).\(last)" : whole + last)
  }

  private var decimalMark: Unicode.Scalar {
    switch self {
    case .point, .pointAfterGaps: "."
    case .comma: ","
    }
  }
}
