import Syntax

/// Reads the cells of one row after another.
package struct RowReader {
  let table: CSVTable
  /// The row that it stands at, from 0.
  var row = 0
  private var report: TableReport
  /// What stands in place of a cell.
  private let replacements: [CellPlace: String]
  /// The last language that was found to be one: tables name few.
  private var knownLanguage = ""

  init(_ table: CSVTable, replacing cells: [CellPlace: String] = [:]) {
    self.table = table
    replacements = cells
    report = TableReport(table.file)
  }

  /// The records of all rows, `cells` in place of what is written. Problems go to `bag`.
  static func records<R: Record>(
    of type: R.Type, in table: CSVTable, named name: String,
    replacing cells: [CellPlace: String] = [:], into bag: inout DiagnosticBag
  ) -> [R] {
    var header = HeaderReader(table)
    let columns = R.columns(&header)
    guard header.missing.isEmpty else {
      let end = table.header.last?.range.upperBound ?? 0
      for column in header.missing {
        bag.add(
          FactsDiagnostics.missingColumn(
            column, table: name, declared: nil, at: table.file.span(end..<end)))
      }
      return []
    }
    var reader = RowReader(table, replacing: cells)
    var records: [R] = []
    records.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      reader.row = row
      if let record = R(&reader, columns) { records.append(record) }
    }
    reader.report.finish(into: &bag)
    return records
  }

  /// The text of a cell; empty for a column that is not there.
  func text(_ column: Int) -> String {
    if column < 0 { return "" }
    if !replacements.isEmpty, let text = replacements[CellPlace(row: row, column: column)] {
      return text
    }
    return table.cell(row: row, column: column).text
  }

  /// The text of a cell that may not be empty.
  mutating func required(_ column: Int) -> String? {
    let text = text(column)
    if text.isEmpty {
      add(FactsDiagnostics.emptyCell(name(of: column), at: span(column)))
      return nil
    }
    return text
  }

  /// A cell split at semicolons, spaces about the parts taken off.
  func list(_ column: Int) -> [String] {
    let text = text(column)
    if text.isEmpty || text == notStated { return [] }
    return text.split(separator: ";").map { part in
      String(part.drop { $0 == " " })
    }
  }

  /// A code of a closed list; an empty cell is reported.
  mutating func code<Code: RawRepresentable<String> & CaseIterable>(
    _ column: Int, as type: Code.Type
  ) -> Code? {
    required(column).flatMap { code($0, column, as: type) }
  }

  /// A code of a closed list, or nil for an empty cell.
  mutating func optionalCode<Code: RawRepresentable<String> & CaseIterable>(
    _ column: Int, as type: Code.Type
  ) -> Code?? {
    let text = text(column)
    if text.isEmpty { return .some(nil) }
    return code(text, column, as: type).map { .some($0) } ?? nil
  }

  private mutating func code<Code: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ column: Int, as type: Code.Type
  ) -> Code? {
    if let code = Code(rawValue: text) { return code }
    add(
      FactsDiagnostics.cellChoice(
        text, name(of: column), known: Code.allCases.map(\.rawValue), at: span(column)))
    return nil
  }

  /// A period that must be there.
  mutating func period(_ column: Int) -> Period? {
    required(column).flatMap { text in
      let period = Period(text)
      if period == nil { addPeriod(text, column) }
      return period
    }
  }

  /// A period, `.some(nil)` where it is not stated or the cell is empty, nil where it is wrong.
  mutating func statedPeriod(_ column: Int) -> Period?? {
    let text = text(column)
    if text.isEmpty || text == notStated { return .some(nil) }
    if let period = Period(text) { return .some(period) }
    addPeriod(text, column)
    return nil
  }

  private mutating func addPeriod(_ text: String, _ column: Int) {
    add(
      FactsDiagnostics.cellValue(
        text, name(of: column),
        "a period such as `2023`, `2023-Q4`, `2023-10`, `2023-10-16`, `2021/P2Y` or `undated`",
        hints: FactsDiagnostics.dayHints(text), at: span(column)))
  }

  /// A day that must be there.
  mutating func day(_ column: Int) -> CalendarDate? {
    required(column).flatMap { text in
      if let day = CalendarDate(text) { return day }
      add(
        FactsDiagnostics.cellValue(
          text, name(of: column), "a day such as `2023-10-16`",
          hints: FactsDiagnostics.dayHints(text), at: span(column)))
      return nil
    }
  }

  /// A whole number that must be there.
  mutating func integer(_ column: Int) -> Int? {
    required(column).flatMap { text in
      if DecimalText.isInteger(text), let number = Int(text) { return number }
      add(
        FactsDiagnostics.cellValue(
          text, name(of: column), "a whole number",
          hints: FactsDiagnostics.numberHints(text) { DecimalText.isInteger($0) },
          at: span(column)))
      return nil
    }
  }

  /// The text of a cell, or nil where it is empty or says that nothing is stated.
  func stated(_ column: Int) -> String? {
    let text = text(column)
    return text.isEmpty || text == notStated ? nil : text
  }

  /// The tag of a language; empty where there is none. What is no tag is reported and returned as it stands.
  mutating func language(_ column: Int) -> String {
    let text = text(column)
    guard !text.isEmpty, text != notStated, text != knownLanguage else { return text }
    if LanguageTag.isValid(text) {
      knownLanguage = text
    } else {
      add(
        FactsDiagnostics.cellValue(
          text, name(of: column),
          "a language by its BCP 47 tag, such as `en`, `de-CH` or `zh-Hans`",
          hints: LanguageTag.hints(for: text), at: span(column)))
    }
    return text
  }

  /// Further paragraphs, written `source:pN;source:pN`.
  mutating func mentions(_ column: Int) -> [Mention]? {
    var mentions: [Mention] = []
    for part in list(column) {
      guard let mention = Mention(part) else {
        add(
          FactsDiagnostics.cellValue(
            part, name(of: column), "paragraphs such as `opening_2023:p4;opening_2023:p7`",
            at: span(column)))
        return nil
      }
      mentions.append(mention)
    }
    return mentions
  }

  /// Where a cell of the row was written.
  func span(_ column: Int) -> SourceSpan {
    column < 0 ? table.span(ofRow: row) : table.cell(row: row, column: column).span
  }

  func name(of column: Int) -> String { column < 0 ? "" : table.header[column].text }

  mutating func add(_ diagnostic: Diagnostic) { report.add(diagnostic) }
}
