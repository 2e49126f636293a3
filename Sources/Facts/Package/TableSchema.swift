package import Syntax

/// The shape that a table of the data package is held to: Frictionless Table Schema, the part in use.
package struct TableSchema: Sendable {
  package var fields: [Field]
  /// Names of the fields that together name a row; empty where none were given.
  package var primaryKey: [String]
  /// Further groups of fields that may not repeat together.
  package var uniqueKeys: [[String]]
  package var foreignKeys: [ForeignKey]

  /// The field called `name`, or nil.
  package func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// Whether the cells of a field name the rows of the table.
  func isKey(_ name: String) -> Bool {
    primaryKey.contains(name) || uniqueKeys.contains { $0.contains(name) }
      || field(name)?.constraints.isUnique == true
  }
}

/// What a column holds.
package struct Field: Sendable {
  package var name: String
  package var type: FieldType
  /// What the column means, for `data list`; may be empty.
  package var description: String
  package var constraints: Constraints
  /// Where the field is declared, for notes beside a diagnostic.
  package var span: SourceSpan
}

/// The types of Table Schema that a column can have here.
package enum FieldType: String, Sendable, CaseIterable {
  case string, integer, number, boolean, date, year, yearmonth
}

/// What a cell of a field must satisfy.
package struct Constraints: Sendable {
  /// Whether a cell may not be empty. Default: false.
  package var isRequired = false
  /// Whether no value may stand twice in the column. Default: false.
  package var isUnique = false
  /// The values allowed, in the order written; nil allows all.
  package var choices: [String]?
  package var pattern: Pattern?
  /// Bounds of a number; nil where open.
  package var minimum: Double?
  package var maximum: Double?
  /// Bounds on the number of characters; nil where open.
  package var minimumLength: Int?
  package var maximumLength: Int?

  package init() {}
}

/// Fields whose values must be found in a table.
package struct ForeignKey: Sendable {
  package var fields: [String]
  /// The table that is referred to; empty for the table itself.
  package var resource: String
  package var targets: [String]
  package var span: SourceSpan
}
