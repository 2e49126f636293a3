extension SyntaxDiagnostics {
  package static let csvEmptyFile = DiagnosticID("csv-empty")
  package static let csvQuoteUnclosed = DiagnosticID("csv-unclosed-quote")
  package static let csvQuoteStray = DiagnosticID("csv-stray-quote")
  package static let csvAfterQuote = DiagnosticID("csv-text-after-quote")
  package static let csvRowCells = DiagnosticID("csv-row-cells")
  package static let csvRowBlank = DiagnosticID("csv-blank-row")
  package static let csvHeaderBlank = DiagnosticID("csv-blank-header")
  package static let csvHeaderDuplicate = DiagnosticID("csv-duplicate-header")
  package static let csvHeaderSeparator = DiagnosticID("csv-separator")
  package static let csvControlCharacter = DiagnosticID("csv-character")
  package static let csvNotUTF8 = DiagnosticID("csv-encoding")
  package static let csvForeignFile = DiagnosticID("csv-file-kind")

  /// The ids of CSV reading.
  static let csvIDs = [
    csvEmptyFile, csvQuoteUnclosed, csvQuoteStray, csvAfterQuote, csvRowCells, csvRowBlank,
    csvHeaderBlank, csvHeaderDuplicate, csvHeaderSeparator, csvControlCharacter, csvNotUTF8,
    csvForeignFile,
  ]

  static func csvEmpty(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      csvEmptyFile, at: span, "the file holds no rows",
      expected: "a first row with the names of the columns")
  }

  static func csvUnclosedQuote(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      csvQuoteUnclosed, at: span, "the quoted cell does not end",
      expected: "a closing double quote",
      hints: ["a quote inside a quoted cell is written twice: `\"\"`"])
  }

  static func csvStrayQuote(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      csvQuoteStray, at: span, "a double quote inside a cell without quotes",
      hints: ["put the whole cell into double quotes and write this one twice: `\"\"`"])
  }

  static func csvTextAfterQuote(
    at span: SourceSpan, opening: SourceSpan, delimiter: String
  ) -> Diagnostic {
    Diagnostic(
      csvAfterQuote, at: span, "`\(shortened(span.text))` after the closing quote of a cell",
      expected: "\(delimiter) or the end of the line",
      hints: ["a quote inside a quoted cell is written twice: `\"\"`"],
      notes: [.init("the cell begins here", at: opening)])
  }

  static func csvCellCount(
    row: String, count: Int, wanted: Int, delimiter: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      csvRowCells, at: span,
      "the row `\(shortened(row))` has \(count) \(count == 1 ? "cell" : "cells")",
      expected: "\(wanted), as many as the header",
      hints: count > wanted ? ["put a cell that holds \(delimiter) into double quotes"] : [])
  }

  static func csvTitleLine(cells: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      csvRowCells, at: span, "the first line has 1 cell, the line below it \(cells)",
      expected: "the names of the columns in the first line",
      hints: ["take out what stands above the names of the columns"])
  }

  static func csvBlankRow(at span: SourceSpan) -> Diagnostic {
    Diagnostic(csvRowBlank, at: span, "a blank line between rows", hints: ["take the line out"])
  }

  static func csvBlankHeader(column: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      csvHeaderBlank, at: span, "column \(column) has no name", expected: "a name in each column",
      hints: ["name the column, or take it out"])
  }

  static func csvDuplicateHeader(
    _ name: String, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      csvHeaderDuplicate, at: span, "two columns are called `\(shortened(name))`",
      expected: "a different name in each column", notes: [.init("the first is here", at: first)])
  }

  static func csvSeparator(
    _ separator: Character, wanted: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      csvHeaderSeparator, at: span,
      "the header is one cell that holds \(CSVDialect.name(of: separator))",
      expected: "cells separated by \(wanted)",
      hints: ["save the file with \(wanted) between cells"])
  }

  /// No place in the file is worth showing: whoever named it knows the place of its name.
  static func csvForeign(_ kind: ForeignFileKind, _ path: String) -> Diagnostic {
    Diagnostic(
      kind.isEncoding ? csvNotUTF8 : csvForeignFile,
      "`\(path)` is \(kind.name), not \(kind.isEncoding ? "text in UTF-8" : "a table as text")",
      expected: "CSV in UTF-8", hints: [kind.hint])
  }

  static func csvCharacter(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: 4 - hex.count) + hex
    return Diagnostic(
      csvControlCharacter, at: span,
      byte == 0x0D ? "a carriage return without a line feed" : "the control character \(code)",
      expected: "text",
      hints: byte == 0x0D ? ["save the file with LF or CRLF at the ends of lines"] : [])
  }

  static func csvEncoding(cells: Int, at span: SourceSpan) -> Diagnostic {
    let byte = span.file.bytes[span.range.lowerBound]
    return Diagnostic(
      csvNotUTF8, at: span,
      "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not text in UTF-8"
        + (cells > 1 ? "; \(cells) cells are not" : ""),
      expected: "UTF-8", hints: ["save the file as CSV UTF-8"])
  }

  /// The beginning of a text that may be of any length, for a message.
  static func shortened(_ text: String) -> String {
    let characters = text.prefix(41)
    return characters.count > 40 ? characters.prefix(40) + "…" : String(characters)
  }
}
