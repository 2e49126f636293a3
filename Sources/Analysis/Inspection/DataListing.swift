package import Facts
package import Syntax
import Tables

/// A table of the dataset, or of its analysis, as a list to read or to hand on.
package struct DataListing: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case text, csv, json
  }

  /// The names of the columns shown.
  package private(set) var columns: [String]
  private var cells: [[Value]]

  /// The tables that there are, with their number of rows: `table`, `rows`, `title`.
  package static func overview(_ dataset: Dataset, _ scope: ReportScope) -> DataListing {
    var cells = dataset.tables.map { entry -> [Value] in
      let title = dataset.package.resource(entry.name)?.title ?? entry.name
      return [.string(entry.name), .number(Double(entry.table.rowCount)), .string(title)]
    }
    cells.append([
      .string(factTable), .number(Double(scope.register.ids.count)),
      .string("Every figure: observed, aimed at, worked out"),
    ])
    return DataListing(columns: ["table", "rows", "title"], cells: cells)
  }

  /// The name of the table of all figures, which is worked out and not a file.
  private static let factTable = "facts"

  /// The rows of `table` for which the expression `condition` holds, or all. The expression names columns
  /// as they are, or as members of `datum`. `columns` chooses the columns; nil takes those that a
  /// terminal has room for (`isBrief`) or all.
  package static func rows(
    of table: String, in dataset: Dataset, _ scope: ReportScope, where condition: String? = nil,
    columns wanted: [String]? = nil, isBrief: Bool
  ) throws(DiagnosticFailure) -> DataListing {
    let all: (columns: [String], rows: [[Value]])
    if table == factTable {
      all = facts(scope)
    } else if let read = dataset.table(table) {
      all = rows(read, dataset.package.resource(table)?.schema)
    } else {
      throw DiagnosticFailure(
        InspectionDiagnostics.unknownTable(
          table, known: dataset.tables.map(\.name) + [factTable]))
    }
    let chosen = try indices(wanted, table, all.columns, all.rows, isBrief: isBrief)
    let kept =
      try condition.map { text throws(DiagnosticFailure) in
        try filter(all.rows, all.columns, text)
      } ?? all.rows
    return DataListing(
      columns: chosen.map { all.columns[$0] }, cells: kept.map { row in chosen.map { row[$0] } })
  }

  private static func rows(
    _ table: CSVTable, _ schema: TableSchema?
  ) -> (columns: [String], rows: [[Value]]) {
    let names = table.columnNames
    let isNumber = names.map { name in
      switch schema?.field(name)?.type {
      case .integer, .number, .year: true
      case .string, .boolean, .date, .yearmonth, nil: name == "value" || name == "out_of_value"
      }
    }
    let rows = (0..<table.rowCount).map { row in
      names.indices.map { column -> Value in
        let text = table.cell(row: row, column: column).text
        if isNumber[column], let number = DecimalText(text) { return .number(number.value) }
        return .string(text)
      }
    }
    return (names, rows)
  }

  private static func facts(_ scope: ReportScope) -> (columns: [String], rows: [[Value]]) {
    let columns = [
      "id", "kind", "name", "period", "figure", "status", "sources", "value", "indicator",
      "subject", "arithmetic", "note",
    ]
    let rows = scope.register.ids.compactMap { id -> [Value]? in
      guard let fact = scope.register.fact(id), let entry = scope.register.entry(id) else {
        return nil
      }
      return [
        .string(id), .string(fact.kind.rawValue), .string(fact.name), .string(entry.period),
        .string(entry.text), .string(fact.status.rawValue),
        .string(entry.sourceIDs.joined(separator: "; ")), fact.value.map { .number($0) } ?? .null,
        .string(fact.indicator), .string(fact.subject), .string(entry.arithmetic),
        .string(fact.note),
      ]
    }
    return (columns, rows)
  }

  /// Columns that tell most, in the order of interest; of each table those that it has.
  private static let brief: [String: [String]] = [
    "sources": ["id", "kind", "published", "published_basis", "title", "label"],
    "indicators": ["id", "name", "unit", "kind", "topic"],
    "observations": [
      "id", "period", "written", "qualifier", "status", "source_id", "locator",
    ],
    "targets": ["id", "deadline", "written", "qualifier", "policy_id", "source_id", "locator"],
    "policies": ["id", "kind", "issuer", "issued", "horizon_end", "stage", "name"],
    "editions": ["id", "number", "start_date", "end_date", "theme"],
    "events": ["id", "edition", "kind", "date", "basis", "name"],
    "organisations": ["id", "kind", "name"],
    "people": ["id", "name", "role", "organisation"],
    "places": ["id", "kind", "name"],
    "relations": ["subject", "type", "object", "source_id", "locator"],
    "reconciliations": ["id", "indicator", "period", "used_for", "chosen", "other", "rule"],
    "facts": ["id", "kind", "period", "figure", "status", "sources"],
  ]

  private static func indices(
    _ wanted: [String]?, _ table: String, _ names: [String], _ rows: [[Value]], isBrief: Bool
  ) throws(DiagnosticFailure) -> [Int] {
    if let wanted {
      var bag = DiagnosticBag()
      let found = wanted.compactMap { name -> Int? in
        let index = names.firstIndex(of: name)
        if index == nil {
          bag.add(InspectionDiagnostics.unknownColumn(name, of: table, known: names))
        }
        return index
      }
      try bag.throwIfErrors()
      return found
    }
    guard isBrief else { return Array(names.indices) }
    let chosen = (brief[table] ?? []).compactMap { names.firstIndex(of: $0) }
    return chosen.isEmpty ? Array(names.indices.prefix(8)) : chosen
  }

  private static func filter(
    _ rows: [[Value]], _ columns: [String], _ condition: String
  ) throws(DiagnosticFailure) -> [[Value]] {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "--where", text: condition)
    let span = file.span(0..<condition.utf8.count)
    guard let expression = Expression.parse(condition, at: span, into: &bag) else {
      throw DiagnosticFailure(bag)
    }
    var kept: [[Value]] = []
    for row in rows {
      let members = zip(columns, row).map { Value.Member($0, $1) }
      let scope = EvaluationScope(
        datum: .object(Value.Object(members)),
        names: Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first },
        isStrict: true, isExact: true)
      do throws(ExpressionError) {
        if try expression.evaluate(in: scope).isTruthy { kept.append(row) }
      } catch {
        throw DiagnosticFailure(error.diagnostic(at: expression.span(of: error.range)))
      }
    }
    return kept
  }

  /// The list in `format`, without a final line ending; `width` is that of the terminal, nil where there
  /// is none and nothing is to be cut.
  package func text(as format: Format, width: Int? = nil) -> String {
    switch format {
    case .text:
      return TextTable(header: columns, rows: cells.map { $0.map(Self.plain) }).text(width: width)
    case .csv:
      let rows = [columns] + cells.map { $0.map(Self.plain) }
      return rows.map { $0.map(Self.quoted).joined(separator: ",") }.joined(separator: "\n")
    case .json:
      let rows = cells.map { row in
        JSONOutput.object(zip(columns, row).map { ($0, Self.json($1)) })
      }
      return JSONOutput.array(rows).indented()
    }
  }

  private static func plain(_ value: Value) -> String {
    switch value {
    case .null, .undefined: ""
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): JSONOutput.text(of: number)
    case .string(let string): string
    case .date, .array, .object: ""
    }
  }

  private static func json(_ value: Value) -> JSONOutput {
    switch value {
    case .null, .undefined, .date, .array, .object: .null
    case .bool(let bool): .bool(bool)
    case .number(let number): .number(number)
    case .string(let string): .string(string)
    }
  }

  /// A cell in CSV's quotes where it needs them (RFC 4180).
  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
