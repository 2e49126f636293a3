/// A value of a JSON (or YAML) file that knows where it was written.
package struct JSONNode: Sendable {
  /// A member of an object, with the place of its name.
  package struct Member: Sendable {
    package var name: String
    package var nameRange: Range<Int>
    package var node: JSONNode

    package init(name: String, nameRange: Range<Int>, node: JSONNode) {
      self.name = name
      self.nameRange = nameRange
      self.node = node
    }
  }

  package indirect enum Value: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    /// Members in the order written. Names are unique: the parser reports a second one.
    case object([Member])
  }

  package var value: Value
  /// UTF-8 byte offsets into the file.
  package var range: Range<Int>

  package init(_ value: Value, range: Range<Int> = 0..<0) {
    self.value = value
    self.range = range
  }
}

extension JSONNode {
  /// The member called `name`, where this is an object that has one.
  package subscript(_ name: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    // Lengths tell most names apart, and cost less to compare.
    let length = name.utf8.count
    for index in members.indices
    where members[index].name.utf8.count == length && members[index].name == name {
      return members[index].node
    }
    return nil
  }

  package var string: String? { if case .string(let string) = value { string } else { nil } }
  package var number: Double? { if case .number(let number) = value { number } else { nil } }
  package var bool: Bool? { if case .bool(let bool) = value { bool } else { nil } }
  package var array: [JSONNode]? { if case .array(let array) = value { array } else { nil } }
  package var members: [Member]? { if case .object(let members) = value { members } else { nil } }
  package var isNull: Bool { if case .null = value { true } else { false } }

  /// What kind of value this is, in the words of a diagnostic.
  package var kind: String {
    switch value {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
