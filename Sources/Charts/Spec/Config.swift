import Syntax

/// The configuration in force: Vega-Lite's defaults, a theme and the specification's own `config`,
/// later ones laid over earlier ones; Vega's own defaults stand behind them.
struct Config: Sendable {
  /// Vega-Lite's level, where a value holds against rules that choose one.
  let root: JSONNode
  /// Section by section, for speed.
  private let sections: [String: JSONNode]

  init(_ root: JSONNode) {
    self.root = root
    sections = Dictionary(root.entries.map { ($0.name, $0.node) }, uniquingKeysWith: { $1 })
  }

  subscript(_ section: String) -> JSONNode? { sections[section] }
  subscript(_ section: String, _ name: String) -> JSONNode? { sections[section]?[name] }

  func number(_ section: String, _ name: String) -> Double? { self[section, name]?.number }

  /// The property `name` of the named style, where the configuration gives it.
  func style(_ style: String, _ name: String) -> JSONNode? { sections["style"]?[style]?[name] }
}
