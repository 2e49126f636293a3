package import Syntax

/// How much transforms and expressions may make. A few bytes of a specification can ask for any amount:
/// nothing else bounds it.
package enum Budget {
  /// The most values that a transform may add, or a list may hold.
  package static let values = 10_000_000
  /// The most characters, counted as bytes of UTF-8, of a text that an expression makes.
  package static let textLength = 1_000_000

  /// The most times of a sequence or an axis: each takes a look into the calendar.
  package static let times = 100_000

  /// The most steps of the methods that look at many values for each that they make.
  static let steps = 300_000_000

  /// Refuses a transform that would add `rows` of `fields` values each before it makes them.
  package static func claim(
    rows: Int, fields: Int = 1, at span: SourceSpan?
  ) throws(DiagnosticFailure) {
    let (count, overflow) = rows.multipliedReportingOverflow(by: fields)
    guard overflow || count > values else { return }
    throw DiagnosticFailure(
      TablesDiagnostics.tooMuch(
        count: overflow ? .max : count, of: "values", most: values, at: span))
  }

  /// Refuses a method that would go through `rows` for each of `points`.
  static func claim(
    points: Int, over rows: Int, at span: SourceSpan?
  ) throws(DiagnosticFailure) {
    let (count, overflow) = points.multipliedReportingOverflow(by: max(rows, 1))
    guard overflow || count > steps else { return }
    throw DiagnosticFailure(
      TablesDiagnostics.tooMuch(count: overflow ? .max : count, of: "steps", most: steps, at: span))
  }

  static var textTooLong: FunctionProblem {
    FunctionProblem(
      "the text would have more than \(textLength) characters",
      expected: "a text of at most \(textLength) characters")
  }
}

extension Value {
  /// How many values this takes the room of, counted no further than `limit`: of lists all items, of text
  /// one for each 32 bytes.
  func weight(upTo limit: Int) -> Int {
    switch self {
    case .null, .undefined, .bool, .number, .date: return 1
    case .string(let text): return 1 + text.utf8.count / 32
    case .array(let items):
      var weight = 1
      for item in items where weight < limit { weight += item.weight(upTo: limit - weight) }
      return weight
    case .object(let object):
      var weight = 1
      for member in object.members where weight < limit {
        weight += member.value.weight(upTo: limit - weight)
      }
      return weight
    }
  }

  /// How long `asText` is at most, counted no further than `limit`.
  func textLength(upTo limit: Int) -> Int {
    switch self {
    case .string(let text): return text.utf8.count
    case .array(let items):
      var length = items.count
      for item in items where length < limit { length += item.textLength(upTo: limit - length) }
      return length
    case .number(let number): return abs(number) < 1e6 && number == number.rounded() ? 8 : 26
    case .null, .undefined, .bool, .object: return 15
    case .date: return 28
    }
  }
}
