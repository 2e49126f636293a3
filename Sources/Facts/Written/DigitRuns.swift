/// The digits of a text in a language whose words are not known: groups and decimals cannot be told apart, so that
/// numbers are compared by their significant digits alone.
enum DigitRuns {
  /// A number of each run of digits, its value made of its significant digits.
  static func numbers(in text: String) -> [PrintedNumber] {
    var found: [PrintedNumber] = []
    var run = ""
    var gap = ""
    func close() {
      if !run.isEmpty { found.append(PrintedNumber(significant(run))) }
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
    return found
  }

  /// The digits of `text` without zeros at the ends, as a number.
  static func significant(_ text: String) -> Double {
    var digits = text.filter { ("0"..."9").contains($0) }.drop { $0 == "0" }
    while digits.last == "0" { digits = digits.dropLast() }
    return Double(String(digits)) ?? 0
  }

  static func isSame(_ a: Double, _ b: Double) -> Bool { PrintedNumber.isSame(a, b) }
}
