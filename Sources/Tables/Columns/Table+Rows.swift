package import Syntax

extension Table {
  /// A table of `rows`; its columns in the order in which the rows first name them. What a row
  /// lacks is undefined.
  package init(rows: [Value.Object]) {
    var names: [String] = []
    var builders: [ColumnBuilder] = []
    var indexOf: [String: Int] = [:]
    for (row, object) in rows.enumerated() {
      for (place, member) in object.members.enumerated() {
        let index: Int
        if place < names.count, names[place] == member.name {
          index = place
        } else if let known = indexOf[member.name] {
          index = known
        } else {
          index = names.count
          indexOf[member.name] = index
          names.append(member.name)
          builders.append(ColumnBuilder())
        }
        while builders[index].count < row { builders[index].append(.undefined) }
        if builders[index].count == row { builders[index].append(member.value) }
      }
    }
    for index in builders.indices {
      while builders[index].count < rows.count { builders[index].append(.undefined) }
    }
    self.init(zip(names, builders).map { ($0, $1.column) }, rowCount: rows.count)
  }

  /// A table of the items of a JSON array as Vega takes them in: objects are rows, anything else becomes
  /// a row with the one field `data`.
  ///
  /// - Throws: where rows that each have other names would make more cells than a table may have; `span` is
  ///   where the array stands.
  package init(json items: [JSONNode], at span: SourceSpan?) throws(DiagnosticFailure) {
    var names: [String] = []
    var known: Set<String> = []
    for item in items {
      guard case .object(let members) = item.value else { continue }
      for (place, member) in members.enumerated() {
        if place < names.count, names[place] == member.name { continue }
        if known.insert(member.name).inserted { names.append(member.name) }
      }
    }
    try Budget.claim(rows: items.count, fields: names.count, at: span)
    self.init(
      rows: items.map { item in
        let value = Value(item)
        if case .object(let object) = value { return object }
        return Value.Object([.init("data", value)])
      })
  }
}

extension Value {
  /// The value of a JSON node, members in the order written.
  package init(_ node: JSONNode) {
    switch node.value {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let number): self = .number(number)
    case .string(let string): self = .string(string)
    case .array(let items): self = .array(items.map { Value($0) })
    case .object(let members):
      self = .object(Object(members.map { Member($0.name, Value($0.node)) }))
    }
  }
}
