/// The digits of a text in a language whose words are not known: groups and decimals cannot be told apart, so that
/// numbers are compared by their significant digits alone.
enum DigitRuns {
  /// A number of each run of digits, its value made of its significant digits.
  /// None where the words have to tell: beside fractions (`1½`), and where years are all there is (`ein Drittel,
  /// 2023`).
  static func numbers(in text: String) -> [PrintedNumber] {
    let hasFraction = text.unicodeScalars.contains {
      $0.properties.numericType == .numeric && $0.properties.generalCategory == .otherNumber
    }
    if hasFraction { return [] }
    var found: [PrintedNumber] = []
    var areYears = true
    var run = ""
    var gap = ""
    func close() {
      guard !run.isEmpty else { return }
      if run.count != 4 || !run.hasPrefix("19") && !run.hasPrefix("20") { areYears = false }
      found.append(PrintedNumber(significant(run)))
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
        // One separator may stand within a number.
        if gap.unicodeScalars.count > 1 {
          close()
          run = ""
        }
        run += String(Int(digit))
        gap = ""
      } else if !run.isEmpty, ".,' ٬٫".unicodeScalars.contains(scalar) {
        gap.unicodeScalars.append(scalar)
      } else {
        close()
        (run, gap) = ("", "")
      }
    }
    close()
    if areYears, text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { return [] }
    if !found.isEmpty, text.first == "-" { found[0].isNegative = true }
    return found
  }

  /// Whether `number` may be what the runs write: one of them, or several with words for powers between them
  /// (`2 Mio. 500 Tsd.`), whose zeros are not written.
  static func write(_ number: String, _ runs: [PrintedNumber]) -> Bool {
    let digits = significant(number)
    if runs.isEmpty || runs.contains(where: { isSame($0.value, digits) }) { return true }
    let wanted = number.filter { ("1"..."9").contains($0) }
    return runs.indices.contains { start in
      var text = nonZero(runs[start].value)
      for run in runs[(start + 1)...] {
        text += nonZero(run.value)
        if text == wanted { return true }
        if text.count > wanted.count { return false }
      }
      return false
    }
  }

  /// The digits of a whole number but for its zeros.
  private static func nonZero(_ value: Double) -> String {
    guard value < 1e15 else { return "" }
    return String(Int(value)).filter { $0 != "0" }
  }

  /// The digits of `text` without zeros at the ends, as a number.
  static func significant(_ text: String) -> Double {
    var digits = text.filter { ("0"..."9").contains($0) }.drop { $0 == "0" }
    while digits.last == "0" { digits = digits.dropLast() }
    return Double(String(digits)) ?? 0
  }

  static func isSame(_ a: Double, _ b: Double) -> Bool { PrintedNumber.isSame(a, b) }
}
