import Documents
import Scene
import Syntax
import Typesetting

/// Sets inlines into lines and lines into frame items, in the roles of a style sheet.
struct TextSetter {
  let style: StyleSheet
  let inlines: InlineSetter
  let shaper: Shaper

  /// Lines set under each other.
  struct Stack {
    var items: [FrameItem] = []
    var height = 0.0
    var calls = Calls()

    /// Adds what is set right under it.
    static func += (stack: inout Stack, more: Stack) {
      stack.items += more.items
      stack.height += more.height
      stack.calls += more.calls
    }
  }

  /// The lines of `content` in `role`, no wider than `measure`; `looseness` more or fewer than look best.
  func lines(
    _ content: [Inline], role: StyleSheet.Role, measure: Double,
    alignment: Paragraph.Alignment? = nil, looseness: Int = 0
  ) throws(DiagnosticFailure) -> [TypesetLine] {
    let spans = inlines.spans(content, role: role)
    if let word = spans.endlessWord {
      throw DiagnosticFailure(LayoutDiagnostics.wordTooLong(word))
    }
    let paragraph = Paragraph(
      spans: spans, alignment: alignment ?? role.alignment,
      isHyphenated: style.hyphenates && (alignment ?? role.alignment) == .justified,
      looseness: looseness)
    return try shaper.lines(of: paragraph, measure: measure)
  }

  /// The items of one line whose top is at `y`; `x` is where the line's left edge lies.
  func items(
    of line: TypesetLine, x: Double, y: Double, role: StyleSheet.Role
  ) -> [FrameItem] {
    line.pieces.map { piece in
      let text = TextItem(
        origin: Point(x: x + piece.x, y: y + role.baseline - piece.rise), lines: [[piece.run]],
        fill: piece.paint, families: piece.style.font.families)
      guard let link = piece.link else { return .text(text) }
      return .group(Group(link: link, tag: .link, items: [.text(text)]))
    }
  }

  /// A stack of lines as one block of items, with the height that it takes.
  func stack(
    _ content: [Inline], role: StyleSheet.Role, x: Double, y: Double, measure: Double,
    alignment: Paragraph.Alignment? = nil
  ) throws(DiagnosticFailure) -> Stack {
    var stack = Stack()
    for line in try lines(content, role: role, measure: measure, alignment: alignment) {
      stack.items += items(of: line, x: x, y: y + stack.height, role: role)
      stack.calls += Calls(line)
      stack.height += role.leading
    }
    return stack
  }

  /// Han that a narrow column may not part: a column of single characters cannot be read.
  private static let leastHan = 4.0

  /// The width of the longest unbreakable part of `content`, and of all of it on one line.
  func widths(
    _ content: [Inline], role: StyleSheet.Role
  ) throws(DiagnosticFailure) -> (least: Double, most: Double) {
    let extent = try shaper.extent(of: Paragraph(spans: inlines.spans(content, role: role)))
    let hasHan = content.plainText.unicodeScalars.contains { isIdeographic($0.value) }
    let han = hasHan ? min(extent.natural, Self.leastHan * role.text.size) : 0
    return (max(extent.minimum, han), extent.natural)
  }
}

extension [TextSpan] {
  /// A run of letters that is longer than any line: to look for its syllables would take long. Han, which
  /// is divided anywhere, is not meant.
  fileprivate var endlessWord: String? {
    for span in self where span.text.utf8.count > 1_000 {
      var length = 0
      for (index, byte) in span.text.utf8.enumerated() {
        let isLetter = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        length = isLetter ? length + 1 : 0
        if length > 1_000 { return String(span.text.utf8.dropFirst(index - 1_000)) }
      }
    }
    return nil
  }
}
