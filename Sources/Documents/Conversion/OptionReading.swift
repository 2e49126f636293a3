import Syntax

extension DocumentConverter {
  /// The YAML of a masked range as it stands in the file: places are the file's, tokens have their text.
  ///
  /// YAML is read masked, so that `fig-cap: {{ x }} grew` need not be quoted; `#|` at the head of a line
  /// counts as spaces.
  mutating func yaml(_ range: Range<Int>) -> JSONNode? {
    var bytes = Array(source.bytes[range])
    var index = 0
    var atLineStart = true
    while index + 1 < bytes.count {
      if atLineStart, bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "|") {
        bytes[index] = 0x20
        bytes[index + 1] = 0x20
      }
      if bytes[index] == UInt8(ascii: "\n") {
        atLineStart = true
      } else if bytes[index] != 0x20 {
        atLineStart = false
      }
      index += 1
    }
    let file = SourceFile(path: source.file.path, bytes: bytes)
    var found = DiagnosticBag()
    let node = YAMLParser.parse(file, range: 0..<bytes.count, into: &found)
    for var diagnostic in found.diagnostics {
      func moved(_ span: SourceSpan) -> SourceSpan {
        source.span(
          range.lowerBound + span.range.lowerBound..<range.lowerBound + span.range.upperBound)
      }
      diagnostic.span = diagnostic.span.map(moved)
      diagnostic.message = source.unmasked(diagnostic.message)
      diagnostic.hints = diagnostic.hints.map(source.unmasked)
      diagnostic.notes = diagnostic.notes.map {
        .init(source.unmasked($0.message), at: $0.span.map(moved))
      }
      bag.add(diagnostic)
    }
    return node.map { moved($0, by: range.lowerBound) }
  }

  private func moved(_ node: JSONNode, by base: Int) -> JSONNode {
    let range = source.span(base + node.range.lowerBound..<base + node.range.upperBound).range
    switch node.value {
    case .null, .bool, .number: return JSONNode(node.value, range: range)
    case .string(let text): return JSONNode(.string(source.unmasked(text)), range: range)
    case .array(let items): return JSONNode(.array(items.map { moved($0, by: base) }), range: range)
    case .object(let members):
      return JSONNode(
        .object(
          members.map { member in
            let name = base + member.nameRange.lowerBound..<base + member.nameRange.upperBound
            return .init(
              name: source.unmasked(member.name), nameRange: source.span(name).range,
              node: moved(member.node, by: base))
          }), range: range)
    }
  }

  /// A reader of the `#|` lines at the head of a fenced block, after which nothing may stand.
  mutating func options(_ node: MarkdownNode, _ span: SourceSpan) -> ObjectReader? {
    let lines = node.literal.split(separator: "\n", omittingEmptySubsequences: false)
    let count = lines.prefix { $0.hasPrefix("#|") }.count
    for (index, line) in lines.enumerated().dropFirst(count) where !line.allSatisfy(\.isWhitespace)
    {
      bag.add(
        DocumentDiagnostics.blockBody(at: source.span(source.lineRange(node.line + 1 + index))))
      break
    }
    let empty = JSONNode(.object([]), range: span.range)
    guard count > 0 else { return ObjectReader(empty, in: source.file, into: &bag) }
    let range =
      source.lineRange(node.line + 1).lowerBound..<source.lineRange(node.line + count).upperBound
    guard let options = yaml(range) else { return nil }
    return ObjectReader(
      languages.resolved(options, in: source.file, into: &bag), in: source.file, into: &bag)
  }

  /// The expression that an option holds, with or without `{{ }}` about it.
  func expression(_ text: String, at span: SourceSpan) -> Placeholder {
    var range = span.range
    let written = span.text
    if written != text, written.first == "\"" || written.first == "'", range.count >= 2 {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    if text.hasPrefix("{{"), text.hasSuffix("}}"), text.utf8.count >= 4, range.count >= 4 {
      return Placeholder(
        expression: String(text.dropFirst(2).dropLast(2)),
        span: span.file.span(range.lowerBound + 2..<range.upperBound - 2))
    }
    return Placeholder(expression: text, span: span.file.span(range))
  }

  /// What a label may be attached to; the prefix tells references apart.
  enum LabelKind {
    case figure, table, section

    var prefix: String {
      switch self {
      case .figure: "fig-"
      case .table: "tbl-"
      case .section: "sec-"
      }
    }
  }

  /// Reports a label that no reference could name. A section's may have no prefix: then links alone lead
  /// to it.
  mutating func checkLabel(_ label: AttributeList.Name, kind: LabelKind) {
    let others = ["fig-", "tbl-", "sec-"].filter { $0 != kind.prefix }
    let isWrong = others.contains { label.text.hasPrefix($0) }
    let isMissing = kind != .section && !label.text.hasPrefix(kind.prefix)
    let isSpelt =
      label.text != kind.prefix
      && label.text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
          || $0 == 0x5F
      }
    if isWrong || isMissing || !isSpelt {
      bag.add(DocumentDiagnostics.labelForm(label.text, prefix: kind.prefix, at: label.span))
    }
  }
}
