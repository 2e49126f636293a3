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
        guard let value = value(of: text, as: parameter.kind) else {
          bag.add(
            ReportDiagnostics.badParameter(
              parameter.name, text, expected: parameter.kind.article))
          return .init(parameter.name, .null)
        }
        let allowed = parameter.allowed.map { Value($0) }
        if !allowed.isEmpty, !allowed.contains(value) {
          bag.add(
            ReportDiagnostics.badParameter(
              parameter.name, text,
              expected: "one of "
                + parameter.allowed.map { $0.string ?? Self.text(of: $0) }.joined(separator: ", ")))
        }
        return .init(parameter.name, value)
      })
  }

  private static func value(of text: String, as kind: Parameter.Kind) -> Value? {
    switch kind {
    case .string: .string(text)
    case .integer: Int(text).map { .number(Double($0)) }
    case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    case .boolean: text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
    }
  }

  private static func text(of node: JSONNode) -> String {
    if let number = node.number { return JSONOutput.text(of: number) }
    return node.bool.map { $0 ? "true" : "false" } ?? ""
  }
}

extension Parameter.Kind {
  /// The kind in the words of a diagnostic.
  fileprivate var article: String {
    switch self {
    case .string: "a string"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    }
  }
}
