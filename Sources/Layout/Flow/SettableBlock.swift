import Documents
import Syntax

/// A block of the flow whose words can be set before those above it are: what it comes to depends on nothing but
/// itself, the width it is given and what is counted in the document.
struct SettableBlock: Sendable {
  enum Kind: Sendable {
    case paragraph([Inline], looseness: Int)
    case list(ListBlock)
    /// The number is nil for a table without a caption.
    case table(TableBlock, number: Int?)
    case tiles(Division)
    case callout(Division)
    case lead([Block])
    /// The title has its number with it.
    case heading([Inline], level: Int, place: HeadingLayout.Place)
    /// What stands above and below the picture of a figure.
    case figure(FigureBlock, number: Int)
    /// The contents.
    case outline([References.Entry])
    /// The list of figures or tables.
    case captions([References.Entry])
  }

  var kind: Kind
  /// Whether the number of a page stands in it, so that it is not settled until pages are.
  var printsPages: Bool

  /// - Parameter block: the block that it is or that asks for it.
  init(_ kind: Kind, of block: Block) {
    self.kind = kind
    switch kind {
    case .outline(let entries), .captions(let entries):
      printsPages = entries.contains { $0.title.references.contains { $0.form != .name } }
    case .paragraph, .list, .table, .tiles, .callout, .lead, .heading, .figure:
      printsPages = block.references.contains { $0.form != .name }
    }
  }

  /// - Parameter style: that of the pages or columns for which it is set.
  func fragments(
    _ text: TextSetter, style: StyleSheet
  ) throws(DiagnosticFailure) -> [Fragment] {
    let main = style.mainColumn
    switch kind {
    case .paragraph(let inlines, let looseness):
      return try TextBlockLayout(style: style, text: text)
        .paragraph(inlines, column: main, looseness: looseness)
    case .list(let list):
      return try TextBlockLayout(style: style, text: text).list(list, column: main)
    case .table(let table, let number):
      return try TableLayout(style: style, text: text, column: style.fullColumn).fragments(
        table, number: number)
    case .tiles(let tiles):
      return try TilesLayout(style: style, text: text)
        .fragments(tiles.blocks, perRow: tiles.columnCount)
    case .callout(let callout):
      return try CalloutLayout(style: style, text: text).fragments(callout, column: main)
    case .lead(let blocks):
      return try TextBlockLayout(style: style, text: text).lead(blocks)
    case .heading(let title, let level, let place):
      return try HeadingLayout(style: style, text: text)
        .fragments(title, level: level, place: place)
    case .figure(let figure, let number):
      return try FigureLayout(style: style, text: text).words(figure, number: number)
    case .outline(let entries):
      return try ContentsLayout(style: style, text: text).outline(of: entries, column: main)
    case .captions(let entries):
      return try ContentsLayout(style: style, text: text).captions(of: entries, column: main)
    }
  }

  /// About how much there is to set, in bytes of text; a cell costs what a few words do.
  var weight: Int {
    switch kind {
    case .paragraph(let inlines, _): inlines.plainText.utf8.count
    case .list(let list): list.items.joined().reduce(0) { $0 + Self.weight(of: $1) }
    case .table(let table, _): table.texts.reduce(0) { $0 + 40 + $1.plainText.utf8.count }
    case .tiles(let division), .callout(let division): 200 * division.blocks.count
    case .lead(let blocks): blocks.reduce(0) { $0 + Self.weight(of: $1) }
    case .heading(let title, _, _): 20 + title.plainText.utf8.count
    case .figure(let figure, _):
      100 + figure.caption.plainText.utf8.count + figure.note.plainText.utf8.count
    case .outline(let entries), .captions(let entries): 80 * entries.count
    }
  }

  private static func weight(of block: Block) -> Int {
    guard case .paragraph(let inlines) = block.kind else { return 100 }
    return inlines.plainText.utf8.count
  }
}
