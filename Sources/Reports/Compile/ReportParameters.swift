import Documents
import Syntax
import Tables

/// Values for all parameters of a document.
struct ParameterSet {
  /// By name, as the expressions of the template see them.
  var values: Value.Object
  /// `name=value` of those that were given, or that the document is one of, sorted.
  var given: [String]
  /// The value that the document is one of, which names its folder; nil where the template gives one
  /// document.
  var folder: String?
}

/// The parameters of a report: what its front matter declares, with the caller's values in place.
enum ReportParameters {
  /// The sets that the documents of a template have: one, or one for each value of its `for-each` that the
  /// caller does not choose among.
  ///
  /// - Parameter names: what the lists of allowed values that are expressions can name.
  static func sets(
    _ matter: FrontMatter, given: [(name: String, value: String)], names: [String: Value],
    into bag: inout DiagnosticBag
  ) -> [ParameterSet] {
    for (name, _) in given where !matter.parameters.contains(where: { $0.name == name }) {
      bag.add(ReportDiagnostics.noParameter(name, known: matter.parameters.map(\.name)))
    }
    let declared = matter.parameters.map { listed($0, names, into: &bag) }
    guard let several = declared.first(where: { $0.name == matter.forEach }) else {
      return [set(declared, given: given, folder: nil, into: &bag)]
    }
    if let chosen = given.last(where: { $0.name == several.name })?.value {
      return [set(declared, given: given, folder: chosen, into: &bag)]
    }
    if several.allowed.isEmpty { bag.add(ReportDiagnostics.noValues(several)) }
    return several.allowed.map { value in
      let text = text(of: value)
      return set(declared, given: given + [(several.name, text)], folder: text, into: &bag)
    }
  }

  private static func set(
    _ declared: [Parameter], given: [(name: String, value: String)], folder: String?,
    into bag: inout DiagnosticBag
  ) -> ParameterSet {
    let values = declared.map { parameter -> Value.Member in
      guard let text = given.last(where: { $0.name == parameter.name })?.value else {
        let value = parameter.defaultValue ?? parameter.allowed.first
        return .init(parameter.name, value.map { Value($0) } ?? .null)
      }
      let value = value(of: text, as: parameter.kind)
      if let expected = parameter.refusal(of: value) {
        bag.add(ReportDiagnostics.badParameter(parameter.name, text, expected: expected))
      }
      return .init(parameter.name, Value(value))
    }
    if let folder, !isFolderName(folder) {
      bag.add(ReportDiagnostics.badFolder(folder))
    }
    return ParameterSet(
      values: Value.Object(values), given: given.map { "\($0.name)=\($0.value)" }.sorted(),
      folder: folder)
  }

  /// `parameter` with the values that its expression allows.
  private static func listed(
    _ parameter: Parameter, _ names: [String: Value], into bag: inout DiagnosticBag
  ) -> Parameter {
    guard let list = parameter.allowedList else { return parameter }
    var parameter = parameter
    guard
      let expression = Expression.parse(
        list.expression, dialect: .prose, at: list.span, into: &bag)
    else { return parameter }
    do throws(ExpressionError) {
      let value = try expression.evaluate(
        in: EvaluationScope(names: names, isStrict: true, isExact: true))
      guard case .array(let items) = value else {
        bag.add(ReportDiagnostics.notAList(value.kind, at: list.span))
        return parameter
      }
      parameter.allowed = items.compactMap { item in
        switch item {
        case .string(let text): return JSONNode(.string(text))
        case .number(let number): return JSONNode(.number(number))
        case .bool(let bool): return JSONNode(.bool(bool))
        case .null, .undefined, .date, .array, .object:
          bag.add(ReportDiagnostics.notAList("a list with \(item.kind)", at: list.span))
          return nil
        }
      }
    } catch {
      bag.add(error.diagnostic(at: expression.span(of: error.range)))
    }
    return parameter
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

  private static func text(of value: JSONNode) -> String {
    value.string ?? value.bool.map { $0 ? "true" : "false" }
      ?? value.number.map { JSONOutput.text(of: $0) } ?? ""
  }

  /// Whether `name` can be a folder without leading anywhere else.
  private static func isFolderName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".")
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
