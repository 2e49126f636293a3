import Syntax

/// The columns of a figure say what is printed in its row: `value`, `multiplier`, `unit` and `qualifier` what
/// `written` says, `out_of_value` what `out_of_written` says. Read by the words of the source's language where they
/// are known, else by the digits alone.
enum WrittenRule {
  static let numberID = DiagnosticID("written-number")
  static let unitID = DiagnosticID("written-unit")
  static let qualifierID = DiagnosticID("written-qualifier")
  static let languageID = DiagnosticID("written-language")
  static let ids = [numberID, unitID, qualifierID, languageID]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    let languages = SourceLanguages(dataset)
    var report = RuleReport()
    var right: Set<Phrase> = []
    var unread: (count: Int, tag: String, span: SourceSpan)?
    for entry in dataset.tables {
      guard let columns = Columns(entry) else { continue }
      for row in 0..<entry.table.rowCount {
        for problem in columns.problems(row, languages, right: &right) { report.add(problem) }
        if let tag = columns.unreadLanguage(row, languages) {
          let span = entry.table.cell(row: row, column: columns.written).span
          unread = (unread.map { $0.count + 1 } ?? 1, unread?.tag ?? tag, unread?.span ?? span)
        }
      }
    }
    report.finish(into: &bag)
    if let unread {
      bag.add(
        Diagnostic(
          languageID, severity: .note, at: unread.span,
          "\(unread.count) \(unread.count == 1 ? "figure is" : "figures are") in words that are not "
            + "read, such as these in `\(unread.tag)`: only digits are compared"))
    }
  }

  /// What follows the digits of a figure, and what its row says of it. It is right after any digits or after none:
  /// a long table says the same in every row.
  struct Phrase: Hashable {
    private var words: String
    private var power: Int
    private var unit: Unit?
    private var qualifier: Qualifier?
    private var language: WrittenLanguage

    /// Nil where the printed form does not begin with the digits of the value, or has others after them.
    fileprivate init?(
      after value: CSVCell, _ written: CSVCell, in table: CSVTable, power: Int, unit: Unit?,
      qualifier: Qualifier?, _ language: WrittenLanguage
    ) {
      let (digits, printed) = (
        table.file.bytes[value.range], table.file.bytes[written.range]
      )
      guard printed.count > digits.count, printed.starts(with: digits) else { return nil }
      let rest = printed.dropFirst(digits.count)
      if language.hasDecimalComma, digits.contains(UInt8(ascii: ".")) { return nil }
      guard rest.first == UInt8(ascii: " "), !rest.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
      else { return nil }
      words = String(decoding: rest, as: UTF8.self)
      self.power = power
      self.unit = unit
      self.qualifier = qualifier
      self.language = language
    }
  }

  /// The columns of a table with figures as they are printed.
  struct Columns {
    private let table: CSVTable
    let written: Int
    private let value: Int
    private let multiplier: Int?
    private let unit: Int?
    private let qualifier: Int?
    private let outOfWritten: Int?
    private let outOfValue: Int?
    private let source: Int?
    /// Whether a bound may stand outside the printed figure: what a target is, a floor or a ceiling.
    private let isTarget: Bool

    /// Nil for a table without the two columns.
    init?(_ entry: DatasetTable) {
      table = entry.table
      guard let written = table.columnIndex(named: "written"),
        let value = table.columnIndex(named: "value")
      else { return nil }
      self.written = written
      self.value = value
      multiplier = table.columnIndex(named: "multiplier")
      unit = table.columnIndex(named: "unit")
      qualifier = table.columnIndex(named: "qualifier")
      outOfWritten = table.columnIndex(named: "out_of_written")
      outOfValue = table.columnIndex(named: "out_of_value")
      source = table.columnIndex(named: "source_id")
      isTarget = entry.name == TableName.targets.rawValue
    }

    private func text(_ row: Int, _ column: Int?) -> String {
      column.map { table.cell(row: row, column: $0).text } ?? ""
    }

    /// Whether the row has a figure and its printed form.
    func hasFigure(_ row: Int) -> Bool { !text(row, value).isEmpty && !text(row, written).isEmpty }

    /// The tag of the source's language where its words are not read.
    fileprivate func unreadLanguage(_ row: Int, _ languages: SourceLanguages) -> String? {
      guard languages.hasUnread, hasFigure(row) else { return nil }
      return languages.unread(text(row, source), text(row, written))
    }

    /// What the row's columns say otherwise than its printed forms. Cells that cannot be read are the schema's.
    /// `right` gathers what was found right.
    func problems(
      _ row: Int, _ languages: SourceLanguages, right: inout Set<Phrase>
    ) -> [Diagnostic] {
      var problems: [Diagnostic] = []
      if let problem = figureProblem(row, languages, &right) { problems.append(problem) }
      if let outOfValue, let number = DecimalText(text(row, outOfValue)) {
        let printed = text(row, outOfWritten)
        let language = languages.language(text(row, source), of: printed)
        if !printed.isEmpty,
          WrittenFigure(printed, in: language).contradiction(number, 0, nil, nil) != nil
        {
          problems.append(otherNumber(number.text, 0, printed, row, outOfValue, languages))
        }
      }
      return problems
    }

    private func figureProblem(
      _ row: Int, _ languages: SourceLanguages, _ right: inout Set<Phrase>
    ) -> Diagnostic? {
      let qualifierText = text(row, qualifier)
      let (first, second) = (
        table.cell(row: row, column: value), table.cell(row: row, column: written)
      )
      // As a table of numbers has them: nothing to read.
      if !languages.hasDecimalComma, table.hasEqualBytes(first.range, second.range),
        qualifierText == Qualifier.exact.rawValue
      {
        return nil
      }
      let printed = second.text
      let powerText = text(row, multiplier)
      guard let number = DecimalText(first.text), !printed.isEmpty, printed != notStated,
        let power = powerText.isEmpty ? 0 : Int(powerText)
      else { return nil }
      let language = languages.language(text(row, source), of: printed)
      let unit = Unit(rawValue: text(row, self.unit))
      let qualifier = Qualifier(rawValue: qualifierText)
      let phrase = Phrase(
        after: first, second, in: table, power: power, unit: unit, qualifier: qualifier, language)
      if let phrase, right.contains(phrase) { return nil }
      let figure = WrittenFigure(printed, in: language)
      switch figure.contradiction(number, power, unit, qualifier) {
      case nil:
        if let phrase { right.insert(phrase) }
        return nil
      case .number: return otherNumber(number.text, power, printed, row, value, languages)
      case .unit(let units):
        return Diagnostic(
          unitID, at: span(row, self.unit),
          "`\(unit?.rawValue ?? "")` is not the unit of `\(FactsDiagnostics.clipped(printed))`",
          expected: FactsDiagnostics.oneOf(units.map(\.rawValue)))
      case .qualifier(let qualifiers):
        if qualifiers.isEmpty {
          if isTarget, qualifier == .atLeast || qualifier == .upTo { return nil }
          return Diagnostic(
            qualifierID, at: span(row, self.qualifier),
            "`\(FactsDiagnostics.clipped(printed))` does not say `\(qualifierText)`",
            expected: "`exact`, or in `written` the source's words with the qualifier among them")
        }
        return Diagnostic(
          qualifierID, at: span(row, self.qualifier),
          "`\(qualifierText)` is not the qualifier of `\(FactsDiagnostics.clipped(printed))`",
          expected: FactsDiagnostics.oneOf(qualifiers.map(\.rawValue)))
      }
    }

    private func span(_ row: Int, _ column: Int?) -> SourceSpan {
      column.map { table.cell(row: row, column: $0).span } ?? table.span(ofRow: row)
    }

    private func otherNumber(
      _ value: String, _ multiplier: Int, _ printed: String, _ row: Int, _ column: Int,
      _ languages: SourceLanguages
    ) -> Diagnostic {
      let power = multiplier == 0 ? "" : " × 10^\(multiplier)"
      return Diagnostic(
        numberID, at: span(row, column),
        "`\(value)`\(power) is not the number of `\(FactsDiagnostics.clipped(printed))`",
        expected: "the figure as \(column == self.value ? "`written`" : "`out_of_written`") has it",
        hints: languages.isAssumed(text(row, source), of: printed)
          ? ["it is read as English: the source's `language` says where it is another"] : [])
    }
  }
}

