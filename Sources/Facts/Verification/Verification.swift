package import Syntax

/// Holds every row against the paragraph that it cites.
package struct Verification: Sendable {
  /// How many statements of a table were found in their paragraphs.
  package struct Count: Hashable, Sendable {
    package var table: String
    /// Statements: cells that must stand in the source as they are written, and figures that must be
    /// the number written.
    package var statements: Int
    package var confirmed: Int
  }

  package private(set) var counts: [Count] = []
  /// A problem for each statement that was not found.
  package private(set) var bag = DiagnosticBag()

  /// Verifies `dataset` against archived texts. `read` gives the text of an archived file, `fingerprint`
  /// its SHA-256 in hexadecimal.
  package init(
    _ dataset: Dataset, reading read: (String) throws(DiagnosticFailure) -> SourceFile,
    fingerprint: ([UInt8]) -> String
  ) {
    var texts: [String: SourceText] = [:]
    for source in dataset.sources {
      let cell = dataset.span(of: .sources, row: source.row, column: "archived_as")
      guard !source.archivedAs.isEmpty else {
        bag.add(VerificationDiagnostics.notArchived(source.id, at: cell))
        continue
      }
      do throws(DiagnosticFailure) {
        let file = try read(source.archivedAs)
        if !source.sha256.isEmpty, fingerprint(file.bytes) != source.sha256 {
          bag.add(
            VerificationDiagnostics.changedSource(
              source.archivedAs,
              at: dataset.span(of: .sources, row: source.row, column: "sha256")))
        }
        texts[source.id] = SourceText(file)
      } catch {
        bag.add(contentsOf: error.bag)
      }
    }
    let languages = SourceLanguages(dataset)
    for entry in dataset.tables { verify(entry, texts, languages) }
  }

  /// Columns that quote: each must stand in the cited paragraph as it is, in the tables named (in all
  /// where none is).
  private static let quoting: [(column: String, tables: [String])] = [
    ("written", []), ("term", []), ("out_of_written", []), ("equivalent_written", []),
    ("deadline_written", []), ("horizon_written", []), ("dates_written", []),
    ("name", ["organisations", "people", "places"]), ("role", ["people"]),
    ("issuer", ["policies"]),
  ]

  private mutating func verify(
    _ entry: DatasetTable, _ texts: [String: SourceText], _ languages: SourceLanguages
  ) {
    let table = entry.table
    guard let source = table.columnIndex(named: "source_id"),
      let locator = table.columnIndex(named: "locator")
    else { return }
    var count = Count(table: entry.name, statements: 0, confirmed: 0)
    let columns = Self.quoting.filter { $0.tables.isEmpty || $0.tables.contains(entry.name) }
      .compactMap { table.columnIndex(named: $0.column) }
    let figures = WrittenRule.Columns(entry)
    var right: Set<WrittenRule.Phrase> = []
    let theme = table.columnIndex(named: "theme")
    for row in 0..<table.rowCount {
      let cited = Self.paragraph(table, row, source, locator, texts)
      switch cited {
      case .unknownSource: continue
      case .missing(let text):
        bag.add(
          VerificationDiagnostics.noParagraph(
            table.cell(row: row, column: locator).text, last: text.paragraphCount,
            of: text.file.path, at: table.cell(row: row, column: locator).span))
      case .found(let paragraph, let span):
        for column in columns {
          confirm(table.cell(row: row, column: column), in: paragraph, span, &count)
        }
        if let figures, figures.hasFigure(row) {
          count.statements += 1
          let problems = figures.problems(row, languages, right: &right)
          if problems.isEmpty { count.confirmed += 1 }
          for problem in problems { bag.add(problem) }
        }
      }
      // A theme may be printed elsewhere than what the row rests on.
      if let theme, let other = table.columnIndex(named: "theme_source_id"),
        let place = table.columnIndex(named: "theme_locator"),
        case .found(let paragraph, let span) = Self.paragraph(table, row, other, place, texts)
      {
        confirm(table.cell(row: row, column: theme), in: paragraph, span, &count)
      }
      confirmMentions(table, row, entry.name, texts, &count)
    }
    if count.statements > 0 { counts.append(count) }
  }

  private enum Cited {
    case unknownSource
    case missing(SourceText)
    case found(String, SourceSpan?)
  }

  private static func paragraph(
    _ table: CSVTable, _ row: Int, _ source: Int, _ locator: Int, _ texts: [String: SourceText]
  ) -> Cited {
    guard let text = texts[table.cell(row: row, column: source).text],
      let locator = Locator(table.cell(row: row, column: locator).text)
    else { return .unknownSource }
    guard let paragraph = text.paragraph(locator) else { return .missing(text) }
    return .found(paragraph, text.span(locator))
  }

  private mutating func confirm(
    _ cell: CSVCell, in paragraph: String, _ span: SourceSpan?, _ count: inout Count
  ) {
    let text = cell.text
    guard !text.isEmpty, text != notStated else { return }
    count.statements += 1
    if SourceText.contains(SourceText.normalized(text), in: paragraph) {
      count.confirmed += 1
    } else {
      bag.add(VerificationDiagnostics.unconfirmed(text, at: cell.span, paragraph: span))
    }
  }

  /// Names must stand in the further paragraphs that a row lists, under one of their forms.
  private mutating func confirmMentions(
    _ table: CSVTable, _ row: Int, _ name: String, _ texts: [String: SourceText],
    _ count: inout Count
  ) {
    guard let column = table.columnIndex(named: "also_at") else { return }
    let cell = table.cell(row: row, column: column)
    for part in cell.text.split(separator: ";") {
      guard let mention = Mention(String(part.drop { $0 == " " })),
        let text = texts[mention.sourceID]
      else { continue }
      guard let paragraph = text.paragraph(mention.locator) else {
        bag.add(
          VerificationDiagnostics.noParagraph(
            "\(mention.locator)", last: text.paragraphCount, of: text.file.path, at: cell.span))
        continue
      }
      guard ["organisations", "people", "places"].contains(name) else { continue }
      let forms = ["name", "aliases"].compactMap { table.columnIndex(named: $0) }.flatMap {
        table.cell(row: row, column: $0).text.split(separator: ";").map {
          SourceText.normalized(String($0.drop { $0 == " " }))
        }
      }
      count.statements += 1
      if forms.contains(where: { SourceText.contains($0, in: paragraph) }) {
        count.confirmed += 1
      } else {
        bag.add(
          VerificationDiagnostics.unconfirmed(
            forms.first ?? "", at: cell.span, paragraph: text.span(mention.locator)))
      }
    }
  }
}
