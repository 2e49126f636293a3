import Documents
import Syntax

/// A block of the flow that can be set before those above it are: what it comes to depends on nothing but
/// itself, the width it is given and what is counted in the document.
struct SettableBlock: Sendable {
  enum Kind: Sendable {
    case paragraph([Inline])
    case list(ListBlock)
    /// The number is nil for a table without a caption.
    case table(TableBlock, number: Int?)
    case tiles(Division)
    case callout(Division)
  }

  var kind: Kind
  /// The style of the pages or columns for which it is set.
  var style: StyleSheet

  func fragments(_ text: TextSetter) throws(DiagnosticFailure) -> [Fragment] {
    let main = style.mainColumn
    switch kind {
    case .paragraph(let inlines):
      return try TextBlockLayout(style: style, text: text).paragraph(inlines, column: main)
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
    }
  }

  /// About how much there is to set, in bytes of text; a cell costs what a few words do.
  var weight: Int {
    switch kind {
    case .paragraph(let inlines): inlines.plainText.utf8.count
    case .list(let list): list.items.joined().reduce(0) { $0 + Self.weight(of: $1) }
    case .table(let table, _): table.texts.reduce(0) { $0 + 40 + $1.plainText.utf8.count }
    case .tiles(let division), .callout(let division): 200 * division.blocks.count
    }
  }

  private static func weight(of block: Block) -> Int {
    guard case .paragraph(let inlines) = block.kind else { return 100 }
    return inlines.plainText.utf8.count
  }
}
