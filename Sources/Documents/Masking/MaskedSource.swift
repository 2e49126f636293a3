import Syntax

/// A template's text with its tokens masked, and the way back from masked offsets to the file's bytes.
struct MaskedSource: Sendable {
  let file: SourceFile
  /// UTF-8, valid, lines ending in `\n` alone.
  let bytes: [UInt8]
  let tokens: [Token]
  /// Where the body begins in `bytes`: after the front matter.
  let bodyStart: Int
  /// The masked range of the front matter's YAML, between its `---` lines; nil without one.
  let frontMatter: Range<Int>?
  /// Places that look like the head of a footnote's definition: the id's range in the file, in order.
  let noteHeads: [Range<Int>]
  /// Offsets at which masked and original part or meet; between two of them both run in step.
  private let anchors: [(masked: Int, original: Int)]
  private let lineStarts: [Int]
  /// Where the text was taken from, if `file` is but a copy of a scalar of YAML whose escapes were
  /// resolved; every span is this one then.
  var origin: SourceSpan?

  init(
    file: SourceFile, bytes: [UInt8], tokens: [Token], bodyStart: Int, frontMatter: Range<Int>?,
    noteHeads: [Range<Int>], anchors: [(masked: Int, original: Int)]
  ) {
    self.file = file
    self.bytes = bytes
    self.tokens = tokens
    self.bodyStart = bodyStart
    self.frontMatter = frontMatter
    self.noteHeads = noteHeads
    self.anchors = anchors
    var starts = [bodyStart]
    bytes.withUnsafeBufferPointer { buffer in
      for index in bodyStart..<buffer.count where buffer[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      }
    }
    lineStarts = starts
  }

  /// The byte of the file at a masked offset.
  func originalOffset(_ masked: Int) -> Int {
    var low = 0
    var high = anchors.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if anchors[middle].masked <= masked { low = middle } else { high = middle }
    }
    guard low < anchors.count else { return min(max(0, masked), file.bytes.count) }
    let step = masked - anchors[low].masked
    let limit = low + 1 < anchors.count ? anchors[low + 1].original : file.bytes.count
    return min(max(0, anchors[low].original + step), limit)
  }

  /// The span of the file for a masked range; both ends lie within the file.
  func span(_ masked: Range<Int>) -> SourceSpan {
    if let origin { return origin }
    let start = originalOffset(masked.lowerBound)
    return file.span(start..<max(start, originalOffset(masked.upperBound)))
  }

  /// The span of a range of the file's own bytes, such as a token's.
  func span(ofOriginal range: Range<Int>) -> SourceSpan { origin ?? file.span(range) }

  /// The masked offset of a line of the body (from 1) and a column (from 1, bytes).
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return bodyStart }
    guard line <= lineStarts.count else { return bytes.count }
    return min(max(lineStarts[line - 1], lineStarts[line - 1] + column - 1), bytes.count)
  }

  /// The masked range of a line of the body (from 1), without its ending.
  func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    return lineStarts[line - 1]..<max(lineStarts[line - 1], end)
  }

  /// The ids of footnotes' definitions as they stand in the masked text.
  var maskedNoteHeads: [String] {
    tokens.indices.compactMap { index in
      guard case .noteHead = tokens[index].kind else { return nil }
      return Token.scalar(of: index).map { String(Character($0)) }
    }
  }

  /// The token that `scalar` stands for.
  func token(_ scalar: Unicode.Scalar) -> Token? {
    guard let index = Token.index(of: scalar), index < tokens.count else { return nil }
    return tokens[index]
  }

  /// Whether `text` may hold a token: all of them begin with one of two bytes.
  static func mayHoldToken(_ text: some StringProtocol) -> Bool {
    text.utf8.contains { $0 == 0xF3 || $0 == 0xF4 }
  }

  /// `text` as the author wrote it: each token given back its own text.
  func unmasked(_ text: String) -> String { unmasked(text, resolvesEscapes: false) }

  /// `text`, which cmark resolved the escapes of, as it is meant: what is escaped means itself.
  func resolved(_ text: String) -> String { unmasked(text, resolvesEscapes: true) }

  private func unmasked(_ text: String, resolvesEscapes: Bool) -> String {
    guard Self.mayHoldToken(text) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard let token = token(scalars[index]) else {
        result.append(scalars[index])
        index += 1
        continue
      }
      index += 1
      if case .fence = token.kind {
        // A fence was written as an empty line and, indented as it was, `<?…?>`.
        for expected: Unicode.Scalar in ["?", "<"] where result.last == expected {
          result.removeLast()
        }
        var indent = 0
        while result.last == " " {
          result.removeLast()
          indent += 1
        }
        if result.last == "\n" { result.removeLast() }
        result.append(contentsOf: String(repeating: " ", count: indent).unicodeScalars)
        for expected: Unicode.Scalar in ["?", ">"]
        where index < scalars.count && scalars[index] == expected { index += 1 }
      }
      let written = file.text(in: token.range).unicodeScalars
      if resolvesEscapes, case .escape = token.kind {
        result.append(contentsOf: written.dropFirst())
      } else {
        result.append(contentsOf: written)
      }
    }
    return String(result)
  }
}
