import Syntax
import Tables

/// Reports the values of a field that cannot be read the way the specification takes them.
struct ReadingCheck {
  /// What the values are taken for.
  enum Kind {
    case number, time, boolean
    case timeInFormat(String)

    init?(_ parse: FieldParse) {
      switch parse {
      case .number: self = .number
      case .boolean: self = .boolean
      case .date(nil): self = .time
      case .date(let format?), .utc(let format): self = .timeInFormat(format.specifier)
      case .string: return nil
      }
    }
  }

  let field: String
  let kind: Kind
  let origin: RowOrigin
  /// Where the specification takes the field so.
  let reader: SourceSpan
  /// Whether the type of an encoding says so, which can then be another.
  let isByType: Bool

  /// The problem with `cells`, if any: an error where nothing can be read or what was read is wrong, else a
  /// warning.
  func problem(_ cells: UnreadCells) -> Diagnostic? {
    if let misread = cells.misread { return wrong(misread, cells) }
    guard let first = cells.first else { return nil }
    let isAll = cells.count == cells.filled
    let text = "`\(ChartDiagnostics.shortened(first.text))`"
    let row = origin.name(ofRow: first.row)
    let message =
      if isAll {
        "the field `\(field)` holds \(text) in \(row), which is not \(noun)"
          + (cells.count > 1 ? ", and no other of its \(cells.count) values is" : "")
      } else if cells.count == 1 {
        "1 of the \(cells.filled) values of `\(field)` is not \(noun): \(text) in \(row)"
      } else {
        "\(cells.count) of the \(cells.filled) values of `\(field)` are not \(nouns):"
          + " the first is \(text) in \(row)"
      }
    return diagnostic(
      ChartDiagnostics.unfitType, isAll ? .error : .warning, first, message, hints(first.text))
  }

  private func wrong(
    _ misread: UnreadCells.Misreading, _ cells: UnreadCells
  ) -> Diagnostic {
    func named(_ cell: UnreadCells.Cell) -> String {
      "`\(ChartDiagnostics.shortened(cell.text))` in \(origin.name(ofRow: cell.row))"
    }
    var message: String
    let hint: String
    var severity = Severity.error
    switch misread.kind {
    case .dayFirst(let witness):
      message =
        "\(named(misread.cell)) of `\(field)` is read with the month first, but \(named(witness))"
        + " has the day first"
      hint = formatHint([true], misread.cell.text)
    case .dayOrMonth:
      message =
        "\(named(misread.cell)) of `\(field)` is read with the month first, and no value shows"
        + " whether that is meant"
      severity = .warning
      hint = formatHint([true, false], misread.cell.text)
    case .decimalComma(let witness):
      message =
        "\(named(misread.cell)) of `\(field)` is read with a decimal point, but \(named(witness))"
        + " has a decimal comma"
      hint = "write the whole field with decimal points, and without points between thousands"
    }
    if cells.count > 0 {
      let are = cells.count == 1 ? "is not \(noun)" : "are not \(nouns)"
      message += "; \(cells.count) of its \(cells.filled) values \(are)"
    }
    return diagnostic(ChartDiagnostics.misreadValue, severity, misread.cell, message, [hint])
  }

  private func diagnostic(
    _ id: DiagnosticID, _ severity: Severity, _ cell: UnreadCells.Cell, _ message: String,
    _ hints: [String]
  ) -> Diagnostic {
    let place = origin.span(row: cell.row, field: field)
    return Diagnostic(
      id, severity: severity, at: place ?? reader, message, expected: expectation, hints: hints,
      notes: place == nil ? [] : [.init("it is taken for \(noun) here", at: reader)])
  }

  private var noun: String {
    switch kind {
    case .number: "a number"
    case .time: "a time"
    case .timeInFormat(let format): "a time in the form `\(format)`"
    case .boolean: "true or false"
    }
  }

  private var nouns: String {
    switch kind {
    case .number: "numbers"
    case .time: "times"
    case .timeInFormat(let format): "times in the form `\(format)`"
    case .boolean: "true or false"
    }
  }

  private var expectation: String {
    let values =
      switch kind {
      case .number: "numbers"
      case .time: "times such as 2024-05-01"
      case .timeInFormat(let format): "times in the form `\(format)`"
      case .boolean: "`true` or `false`"
      }
    return isByType ? "\(values), or the type `nominal` or `ordinal`" : values
  }

  /// What to do about `text`: never a way to write it that could be another value.
  private func hints(_ text: String) -> [String] {
    if WrittenNumber.isMissingMark(text) {
      return ["where there is no value, leave the cell empty, or write `null` in JSON"]
    }
    switch kind {
    case .number: return WrittenNumber.hint(for: text).map { [$0] } ?? []
    case .time:
      switch WrittenDate(text)?.order {
      case .dayFirst: return [formatHint([true], text)]
      case .undecided: return [formatHint([true, false], text)]
      case .monthFirst: return [formatHint([false], text)]
      case .yearFirst, nil: return WrittenDate.hint(for: text).map { [$0] } ?? []
      }
    case .timeInFormat, .boolean: return []
    }
  }

  /// The `format.parse` that reads `text`, with the day or the month first.
  private func formatHint(_ daysFirst: [Bool], _ text: String) -> String {
    let date = WrittenDate(text)
    let formats = daysFirst.compactMap { daysFirst in
      date.map { "`\"date:'\($0.format(daysFirst: daysFirst))'\"`" }
    }
    return
      "say how it is written, in `format.parse` of the data: \(formats.joined(separator: " or "))"
  }
}
