import Tables
import TestSupport
import Testing

@Suite struct WrittenNumberTests {
  /// A comma not before exactly three digits, or after a zero or four digits, can only stand before decimals.
  @Test(arguments: [
    ("91,5", "91.5"), ("1,00", "1.00"), ("0,123", "0.123"), ("1234,567", "1234.567"),
    ("3,14159", "3.14159"), ("1.234,5", "1234.5"), ("1 234,567", "1234.567"), ("-2,5", "-2.5"),
    ("1.234.567", "1234567"), ("1.234.567,8", "1234567.8"),
  ])
  func aDecimalCommaIsKnown(_ text: String, _ plain: String) throws {
    let number = try #require(WrittenNumber(text))
    #expect(number.readings == .one(plain))
    #expect(number.hasDecimalComma)
  }

  @Test(arguments: [
    ("1,234,567", "1234567"), ("1,234.5", "1234.5"), ("12,34,567", "1234567"), ("1 234", "1234"),
    ("1\u{A0}234", "1234"), ("1\u{202F}234\u{202F}567", "1234567"), ("1'234'567.89", "1234567.89"),
    ("1’234", "1234"), ("１２３", "123"), ("１２．５", "12.5"), ("٣", "3"), ("−5", "-5"), ("－5", "-5"),
    ("–5", "-5"), (" 7 ", "7"), ("¥5", "5"), ("5 €", "5"), ("-$5", "-5"), ("＋3", "3"),
  ])
  func otherSpellingsKeepTheirValue(_ text: String, _ plain: String) throws {
    let number = try #require(WrittenNumber(text))
    #expect(number.readings == .one(plain))
    #expect(!number.hasDecimalComma)
  }

  @Test(arguments: [
    ("1,234", "write `1234` if the comma groups thousands, `1.234` if it is a decimal comma"),
    ("−12,345", "write `-12345` if the comma groups thousands, `-12.345` if it is a decimal comma"),
    ("(12)", "write `-12` if the parentheses mean less than zero, `12` if not"),
    ("（1.5）", "write `-1.5` if the parentheses mean less than zero, `1.5` if not"),
    ("12%", "write `12` if the field holds percentages, `0.12` if it holds shares"),
    ("3.5 %", "write `3.5` if the field holds percentages, `0.035` if it holds shares"),
    ("250%", "write `250` if the field holds percentages, `2.50` if it holds shares"),
    ("１,５", "write `1.5`, in the digits 0 to 9, with a point as decimal mark"),
  ])
  func whatCanBeTwoNumbersIsHintedAtAsBoth(_ text: String, _ hint: String) {
    #expect(WrittenNumber.hint(for: text) == hint)
  }

  @Test(arguments: [
    "", "many", "1,2,3", "1 2 3", "12 34", "1.2.3", "1,23,4", "2023-01", "1-2", "5m", "1,234%",
    "(1,234)",
    ",5", "5,", "1..2", "1,234.567.890", "0,123,456", "½", "1e400", "--5",
  ])
  func whatPeopleWouldNotAgreeOnHasNoHint(_ text: String) {
    #expect(WrittenNumber.hint(for: text) == nil)
  }

  /// Written in any of the usual ways, a number is recognised as itself, alone or as one of two.
  @Test(arguments: 0..<200)
  func noReadingLosesTheNumber(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let whole = Int.random(in: 0...99_999_999, using: &random)
    let fraction = String(
      (0..<Int.random(in: 0...4, using: &random)).map { _ in
        "0123456789".randomElement(using: &random) ?? "0"
      })
    let isNegative = Bool.random(using: &random)
    let (group, point) =
      [(",", "."), (".", ","), ("\u{202F}", ","), ("’", "."), ("", ","), ("", "."), (" ", ".")]
      .randomElement(using: &random) ?? ("", ".")
    var digits = ""
    for (index, digit) in String(whole).enumerated() {
      if index > 0, (String(whole).count - index) % 3 == 0 { digits += group }
      digits.append(digit)
    }
    let text =
      (isNegative ? ["-", "−"].randomElement(using: &random) ?? "-" : "") + digits
      + (fraction.isEmpty ? "" : point + fraction)
    let plain = (isNegative ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
    // `1.234` is plain as it stands: what is read in it needs no hint, and is another matter.
    if group == ".", fraction.isEmpty, digits.count(where: { $0 == "." }) == 1 { return }
    switch try #require(WrittenNumber(text), "\(text)").readings {
    case .one(let reading): #expect(reading == plain, "\(text)")
    case .either(let first, _, let second, _): #expect([first, second].contains(plain), "\(text)")
    }
  }
}
