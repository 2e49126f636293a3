import Documents
import Syntax
import Tables

/// The parameters of a report: what its front matter declares, with the caller's values in place.
enum ReportParameters {
  /// The values of `declared`, by name, as the expressions of the template see them.
  static func values(
    _ declared: [Parameter], given: [(name: String, value: String)],
    into bag: inout DiagnosticBag
  ) -> Value.Object {
    for (name, _) in given where !declared.contains(where: { $0.name == name }) {
      bag.add(ReportDiagnostics.noParameter(name, known: declared.map(\.name)))
    }
    return Value.Object(
      declared.map { parameter in
        guard let text = given.last(where: { $0.name == parameter.name })?.value else {
          return .init(parameter.name, Value(parameter.defaultValue))
        }
        let value = value(of: text, as: parameter.kind)
        if let expected = parameter.refusal(of: value) {
          bag.add(ReportDiagnostics.badParameter(parameter.name, text, expected: expected))
        }
        return .init(parameter.name, Value(value))
      })
  }

  /// `text` from the command line as a value of `kind`; as a string where it is none.
  private static func value(of text: String, as kind: Parameter.Kind) -> JSONNode {
    let value: JSONNode.Value? =
      switch kind {
      case .string: nil
      case .integer, .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
      case .boolean: text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
      }
    return JSONNode(value ?? .string(text))
  }
}
