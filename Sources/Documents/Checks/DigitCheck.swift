package import Syntax

/// Digits typed into prose: each figure of a briefing should come from the data.
package enum DigitCheck {
  /// Warns of each number of `document` that no placeholder produced. Years from 1900 to 2100 and ranges
  /// of them, ordinals, days beside a month, and digits that are part of a name (`COVID-19`, `G20`) pass.
  package static func check(_ document: Document, into bag: inout DiagnosticBag) {
    for number in document.typedNumbers where !isAllowed(number) {
      bag.add(DocumentDiagnostics.unsourcedDigits(number.text, at: number.span))
    }
  }

  static func isAllowed(_ number: TypedNumber) -> Bool {
    isPartOfName(number) || isYear(number) || isOrdinal(number) || isDay(number)
  }

  /// A letter right before the digits, or one and a hyphen.
  private static func isPartOfName(_ number: TypedNumber) -> Bool {
    var before = Substring(number.before)
    if before.last == "-" { before.removeLast() }
    return before.last.map { $0.isASCII && $0.isLetter } ?? false
  }

  private static func isYear(_ number: TypedNumber) -> Bool {
    guard let value = Int(number.text) else { return false }
    let isUnit = number.after.first.map { $0 == "%" || $0.isLetter && $0 != "年" && $0 != "s" }
    if number.text.count == 4, (1900...2100).contains(value) { return isUnit != true }
    // The second year of `2021-25`.
    var before = Substring(number.before)
    guard number.text.count == 2, let dash = before.popLast(), "-–/".contains(dash) else {
      return false
    }
    let year = before.suffix(4)
    return year.count == 4 && (Int(year).map { (1900...2100).contains($0) } ?? false)
  }

  private static let ordinals = ["st", "nd", "rd", "th"]

  private static func isOrdinal(_ number: TypedNumber) -> Bool {
    if number.before.last == "第" { return Int(number.text) != nil }
    guard Int(number.text) != nil, let ending = ordinals.first(where: number.after.hasPrefix)
    else { return false }
    return number.after.dropFirst(ending.count).first.map { !$0.isLetter } ?? true
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func isDay(_ number: TypedNumber) -> Bool {
    guard number.text.utf8.count <= 2, let value = Int(number.text), (1...31).contains(value)
    else { return false }
    if let next = number.after.first, next == "月" || next == "日" { return true }
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\u{A0}" }
    let after = number.after.drop(while: isSpace)
    var before = Substring(number.before)
    while before.last.map(isSpace) == true { before.removeLast() }
    return months.contains { after.hasPrefix($0) || before.hasSuffix($0) }
  }
}