/// The languages of the sources of a dataset.
struct SourceLanguages {
  private var tags: [String: String] = [:]
  /// The tags of sources in languages whose words are not read, or not all.
  private var unreadTags: [String: String] = [:]
  var hasUnread: Bool { !unreadTags.isEmpty }
  /// Whether a language writes decimals after a comma.
  private(set) var hasDecimalComma = false

  init(_ dataset: Dataset) {
    for source in dataset.sources {
      let tag = source.language == notStated ? "" : source.language
      tags[source.id] = tag
      let language = WrittenLanguage(tag, of: "")
      // What is no tag is an error at its cell already.
      if language == .other ? LanguageTag.isValid(tag) : language.words != nil {
        unreadTags[source.id] = tag
      }
      if language.hasDecimalComma { hasDecimalComma = true }
    }
  }

  func language(_ source: String, of text: String) -> WrittenLanguage {
    WrittenLanguage(tags[source] ?? "", of: text)
  }

  /// Whether `text` is taken for English because its source does not say its language.
  func isAssumed(_ source: String, of text: String) -> Bool {
    (tags[source] ?? "").isEmpty && WrittenLanguage("", of: text) == .english
  }

  /// The tag of a source's language where its words are not read, or not those of `printed`.
  func unread(_ source: String, _ printed: String) -> String? {
    guard let tag = unreadTags[source] else { return nil }
    let language = WrittenLanguage(tag, of: "")
    if language == .other { return tag }
    if printed.utf8.contains(where: Self.isDigit) { return nil }
    return WrittenFigure(printed, in: language).mayHaveOthers ? tag : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
