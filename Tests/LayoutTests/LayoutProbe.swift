import Documents
import Layout
import Scene
import Syntax
import Testing
import Typesetting

/// Lays out Markdown for tests and reads what stands on the pages.
enum LayoutProbe {
  /// A picture of half the width's height, that grows no narrower than some width.
  struct Plain: FigureSource {
    var leastWidth: Double

    mutating func frame(ofFigure name: String, width: Double) throws(DiagnosticFailure) -> Frame {
      let width = max(width, leastWidth)
      let box = Rect(x: 0, y: 0, width: width, height: width / 2)
      return Frame(
        size: box.size,
        items: [.shape(Shape(.rect(box), fill: .solid(Color(rgb: 0xDDDDDD))))])
    }
  }

  static func layOut(
    _ markdown: String, style: StyleSheet = .briefing, leastWidth: Double = 0, keys: String = "",
    changing change: (inout Document) -> Void = { _ in }
  ) throws -> PagedDocument {
    let text = "---\ntitle: Test\nas-of: 2024-12-31\n\(keys)---\n\n" + markdown
    var bag = DiagnosticBag()
    var document = try #require(
      DocumentParser.parse(SourceFile(path: "report.md", text: text), into: &bag))
    try bag.throwIfErrors()
    change(&document)
    let shaper = try shaper(style)
    let layout = DocumentLayout(
      style: style, shaper: shaper,
      sources: [.init(id: "a", number: 1, short: "Article, 2023")], dateText: "31 December 2024")
    return try layout.layOut(document, figures: Plain(leastWidth: leastWidth))
  }

  static func shaper(_ style: StyleSheet = .briefing) throws -> Shaper {
    Shaper(fonts: try FontBook(families: style.families))
  }

  /// A run of glyphs with its baseline's place on the sheet.
  struct PlacedRun {
    var text: String
    var x: Double
    var y: Double
  }

  /// The runs among `items` in their order, but those of running heads and leaders.
  static func runs(
    of items: [FrameItem], from origin: Point = .zero, withNotes: Bool = true
  ) -> [PlacedRun] {
    items.flatMap { item -> [PlacedRun] in
      switch item {
      case .text(let text):
        text.lines.joined().map {
          PlacedRun(text: $0.text, x: origin.x + text.origin.x, y: origin.y + text.origin.y)
        }
      case .group(let group):
        group.tag == .artifact || (group.tag == .note && !withNotes)
          ? []
          : runs(
            of: group.items,
            from: Point(x: origin.x + group.transform.tx, y: origin.y + group.transform.ty),
            withNotes: withNotes)
      case .shape, .image, .destination: []
      }
    }
  }

  /// The words of one page without spaces, running matter left out.
  static func words(of page: Page, withNotes: Bool = true) -> String {
    runs(of: page.frame.items, withNotes: withNotes).map(\.text).joined().filter {
      !$0.isWhitespace
    }
  }
}
