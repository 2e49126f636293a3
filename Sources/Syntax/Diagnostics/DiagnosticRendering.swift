/// The forms in which diagnostics reach the user.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For people: message, source line with the place underlined, expectation, hints.
  case text
  /// For tools: one JSON object a line, with a schema version.
  case json
}

extension Diagnostic {
  /// The diagnostic in `format`, without a final line ending.
  package func rendered(as format: DiagnosticFormat) -> String {
    switch format {
    case .text: renderedText
    case .json: renderedJSON
    }
  }

  private var renderedText: String {
    var lines: [String] = []
    let place = span.map { "\($0.label): " } ?? ""
    lines.append("\(place)\(severity.rawValue): \(message) [\(id)]")
    if let span { lines += excerpt(of: span) }
    if let expected { lines.append("  expected: \(expected)") }
    lines += hints.map { "  hint: \($0)" }
    lines += notes.map { note in
      "  note: \(note.message)" + (note.span.map { " (\($0.label))" } ?? "")
    }
    return lines.joined(separator: "\n")
  }

  /// The source line with the span underlined; long lines are cut to a window about the span.
  private func excerpt(of span: SourceSpan) -> [String] {
    let start = span.start
    let line = span.file.lineRange(start.line)
    let from = min(max(span.range.lowerBound, line.lowerBound), line.upperBound)
    let to = min(max(span.range.upperBound, from), line.upperBound)
    let window = 100
    var before = Array(
      span.file.text(in: excerptStart(before: from, line.lowerBound, span.file)..<from))
    let marked = Array(span.file.text(in: from..<min(to, from + Self.excerptBytes))).prefix(window)
    let after = Array(span.file.text(in: to..<min(line.upperBound, to + Self.excerptBytes))).prefix(
      max(0, window - marked.count - min(before.count, window / 2)))
    if before.count > window / 2 { before = ["…"] + before.suffix(window / 2) }
    let shown = (before + marked + after).map(Self.visible).joined()
    let indent = before.map { Self.isWide($0) ? "  " : " " }.joined()
    let width = marked.reduce(0) { $0 + (Self.isWide($1) ? 2 : 1) }
    let number = String(start.line)
    let gutter = String(repeating: " ", count: max(0, 6 - number.count)) + number
    return [
      "\(gutter) | \(shown)",
      "       | \(indent)\(String(repeating: "^", count: max(1, width)))",
    ]
  }

  /// More than any window can show: a line may be megabytes long.
  private static let excerptBytes = 4096

  /// The first byte before `offset` that an excerpt looks at, at the start of a character.
  private func excerptStart(before offset: Int, _ line: Int, _ file: SourceFile) -> Int {
    var first = max(line, offset - Self.excerptBytes)
    while first > line, first < offset, file.bytes[first] & 0xC0 == 0x80 { first += 1 }
    return first
  }

  /// A character as it can be shown on a terminal: control characters cannot act there.
  private static func visible(_ character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return "" }
    if scalar == "\t" { return " " }
    return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "�" : String(character)
  }

  /// Han, kana, Hangul and full-width forms take two terminal cells.
  private static func isWide(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
      || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
      || (0x20000...0x3FFFD).contains(value)
  }

  private var renderedJSON: String {
    var object = JSONWriter()
    object.member("schema", .string("almanac-diagnostic/1"))
    object.member("id", .string(id.name))
    object.member("severity", .string(severity.rawValue))
    object.member("message", .string(message))
    if let span {
      let end = span.file.position(of: span.range.upperBound)
      object.member("file", .string(span.file.path))
      object.member("line", .number(Double(span.start.line)))
      object.member("column", .number(Double(span.start.column)))
      object.member("endLine", .number(Double(end.line)))
      object.member("endColumn", .number(Double(end.column)))
    }
    if let expected { object.member("expected", .string(expected)) }
    if !hints.isEmpty { object.member("hints", .array(hints.map { .string($0) })) }
    if !notes.isEmpty {
      object.member(
        "notes",
        .array(
          notes.map { note in
            .string(note.message + (note.span.map { " (\($0.label))" } ?? ""))
          }))
    }
    return object.text
  }
}
