import Syntax

extension DocumentConverter {
  /// Reports runs of `*` and `_` in a text of cmark's that were meant to set words apart and would be printed.
  ///
  /// Signs between spaces, as in `2 * 3`, and within a word, as in `5*3` and `snake_case`, are text, and so are
  /// underscores about a name that has others within, as `file_name_`. What the author escaped is a token and
  /// no sign here; what came of an entity is not found in the source.
  ///
  /// - Parameters:
  ///   - isAfterSpace: Whether a line begins or breaks before the text.
  ///   - isBeforeSpace: Whether a line ends or breaks after it.
  mutating func checkDelimiters(
    _ node: MarkdownNode, _ locator: TextLocator, isAfterSpace: Bool, isBeforeSpace: Bool
  ) {
    guard node.literal.utf8.contains(where: { $0 == 0x2A || $0 == 0x5F }) else { return }
    let scalars = Array(node.literal.unicodeScalars)
    var segment = 0..<0
    var origin: SegmentOrigin?
    var index = 0
    while index < scalars.count {
      let sign = scalars[index]
      guard sign == "*" || sign == "_" else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, scalars[end] == sign { end += 1 }
      let before = index > 0 ? neighbour(scalars[index - 1]) : isAfterSpace ? .space : .token
      let after = end < scalars.count ? neighbour(scalars[end]) : isBeforeSpace ? .space : .token
      let run = index..<end
      index = end
      guard Self.isStray(sign, between: before, and: after),
        sign == "*" || !Self.isInName(run, of: scalars)
      else { continue }
      if !segment.contains(run.lowerBound) {
        segment = self.segment(around: run, in: scalars)
        origin = self.origin(of: segment, first: run, in: scalars, of: node, locator)
      }
      let start: Int
      switch origin {
      case .whole(let offset):
        start = offset + Self.length(of: scalars[segment.lowerBound..<run.lowerBound])
      // The others would be looked for in vain or found twice.
      case .run(let offset): (start, origin) = (offset, nil)
      case nil: continue
      }
      bag.add(
        DocumentDiagnostics.strayDelimiter(
          String(repeating: String(sign), count: run.count),
          at: source.span(start..<start + run.count)))
    }
  }

  /// Where what stands between two tokens of a text was written.
  private enum SegmentOrigin {
    /// Letter by letter from an offset of the masked source.
    case whole(Int)
    /// In another way, such as with entities; a run within it stands at an offset.
    case run(Int)
  }

  private static func isStray(
    _ sign: Unicode.Scalar, between before: Neighbour, and after: Neighbour
  ) -> Bool {
    if sign == "*" {
      return (before != .space || after != .space) && (before != .letter || after != .letter)
    }
    func isWord(_ neighbour: Neighbour) -> Bool {
      neighbour == .letter || neighbour == .eastAsianLetter || neighbour == .token
    }
    return isWord(before) != isWord(after)
  }

  /// Whether a run of `_` is at an end of letters and digits that other underscores hold together.
  private static func isInName(_ run: Range<Int>, of scalars: [Unicode.Scalar]) -> Bool {
    func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || Neighbour(scalar) == .letter }
    let before = scalars[..<run.lowerBound].reversed().prefix(while: isPart)
    return before.contains("_") || scalars[run.upperBound...].prefix(while: isPart).contains("_")
  }

  /// Reports emphasis that begins within a word and goes on over others, as `*` does in `5*3 and 2*4`.
  mutating func checkStart(
    of node: MarkdownNode, after previous: MarkdownNode?, _ locator: TextLocator
  ) {
    guard let previous, previous.kind == .text, let before = previous.literal.unicodeScalars.last,
      neighbour(before) == .letter, node.plainText.contains(where: \.isWhitespace)
    else { return }
    let start = node.plainText.unicodeScalars.prefix { neighbour($0) == .letter }
    guard !start.isEmpty else { return }
    let signs = node.kind == .strong ? "**" : "*"
    var probe = locator
    let found = probe.locate(signs + String(start), in: node)
    bag.add(
      DocumentDiagnostics.delimiterWithinWord(
        signs, at: source.span(found.lowerBound..<found.lowerBound + signs.utf8.count)))
  }

  private func neighbour(_ scalar: Unicode.Scalar) -> Neighbour {
    source.token(scalar) == nil ? Neighbour(scalar) : .token
  }

  /// What stands about a run up to the next tokens.
  private func segment(around run: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    func isToken(_ scalar: Unicode.Scalar) -> Bool { source.token(scalar) != nil }
    let start = scalars[..<run.lowerBound].lastIndex(where: isToken).map { $0 + 1 } ?? 0
    let end = scalars[run.upperBound...].firstIndex(where: isToken) ?? scalars.count
    return start..<end
  }

  /// Where a segment was written; nil where its first run was not, but came of an entity.
  private func origin(
    of segment: Range<Int>, first run: Range<Int>, in scalars: [Unicode.Scalar],
    of node: MarkdownNode, _ locator: TextLocator
  ) -> SegmentOrigin? {
    for (range, origin) in [(segment, SegmentOrigin.whole), (run, SegmentOrigin.run)] {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[range])
      var probe = locator
      let found = probe.locate(String(text), in: node)
      if !found.isEmpty { return origin(found.lowerBound) }
    }
    return nil
  }

  private static func length(of scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + Unicode.UTF8.width($1) }
  }
}
