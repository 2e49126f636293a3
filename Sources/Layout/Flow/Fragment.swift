package import Scene
package import Syntax

/// A piece of laid-out content that is not divided any further: a line, a row, a figure. Its items are
/// placed from the left edge of the block of text and from the fragment's own top.
package struct Fragment: Sendable {
  /// Whether a page may end before this fragment.
  package enum BreakBefore: Sendable { case allowed, forbidden, forced }

  /// Content that stands in the side column, beside what follows.
  package struct SideContent: Sendable {
    package var height: Double
    package var items: [FrameItem]
    package var calls = Calls()
    /// Where the tallest of it was written.
    package var span: SourceSpan?
  }

  /// The share of a page up to which a block is kept whole: one that does not fit, with the heading above
  /// it, leaves no page less than half full.
  static let keptWhole = 1.0 / 3

  package var height: Double
  package var items: [FrameItem]
  /// Space wanted above, dropped at the head of a page; the larger of two neighbours' wishes holds.
  package var spaceBefore: Double = 0
  package var spaceAfter: Double = 0
  package var breakBefore: BreakBefore = .allowed
  /// Whether it stands on a page turned to its side; a page begins where this changes.
  package var isLandscape = false
  /// Whether it may move to the head of the next page and let the text after it go first.
  package var floats = false
  /// Whether the top lies on a step of the baseline grid.
  package var isOnGrid = true
  /// Whether it reaches into the side column, so that it begins below what stands there.
  package var spansSide = false
  /// Headings and remarks in the side column, set level with this fragment's top.
  package var side: SideContent?
  package var tag: StructureTag?
  /// Where the block was written; nil for what no template holds.
  package var span: SourceSpan?
  /// The footnotes that are called and the sources that are cited here.
  package var calls = Calls()
  package var destinations: [String] = []
  /// Bookmarks for the place, with their levels and, for the running head, their titles.
  package var headings: [Heading] = []
  /// Drawn above this fragment where a page begins with it: the header rows of a table that goes on.
  package var continuation: Continuation?

  /// An entry of the contents, whose page is told once it is known.
  package var entry: ContentsEntry?

  /// Content in columns side by side, divided when the room for it is known; `height` is then what the
  /// first of it needs, and there are no `items`.
  package var columns: ColumnSet?

  package struct ColumnSet: Sendable {
    package var count: Int
    /// Laid out for the measure of one column.
    package var fragments: [Fragment]
  }

  package struct Heading: Sendable {
    package var level: Int
    /// With its number, if it has one.
    package var title: String
    package var destination: String
  }

  package struct Continuation: Sendable {
    package var height: Double
    package var items: [FrameItem]
  }

  /// Where the folio of a listed heading, figure or table stands, in the fragment's coordinates.
  package struct ContentsEntry: Sendable {
    package var destination: String
    package var role: StyleSheet.Role
    /// The top right of the folio's line.
    package var corner: Point
  }

  package init(height: Double, items: [FrameItem]) {
    self.height = height
    self.items = items
  }
}

extension [Fragment] {
  /// One fragment of all of them, as close as their heights say.
  func stacked() -> Fragment {
    var whole = Fragment(height: 0, items: [])
    for fragment in self {
      whole.items.append(
        .group(
          Group(
            transform: .translation(x: 0, y: whole.height), tag: fragment.tag,
            items: fragment.items)))
      whole.height += fragment.height
      whole.calls += fragment.calls
    }
    return whole
  }
}
