/// A value of the expression language and of a table's cell: what Vega calls a datum's field.
package enum Value: Hashable, Sendable {
  case null
  /// What is not there at all: a field that a row lacks, an aggregate of nothing, the hole of a pivot.
  /// ECMA-262 keeps it apart from null: `null + 10` is 10, `undefined + 10` is NaN.
  case undefined
  case bool(Bool)
  case number(Double)
  case string(String)
  /// Milliseconds since 1970-01-01T00:00:00Z, as JavaScript keeps a `Date`.
  case date(Double)
  case array([Value])
  case object(Object)

  /// Named values in a fixed order.
  package struct Object: Hashable, Sendable {
    package var members: [Member]
    /// The id of the fact that this object stands for, or nil. An expression that reads from it, or
    /// prints it, leads back to the fact: that is how a figure in prose finds its source.
    package var fact: String?

    package init(_ members: [Member] = [], fact: String? = nil) {
      self.members = members
      self.fact = fact
    }

    /// The member called `name`, or nil.
    package subscript(_ name: String) -> Value? {
      // Lengths tell most names apart, and cost less to compare.
      let length = name.utf8.count
      for index in members.indices
      where members[index].name.utf8.count == length && members[index].name == name {
        return members[index].value
      }
      return nil
    }
  }

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }
}
