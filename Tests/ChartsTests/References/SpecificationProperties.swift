import Syntax

@testable import Charts

/// Which properties of the grammar a specification uses.
enum SpecificationProperties {
  /// The properties in `specification`, as `Kind.property`.
  static func all(in specification: String) throws -> Set<String> {
    var found: Set<String> = []
    object(try JSONPatch.parse(specification), "Spec", into: &found)
    return found
  }

  private static func object(_ node: JSONNode, _ name: String, into found: inout Set<String>) {
    let kind = Grammar.kind(name)
    for member in node.members ?? [] {
      guard let type = kind.properties[member.name] ?? kind.others else { continue }
      if kind.properties[member.name] != nil {
        found.insert("\(name).\(member.name)")
      } else {
        found.insert("\(name).*")
      }
      value(member.node, type, into: &found)
    }
  }

  private static func value(
    _ node: JSONNode, _ type: Grammar.ValueType, into found: inout Set<String>
  ) {
    if let items = node.array {
      guard let item = type.items.first else { return }
      for node in items { value(node, item, into: &found) }
    } else if node.members != nil, node["expr"] == nil || !type.takesExpression {
      if let kind = type.kind { object(node, kind, into: &found) }
      if let inner = type.members.first {
        for member in node.members ?? [] { value(member.node, inner, into: &found) }
      }
    }
  }
}
