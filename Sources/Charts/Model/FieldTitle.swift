import Syntax
import Tables

/// The titles that guides get from their fields.
enum FieldTitle {
  /// The title of a definition: what is written, or made from function and field; nil where it is
  /// turned off with null or the empty string.
  static func title(of definition: ChannelDefinition, config: Config) -> String? {
    if let written = definition.node["title"] { return text(written) }
    return defaultTitle(of: definition, config: config)
  }

  /// The text of a title node: a string or its lines.
  static func text(_ node: JSONNode) -> String? {
    if let string = node.string { return string }
    if let lines = node.array { return lines.compactMap(\.string).joined(separator: "\n") }
    return nil
  }

  /// Vega-Lite's `verbalTitleFormatter`, or what `fieldTitle` of the configuration asks for.
  static func defaultTitle(of definition: ChannelDefinition, config: Config) -> String {
    let field = definition.field ?? ""
    let style = config.root["fieldTitle"]?.string ?? "verbal"
    if style == "plain" { return field }
    if style == "functional" {
      let function: String? =
        definition.aggregate?.name ?? definition.timeUnit?.unit?.localName
        ?? (definition.isBinning ? "bin" : nil)
      return function.map { "\($0.uppercased())(\(field))" } ?? field
    }
    if definition.isBinning { return "\(field) (binned)" }
    if let unit = definition.timeUnit, !unit.parts.isEmpty, !unit.isBinned {
      return "\(field) (\(unit.title))"
    }
    switch definition.aggregate {
    case .operation("count"): return config.root["countTitle"]?.string ?? "Count of Records"
    case .operation(let name):
      return "\(name.prefix(1).uppercased())\(name.dropFirst()) of \(field)"
    case .exponential: return "Exponential of \(field)"
    case .argmax(let other): return "\(field) for max \(FieldNames.flat(other))"
    case .argmin(let other): return "\(field) for min \(FieldNames.flat(other))"
    case nil: return field
    }
  }
}
