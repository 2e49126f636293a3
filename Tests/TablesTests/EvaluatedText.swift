import Syntax
import Tables
import Testing

/// The value of the expression `text` as text, local time being Los Angeles.
func evaluatedText(_ text: String) throws -> String {
  var bag = DiagnosticBag()
  let zone = try #require(TimeZoneRules.named("America/Los_Angeles", into: &bag))
  let expression = try Expression(text)
  return try expression.evaluate(in: EvaluationScope(datum: .object(.init()), timeZone: zone))
    .asText
}
