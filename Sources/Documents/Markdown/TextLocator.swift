/// Finds where a piece of a paragraph's text was written.
///
/// cmark keeps the column of a text node as if every line of its paragraph began where the first does,
/// and counts none for escapes; so its place is a hint from which the text itself is looked for.
struct TextLocator {
  private let source: MaskedSource
  /// The masked range of the paragraph, heading or cell.
  let range: Range<Int>
  private let line: Int
  private let column: Int
  /// No piece stands before one already found.
  private var cursor: Int
  /// Where cmark's line 1 lies for a text that was parsed apart; nil for the file's own lines.
  private let snippetStart: Int?

  init(_ node: MarkdownNode, in source: MaskedSource) {
    self.source = source
    line = node.line
    column = node.column
    let start = source.offset(line: node.line, column: node.column)
    let end = source.lineRange(max(node.line, node.endLine)).upperBound
    range = start..<max(start, end)
    cursor = start
    snippetStart = nil
  }

  /// A locator of text parsed apart, whose first column is the byte `range` begins with.
  init(snippet range: Range<Int>, firstColumn: Int, in source: MaskedSource) {
    self.source = source
    self.range = range
    line = 1
    column = firstColumn
    cursor = range.lowerBound
    snippetStart = range.lowerBound
  }

  /// The masked range of `text`, which stands in `node`; where it is written in another way (an entity)
  /// an empty range near it.
  mutating func locate(_ text: some StringProtocol, in node: MarkdownNode) -> Range<Int> {
    let wanted = Array(text.utf8)
    let hint = max(cursor, min(hint(node), range.upperBound))
    guard let found = find(wanted, from: hint) ?? find(wanted, from: cursor) else {
      return hint..<hint
    }
    cursor = found + wanted.count
    return found..<cursor
  }

  private func hint(_ node: MarkdownNode) -> Int {
    guard node.line > 0 else { return cursor }
    if let snippetStart { return snippetStart + node.column - column }
    let plain = source.offset(line: node.line, column: node.column)
    guard node.line > line else { return plain }
    let content = source.lineRange(node.line)
    var start = content.lowerBound
    while start < content.upperBound,
      source.bytes[start] == 0x20 || source.bytes[start] == 0x09
        || source.bytes[start] == UInt8(ascii: ">")
    {
      start += 1
    }
    return max(start, start + node.column - column)
  }

  /// How far from the hint text is looked for: what is not found soon is written in another way.
  private static let reach = 4_096

  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first, start >= range.lowerBound else { return nil }
    var index = start
    let end = min(range.upperBound, start + Self.reach)
    while index + wanted.count <= end {
      if source.bytes[index] == first,
        source.bytes[index..<index + wanted.count].elementsEqual(wanted),
        !Self.isPartOfNumber(source.bytes, index, wanted)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Whether what stands at `index` is but a part of a longer run of digits.
  private static func isPartOfNumber(_ bytes: [UInt8], _ index: Int, _ wanted: [UInt8]) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let last = wanted.last, digits.contains(wanted[0]), digits.contains(last) else {
      return false
    }
    let end = index + wanted.count
    return (index > 0 && digits.contains(bytes[index - 1]))
      || (end < bytes.count && digits.contains(bytes[end]))
  }
}
