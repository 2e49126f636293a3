package import Syntax

// Normalisation rewrites a specification as Vega-Lite does: from JSON to JSON. What it makes up itself
// is written with literals and carries no place; what it keeps still knows where it was written.

extension JSONNode: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(.string(value)) }
}

extension JSONNode: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(.number(Double(value))) }
}

extension JSONNode: ExpressibleByFloatLiteral {
  package init(floatLiteral value: Double) { self.init(.number(value)) }
}

extension JSONNode: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self.init(.bool(value)) }
}

extension JSONNode: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: JSONNode...) { self.init(.array(elements)) }
}

extension JSONNode {
  /// An object of `members`, in their order.
  static func of(_ members: KeyValuePairs<String, JSONNode>) -> JSONNode {
    JSONNode(.object(members.map { Member(name: $0.key, nameRange: 0..<0, node: $0.value) }))
  }

  /// JSON's null. No nil literal makes one: in an optional's place the two would be mixed up.
  static var null: JSONNode { JSONNode(.null) }
  static func text(_ text: String) -> JSONNode { JSONNode(.string(text)) }
  static func number(_ number: Double) -> JSONNode { JSONNode(.number(number)) }
  static func list(_ items: [JSONNode]) -> JSONNode { JSONNode(.array(items)) }
  static var emptyObject: JSONNode { JSONNode(.object([])) }

  var isObject: Bool { if case .object = value { true } else { false } }
  /// The members of an object, none for anything else.
  var entries: [Member] { members ?? [] }

  /// Whether the object has a member called `name`, be it null.
  func has(_ name: String) -> Bool { self[name] != nil }

  /// The object with `name` set to `node`, in its old place or at the end; nil takes it out.
  func setting(_ name: String, _ node: JSONNode?) -> JSONNode {
    var members = entries
    let index = members.firstIndex { $0.name == name }
    switch (index, node) {
    case (let index?, let node?): members[index].node = node
    case (let index?, nil): members.remove(at: index)
    case (nil, let node?): members.append(Member(name: name, nameRange: range, node: node))
    case (nil, nil): break
    }
    return JSONNode(.object(members), range: range)
  }

  /// The object without `names`.
  func removing(_ names: String...) -> JSONNode {
    JSONNode(.object(entries.filter { !names.contains($0.name) }), range: range)
  }

  /// The object with the members of `other` laid over it, one level deep.
  func overlaid(with other: JSONNode?) -> JSONNode {
    var result = self
    for member in other?.entries ?? [] { result = result.setting(member.name, member.node) }
    return result
  }

  /// The object with `other` laid over it; objects in both are merged likewise.
  func merged(with other: JSONNode?) -> JSONNode {
    guard let other, other.isObject, isObject else { return other ?? self }
    var members = entries
    var indexOf: [String: Int] = [:]
    for (index, member) in members.enumerated() { indexOf[member.name] = index }
    for member in other.entries {
      if let index = indexOf[member.name] {
        members[index].node = members[index].node.merged(with: member.node)
      } else {
        indexOf[member.name] = members.count
        members.append(member)
      }
    }
    return JSONNode(.object(members), range: range)
  }

  /// Whether two nodes say the same, wherever they were written.
  func isSame(as other: JSONNode) -> Bool {
    switch (value, other.value) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.object(let a), .object(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy { $0.name == $1.name && $0.node.isSame(as: $1.node) }
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
    }
  }

  /// The items of an array, or the node alone.
  var listed: [JSONNode] { array ?? [self] }
}
