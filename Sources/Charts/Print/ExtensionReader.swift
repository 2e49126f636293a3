import Syntax

/// Reads values under `usermeta.almanac` and gathers what is wrong with them.
struct ExtensionReader {
  static let root = "/usermeta/almanac"

  let file: SourceFile
  private(set) var bag = DiagnosticBag()

  init(file: SourceFile) { self.file = file }

  /// Refuses a node that is no object, and members that are not among `known`.
  mutating func names(of node: JSONNode, _ known: [String], at path: String) {
    guard node.isObject else { return refuse(node, at: path, expected: "an object") }
    for entry in node.entries where !known.contains(entry.name) {
      bag.add(
        ChartDiagnostics.value(
          "the member `\(entry.name)`", path: path,
          expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", "),
          hints: nearestNameHints(to: entry.name, among: known),
          at: file.span(entry.nameRange)))
    }
  }

  mutating func string(_ node: JSONNode, at path: String) -> String? {
    if let string = node.string { return string }
    refuse(node, at: path, expected: "a string")
    return nil
  }

  mutating func bool(_ node: JSONNode, at path: String) -> Bool? {
    if let bool = node.bool { return bool }
    refuse(node, at: path, expected: "true or false")
    return nil
  }

  mutating func refuse(_ node: JSONNode, at path: String, expected: String) {
    let found = node.string.map { "`\($0)`" } ?? node.kind
    bag.add(
      ChartDiagnostics.value(found, path: path, expected: expected, at: file.span(node.range)))
  }
}
