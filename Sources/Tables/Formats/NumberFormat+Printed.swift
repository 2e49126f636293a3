extension NumberFormat {
  /// `number` in this format, as it may stand on a page.
  ///
  /// - Throws: where the format asks for more digits than a number holds for certain: beyond
  ///   `NumberText.printableDigits` they say what the arithmetic of the machine left.
  package func printed(_ number: Double) throws(FunctionProblem) -> String {
    let text = text(of: number)
    let isHeldWhole = number == number.rounded() && abs(number) <= 0x1p53
    guard !isHeldWhole, number.isFinite else { return text }
    let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }.drop { $0 == "0" }
    let count = digits.reversed().drop { $0 == "0" }.count
    guard count > NumberText.printableDigits else { return text }
    throw FunctionProblem(
      "the format gives `\(text)`, which has \(count) digits",
      expected: "a format that gives at most \(NumberText.printableDigits) digits",
      hints: ["ask for fewer, as in `'.3f'`"])
  }
}
