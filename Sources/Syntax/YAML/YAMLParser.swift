/// Reads the part of YAML 1.2 that people write by hand, and keeps the place of every value.
///
/// Block and flow collections, every style of scalar, comments; scalars get their types from the core
/// schema, so `yes` is a string. Anchors, aliases, tags, merge keys, directives, complex keys and further
/// documents are refused by name: none can expand, so no input grows. Reading goes on after a mistake
/// with the next line that is not part of it.
package struct YAMLParser {
  /// Deeper nesting is refused: the reader recurses.
  package static let maximumDepth = 64

  let file: SourceFile
  /// Where the part of the file that is YAML ends.
  let end: Int
  var position: Int
  var problems: CappedDiagnostics

  private init(_ file: SourceFile, _ range: Range<Int>) {
    self.file = file
    position = range.lowerBound
    end = range.upperBound
    problems = CappedDiagnostics(file)
  }

  /// The value written in the bytes `range` of `file`, such as its front matter, or nil with diagnostics in
  /// `bag`. Ranges of nodes are offsets into the file. Where nothing is written, the value is null.
  package static func parse(
    _ file: SourceFile, range: Range<Int>, into bag: inout DiagnosticBag
  ) -> JSONNode? {
    var parser = YAMLParser(file, range.clamped(to: 0..<file.bytes.count))
    let node = parser.document()
    parser.problems.finish(into: &bag)
    return parser.problems.count == 0 ? node : nil
  }

  /// The value of the whole `file`, or nil with diagnostics in `bag`.
  package static func parse(_ file: SourceFile, into bag: inout DiagnosticBag) -> JSONNode? {
    parse(file, range: 0..<file.bytes.count, into: &bag)
  }

  private mutating func document() -> JSONNode? {
    checkCharacters()
    checkDocumentMarkers()
    guard problems.count == 0 else { return nil }
    skipToContent()
    guard position < end else { return JSONNode(.null, range: position..<position) }
    let node = blockNode(parentIndent: -1, depth: 0)
    skipToContent()
    if position < end, problems.count == 0 {
      problems.add(
        {
          SyntaxDiagnostics.yamlIndentation(
            "the line belongs to nothing above it",
            expected: "the indentation of the lines at the same level", at: $0)
        }, restOfLine(from: position))
    }
    return node
  }

  // MARK: The whole text

  /// Refuses what is not text, once, so that the reader need not look again.
  private mutating func checkCharacters() {
    let range = position..<end
    let bad: [Int] = file.bytes.withUnsafeBufferPointer { bytes in
      var found: [Int] = []
      if let invalid = firstInvalidUTF8(in: bytes, range) { found.append(invalid) }
      for offset in range {
        let byte = bytes[offset]
        guard byte < 0x20 || byte == 0x7F, byte != .tab, byte != .lineFeed else { continue }
        if byte == .carriageReturn, offset + 1 < end, bytes[offset + 1] == .lineFeed { continue }
        found.append(offset)
      }
      return found
    }
    for offset in bad { problems.add(SyntaxDiagnostics.yamlCharacter(at:), offset..<offset + 1) }
  }

  /// A line that begins with `---` or `...` is a document's border wherever it stands, inside quotes too
  /// (YAML 1.2.2, 9.1.2). One `---` may open the text.
  private mutating func checkDocumentMarkers() {
    var line = position
    var isFirst = true
    while line < end {
      let content = restOfLine(from: line)
      let isMarker = [UInt8.minus, .period].contains { mark in
        content.count >= 3 && file.bytes[line..<line + 3].allSatisfy { $0 == mark }
          && isSeparator(at: line + 3)
      }
      let isDirective = isFirst && content.first.map { file.bytes[$0] } == .percent
      let isBare = content.dropFirst(3).allSatisfy { isBlank(file.bytes[$0]) }
      if isMarker, isFirst, isBare, file.bytes[line] == .minus {
        position = content.upperBound
        isFirst = false
      } else if isMarker || isDirective {
        problems.add(SyntaxDiagnostics.document(at:), isMarker ? line..<line + 3 : content)
        isFirst = false
      } else if let first = content.first(where: { !isBlank(file.bytes[$0]) }),
        file.bytes[first] != .hash
      {
        isFirst = false
      }
      line = startOfLine(after: content.upperBound)
    }
  }

  // MARK: Looking at the text

  var byte: UInt8? { position < end ? file.bytes[position] : nil }

  func byte(at offset: Int) -> UInt8? { offset < end ? file.bytes[offset] : nil }

  func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }

  /// Whether a blank, a line ending or the end of the text is at `offset`.
  func isSeparator(at offset: Int) -> Bool {
    guard let byte = byte(at: offset) else { return true }
    return isBlank(byte) || byte == .lineFeed || byte == .carriageReturn
  }

  func isLineEnd(at offset: Int) -> Bool {
    guard let byte = byte(at: offset) else { return true }
    return byte == .lineFeed || byte == .carriageReturn
  }

  /// How far into its line `offset` lies. Only spaces and `- ` stand before a node that asks, so bytes are
  /// columns.
  func column(of offset: Int) -> Int { file.position(of: offset).column - 1 }

  /// From `offset` to the end of its line, the line ending left out.
  func restOfLine(from offset: Int) -> Range<Int> {
    var stop = offset
    while !isLineEnd(at: stop) { stop += 1 }
    return offset..<stop
  }

  /// The start of the line after the one that ends at `offset`.
  func startOfLine(after offset: Int) -> Int {
    guard let byte = byte(at: offset) else { return end }
    return min(end, offset + (byte == .carriageReturn ? 2 : 1))
  }

  /// Whether the `#` at `offset` begins a comment: a blank or nothing stands before it on its line.
  private func startsComment(at offset: Int) -> Bool {
    offset == 0 || isBlank(file.bytes[offset - 1]) || file.bytes[offset - 1] == .lineFeed
  }

  // MARK: Moving on

  mutating func skipBlanks() {
    while let byte, isBlank(byte) { position += 1 }
  }

  /// Passes over blanks, comments and line endings.
  mutating func skipToContent() {
    while position < end {
      let start = position
      skipBlanks()
      guard let byte else { return }
      if byte == .hash, startsComment(at: position) {
        position = restOfLine(from: position).upperBound
      } else if !isLineEnd(at: position) {
        if column(of: start) == 0, file.bytes[start..<position].contains(.tab) {
          problems.add(SyntaxDiagnostics.yamlTab(at:), start..<position)
        }
        return
      }
      position = startOfLine(after: position)
    }
  }

  /// Expects nothing but a comment on the rest of the line.
  mutating func finishLine() {
    let start = position
    skipBlanks()
    guard let byte, !isLineEnd(at: position) else { return }
    if byte == .hash, position > start { return }
    var rest = restOfLine(from: position)
    if byte == .colon {
      rest = position..<position + 1
      syntax(
        "a `:` where the value should have ended", expected: "one key on a line",
        hint: "put a text that holds `: ` into quotes", rest)
    } else {
      syntax(
        "`\(SyntaxDiagnostics.shortened(file.text(in: rest)))` after the value",
        expected: "the end of the line", rest)
    }
    position = restOfLine(from: position).upperBound
  }

  /// After a mistake: passes over the rest of the line and the lines indented by more than `indent`.
  mutating func recover(indent: Int) {
    position = startOfLine(after: restOfLine(from: position).upperBound)
    while position < end {
      let content = restOfLine(from: position)
      if let first = content.first(where: { file.bytes[$0] != .space }),
        first - position <= indent
      {
        return
      }
      position = startOfLine(after: content.upperBound)
    }
  }

  mutating func syntax(
    _ message: String, expected: String? = nil, hint: String? = nil, _ range: Range<Int>
  ) {
    problems.add(
      { SyntaxDiagnostics.yaml(message, expected: expected, hint: hint, at: $0) }, range)
  }
}
