import Syntax

/// What a specification must hold beyond the grammar of each object: members without which an object says
/// nothing, and values that are fit only where they stand.
struct SpecRequirements {
  private let file: SourceFile
  private var bag = DiagnosticBag()

  /// Adds what is missing or misplaced in the specification `root` to `bag`.
  static func check(_ root: JSONNode, in file: SourceFile, into bag: inout DiagnosticBag) {
    var requirements = SpecRequirements(file: file)
    requirements.view(root, isLayer: false, path: "")
    bag.add(contentsOf: requirements.bag)
  }

  private init(file: SourceFile) { self.file = file }

  // MARK: Views

  private mutating func view(_ node: JSONNode, isLayer: Bool, path: String) {
    if node.has("facet") || node.has("repeat") { require("spec", of: node, path: path) }
    if let mark = node["mark"] { self.mark(mark, path: path + "/mark") }
    for (index, parameter) in (node["params"]?.array ?? []).enumerated() {
      require("name", of: parameter, path: "\(path)/params/\(index)")
    }
    if let encoding = node["encoding"] {
      self.encoding(encoding, isLayer: isLayer, path: path + "/encoding")
    }
    for name in ["layer", "concat", "hconcat", "vconcat"] {
      for (index, child) in (node[name]?.array ?? []).enumerated() {
        view(child, isLayer: name == "layer", path: "\(path)/\(name)/\(index)")
      }
    }
    if let child = node["spec"] { view(child, isLayer: false, path: path + "/spec") }
  }

  private mutating func mark(_ node: JSONNode, path: String) {
    require("type", of: node, path: path)
    for name in ["color", "fill", "stroke"] {
      if let paint = node[name], paint.has("gradient") {
        require("stops", of: paint, path: "\(path)/\(name)")
      }
    }
    if let shape = node["shape"] { self.shape(shape, path: path + "/shape") }
  }

  /// A symbol by its name, or its outline as SVG writes paths.
  private mutating func shape(_ node: JSONNode, path: String) {
    guard let name = node.string, SymbolShapes.path(name, size: 1) == nil else { return }
    bag.add(
      ChartDiagnostics.value(
        "`\(name)`", path: path, expected: "the name of a symbol, or a path of SVG",
        hints: nearestNameHints(to: name, among: SymbolShapes.names), at: file.span(node.range)))
  }

  // MARK: Channels

  private mutating func encoding(_ node: JSONNode, isLayer: Bool, path: String) {
    for member in node.entries {
      guard let channel = Channel(rawValue: member.name) else { continue }
      let path = "\(path)/\(member.name)"
      if isLayer, channel.isFacet, !member.node.isNull {
        bag.add(
          ChartDiagnostics.unsupported(
            "splitting a layer by `\(member.name)`", path: path, at: file.span(member.nameRange)))
      }
      // Only a layer has a parent whose channel null can take away.
      if !isLayer, channel != .tooltip, member.node.isNull {
        bag.add(
          ChartDiagnostics.value(
            "null", path: path, expected: "an object", at: file.span(member.node.range)))
      }
      if channel.isColor { colors(member.node, path: path) }
      if channel == .shape, let value = member.node["value"] { shape(value, path: path + "/value") }
    }
  }

  /// The range of a scale of colours is made of colours.
  private mutating func colors(_ definition: JSONNode, path: String) {
    for (index, node) in (definition["scale"]?["range"]?.array ?? []).enumerated() {
      guard let text = node.string, CSSColor.parse(text) == nil else { continue }
      bag.add(
        ChartDiagnostics.value(
          "`\(text)`", path: "\(path)/scale/range/\(index)", expected: "a colour",
          at: file.span(node.range)))
    }
  }

  // MARK: Objects

  private mutating func require(_ name: String, of node: JSONNode, path: String) {
    guard node.isObject, !node.has(name) else { return }
    bag.add(
      ChartDiagnostics.value(
        "an object without `\(name)`", path: path.isEmpty ? "/" : path,
        expected: "the property `\(name)`", at: file.span(node.range)))
  }
}
