import Scene
import Syntax
import Tables

/// Properties of guides: of the guide itself, the configuration, or Vega's default.
struct GuideStyle {
  let lookup: (String) -> JSONNode?
  let parameters: Parameters

  func node(_ name: String) -> JSONNode? {
    guard let node = lookup(name) else { return nil }
    if node.isObject, node.has("expr") || node.has("signal") {
      return Self.node(parameters.value(node))
    }
    return node
  }

  private static func node(_ value: Value) -> JSONNode? {
    switch value {
    case .null, .undefined: nil
    case .bool(let bool): JSONNode(.bool(bool))
    case .number(let number), .date(let number): .number(number)
    case .string(let string): .text(string)
    case .array(let items): .list(items.compactMap { node($0) })
    case .object: nil
    }
  }

  func number(_ name: String) -> Double? { node(name)?.number }
  func string(_ name: String) -> String? { node(name)?.string }
  func flag(_ name: String) -> Bool {
    guard let node = node(name) else { return false }
    if let bool = node.bool { return bool }
    if let number = node.number { return number != 0 }
    return !node.isNull
  }

  func paint(_ name: String) -> ScenePaint? {
    guard let text = string(name), let color = CSSColor.parse(text) else { return nil }
    return .color(color ?? .clear)
  }

  /// The text properties `<prefix>Font`, `<prefix>FontSize` … over those of a style.
  func text(_ prefix: String, style: (String) -> JSONNode?) -> SceneText {
    func part(_ name: String) -> JSONNode? {
      let own = prefix.isEmpty ? name.prefix(1).lowercased() + name.dropFirst() : prefix + name
      return node(String(own)) ?? style(name.prefix(1).lowercased() + name.dropFirst())
    }
    var text = SceneText()
    text.font = part("Font")?.string ?? "sans-serif"
    text.size = part("FontSize")?.number ?? 11
    text.weight = FontWeights.number(part("FontWeight"))
    let slant = part("FontStyle")?.string
    text.isItalic = slant == "italic" || slant == "oblique"
    text.lineHeight = part("LineHeight")?.number
    text.limit = part("Limit")?.number ?? 0
    return text
  }
}
