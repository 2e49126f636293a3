import Syntax

/// A translation must be of something: a table, a row and a column of text that are there.
enum TranslationRule {
  static let id = DiagnosticID("translation-unknown")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    guard !dataset.translations.isEmpty else { return }
    var report = RuleReport()
    var rows: [String: Set<String>] = [:]
    for entry in dataset.tables { rows[entry.name] = entry.table.values(of: "id") }
    let words = Self.words(of: dataset)
    // What is not read, or stands under wrong headings, is told already.
    let unread = dataset.unreadTables
    for item in dataset.translations {
      let isWord = item.table == Translation.wordTable
      if isWord ? !unread.isEmpty : unread.contains(item.table) { continue }
      func refuse(_ text: String, _ column: String, _ expected: String, _ known: [String]) {
        report.add(
          Diagnostic(
            id, at: dataset.span(of: .translations, row: item.row, column: column),
            "`\(FactsDiagnostics.clipped(text))` has nothing to translate", expected: expected,
            hints: nearestNameHints(to: text, among: known)))
      }
      switch item.table {
      case Translation.wordTable:
        if !words.contains(item.rowID) {
          refuse(
            item.rowID, "row_id", "a code, such as a `kind` or `topic`, or what is counted",
            words.sorted())
        }
      case Translation.packageTable:
        if item.field != "title" { refuse(item.field, "field", "`title`", ["title"]) }
      default:
        guard let resource = dataset.package.resource(item.table), let ids = rows[item.table] else {
          let known = dataset.tables.map(\.name)
          refuse(
            item.table, "table", "a table of the package, `words` or `package`",
            known + [Translation.wordTable, Translation.packageTable])
          continue
        }
        if !ids.contains(item.rowID) {
          refuse(item.rowID, "row_id", "an id of `\(item.table)`", ids.sorted())
        }
        let columns = resource.schema.fields.filter(\.holdsText).map(\.name)
        if !columns.contains(item.field) {
          refuse(item.field, "field", "a column of text of `\(item.table)`", columns)
        }
      }
    }
    report.finish(into: &bag)
  }

  /// Columns whose cells are printed as words, whether or not the descriptor lists what they may hold.
  private static let wordColumns = ["counted", "kind", "topic", "stage", "type", "used_for"]

  /// Codes, and what is counted: what a reader may meet as a word though it is none of a row's texts.
  private static func words(of dataset: Dataset) -> Set<String> {
    // As written, so that a row that could not be read takes no word away.
    var words: Set<String> = []
    for entry in dataset.tables {
      for column in wordColumns { words.formUnion(entry.table.values(of: column)) }
    }
    // A descriptor need not list the codes that the tool itself knows.
    words.formUnion(Target.Kind.allCases.map(\.rawValue) + Indicator.Kind.allCases.map(\.rawValue))
    words.formUnion(Basis.allCases.map(\.rawValue) + Comparability.allCases.map(\.rawValue))
    for resource in dataset.package.resources {
      for field in resource.schema.fields { words.formUnion(field.constraints.choices ?? []) }
    }
    words.remove("")
    return words
  }
}

extension Field {
  /// Whether cells are free text, which a translation may replace.
  fileprivate var holdsText: Bool {
    type == .string && constraints.choices == nil && constraints.pattern == nil && name != "id"
  }
}

extension CSVTable {
  /// What stands in the column `name`.
  fileprivate func values(of name: String) -> Set<String> {
    guard let column = columnIndex(named: name) else { return [] }
    return Set((0..<rowCount).map { cell(row: $0, column: column).text })
  }
}
