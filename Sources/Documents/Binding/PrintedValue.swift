package import Tables
import Wording

/// How a value reads in prose where no format is given.
package enum PrintedValue {
  /// Text as it is; a number with thousands separators and its own decimals; a fact by its `text`.
  ///
  /// - Throws: for what has no plain reading: null, what is not a number, a list, a date, true and false.
  package static func text(of value: Value) throws(FunctionProblem) -> String {
    switch value {
    case .string(let text): return text
    case .number(let number): return try text(of: number)
    case .object(let object):
      if case .string(let text)? = object["text"] { return text }
      throw FunctionProblem(
        "an object cannot be printed", expected: "one of its members",
        hints: ["it has: " + object.members.map { "`\($0.name)`" }.joined(separator: ", ")])
    case .null, .undefined:
      throw FunctionProblem(
        "there is no value to print", expected: "text, a number or a fact",
        hints: ["say what to print then: `if(isValid(x), x, 'not stated')`"])
    case .bool:
      throw FunctionProblem(
        "true and false cannot be printed", expected: "text, a number or a fact",
        hints: ["choose the words: `x ? 'yes' : 'no'`"])
    case .date:
      throw FunctionProblem(
        "a date cannot be printed without a format", expected: "`| timeFormat('%B %Y')`")
    case .array:
      throw FunctionProblem("a list cannot be printed", expected: "`| list`")
    }
  }

  private static func text(of number: Double) throws(FunctionProblem) -> String {
    guard number.isFinite else {
      throw FunctionProblem("the result is not a number", expected: "text, a number or a fact")
    }
    let plain = NumberText.text(of: number)
    guard NumberText.isPrintable(number), !plain.utf8.contains(UInt8(ascii: "e")) else {
      throw FunctionProblem(
        "`\(plain)` is too long to be printed without a format", expected: "`| format('.3~g')`")
    }
    let whole = plain.prefix { $0.isDigit || $0 == "-" }
    let digits = whole.filter(\.isDigit)
    let separator = Label.thousands.text
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += separator }
      grouped.append(digit)
    }
    return (plain.hasPrefix("-") ? "\u{2212}" : "") + grouped + plain[whole.endIndex...]
  }
}
