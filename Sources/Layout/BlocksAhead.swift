package import Documents
import Scene
import Syntax
package import Typesetting

/// The blocks of a document that can be set ahead of the flow, in shares that may be set side by side.
///
/// Paragraphs, lists and tables take most of the time of layout and need not know what stands above them.
/// What cannot be set is left out: the flow meets it in its place and tells why.
package struct BlocksAhead: Sendable {
  private var style: StyleSheet
  private var text: InlineSetter
  private var blocks: [(place: SetBlocks.Place, block: SettableBlock)] = []
  private var tableCount = 0

  /// - Parameter sources: as `DocumentLayout` has them.
  package init(of document: Document, style: StyleSheet, sources: [References.Source]) {
    self.style = style
    text = InlineSetter(
      references: References(document: document, sources: sources), style: style,
      language: document.frontMatter.language)
    for (index, block) in document.blocks.enumerated() {
      var place = SetBlocks.Place(block: index, part: 0)
      collect([block], style: style, isLandscape: false, at: &place)
    }
  }

  /// The blocks in at most `count` shares of about the same weight.
  package func shares(_ count: Int) -> [BlocksAhead] {
    // A paragraph that is a reference alone has no words yet: it counts for something all the same.
    let weights = blocks.map { max(1, $0.block.weight) }
    let total = weights.reduce(0, +)
    var shares = [BlocksAhead](repeating: self, count: count)
    for index in shares.indices { shares[index].blocks = [] }
    var before = 0
    for (block, weight) in zip(blocks, weights) {
      shares[before * count / total].blocks.append(block)
      before += weight
    }
    return shares.filter { !$0.blocks.isEmpty }
  }

  /// Sets the blocks with `shaper`.
  package func set(with shaper: Shaper) -> SetBlocks {
    let text = TextSetter(style: style, inlines: text, shaper: shaper)
    return SetBlocks(
      blocks.compactMap { place, block in
        (try? block.fragments(text)).map { (place, $0) }
      })
  }

  /// Goes over the blocks as `FlowBuilder` does and counts them as it does.
  private mutating func collect(
    _ blocks: [Block], style: StyleSheet, isLandscape: Bool, at place: inout SetBlocks.Place
  ) {
    for block in blocks {
      let kind: SettableBlock.Kind
      switch block.kind {
      case .paragraph(let inlines): kind = .paragraph(inlines)
      case .list(let list): kind = .list(list)
      case .table(let table):
        let isNumbered = !table.caption.isEmpty
        if isNumbered { tableCount += 1 }
        kind = .table(table, number: isNumbered ? tableCount : nil)
      case .division(let division):
        var (inner, isLandscape) = (style, isLandscape)
        switch division.kind {
        case .tiles: kind = .tiles(division)
        case .note, .tip, .important, .warning, .caution: kind = .callout(division)
        // These set what they hold in their own way, and ask for none of it.
        case .aside, .figures, .lead, .tables: continue
        case .annex, .columns, .contents, .each, .landscape, .sources, .tile, .when:
          if division.kind == .columns { inner = style.columns(of: division) }
          if division.kind == .landscape, !isLandscape {
            (inner, isLandscape) = (style.turned, true)
          }
          collect(division.blocks, style: inner, isLandscape: isLandscape, at: &place)
          continue
        }
      case .figure:
        // Its picture is not known yet.
        place.part += 1
        continue
      case .heading, .quote, .code, .pageBreak, .thematicBreak: continue
      }
      if !block.printsPages {
        self.blocks.append((place, SettableBlock(kind: kind, style: style)))
      }
      place.part += 1
    }
  }
}
