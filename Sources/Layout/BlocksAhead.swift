package import Documents
import Scene
import Syntax
package import Typesetting

/// The blocks of a document that can be set ahead of the flow, in shares that may be set side by side.
///
/// Paragraphs, lists and tables take most of the time of layout and need not know what stands above them.
/// What cannot be set is left out: the flow meets it in its place and tells why.
package struct BlocksAhead: Sendable {
  /// The document's own, then those of its columns and of its pages turned to the side.
  private var styles: [StyleSheet]
  private var text: InlineSetter
  /// With the place of the style that each is set in.
  private var blocks: [(place: SetBlocks.Place, block: SettableBlock, style: Int)] = []
  private var headingCount = 0
  private var figureCount = 0
  private var tableCount = 0

  /// - Parameter sources: as `DocumentLayout` has them.
  package init(of document: Document, style: StyleSheet, sources: [References.Source]) {
    styles = [style]
    text = InlineSetter(
      references: References(document: document, sources: sources), style: style,
      language: document.frontMatter.language)
    for (index, block) in document.blocks.enumerated() {
      var place = SetBlocks.Place(block: index, part: 0)
      collect([block], in: Surroundings(), at: &place)
    }
  }

  /// Where in the document a block stands.
  private struct Surroundings {
    /// The place of the style.
    var style = 0
    var isLandscape = false
    var isInColumns = false
  }

  /// The blocks in at most `count` shares of about the same weight, the heaviest first: a table may outweigh many
  /// shares, and what is begun last should end soon.
  package func shares(_ count: Int) -> [BlocksAhead] {
    // A paragraph that is a reference alone has no words yet: it counts for something all the same.
    let weights = blocks.map { max(1, $0.block.weight) }
    let total = weights.reduce(0, +)
    var shares = [BlocksAhead](repeating: self, count: count)
    for index in shares.indices { shares[index].blocks = [] }
    var shareWeights = [Int](repeating: 0, count: count)
    var before = 0
    for (block, weight) in zip(blocks, weights) {
      shares[before * count / total].blocks.append(block)
      shareWeights[before * count / total] += weight
      before += weight
    }
    let order = shares.indices.sorted { (shareWeights[$1], $0) < (shareWeights[$0], $1) }
    return order.map { shares[$0] }.filter { !$0.blocks.isEmpty }
  }

  /// Sets the blocks with `shaper`.
  package func set(with shaper: Shaper) -> SetBlocks {
    let text = TextSetter(style: styles[0], inlines: text, shaper: shaper)
    return SetBlocks(
      blocks.compactMap { place, block, style in
        (try? block.fragments(text, style: styles[style])).map { (place, $0) }
      })
  }

  /// Goes over the blocks as `FlowBuilder` does and counts them as it does.
  private mutating func collect(
    _ blocks: [Block], in surroundings: Surroundings, at place: inout SetBlocks.Place
  ) {
    for block in blocks {
      switch block.kind {
      case .heading(let level, let title):
        headingCount += 1
        let references = text.references
        let destination = References.destination(of: .heading, headingCount, label: block.label)
        let heading = HeadingLayout.Place(level: level, isInColumns: surroundings.isInColumns)
        add(
          .heading(references.numbered(title, at: destination), level: level, place: heading),
          of: block, in: surroundings, at: &place)
      case .paragraph(let inlines):
        add(
          .paragraph(inlines, looseness: block.looseness), of: block, in: surroundings, at: &place)
      case .list(let list): add(.list(list), of: block, in: surroundings, at: &place)
      case .figure(let figure):
        figureCount += 1
        add(.figure(figure, number: figureCount), of: block, in: surroundings, at: &place)
      case .table(let table):
        let isNumbered = !table.caption.isEmpty
        if isNumbered { tableCount += 1 }
        add(
          .table(table, number: isNumbered ? tableCount : nil), of: block, in: surroundings,
          at: &place)
      case .division(let division): collect(division, of: block, in: surroundings, at: &place)
      case .quote, .code, .pageBreak, .thematicBreak: break
      }
    }
  }

  private mutating func collect(
    _ division: Division, of block: Block, in surroundings: Surroundings,
    at place: inout SetBlocks.Place
  ) {
    let references = text.references
    var inner = surroundings
    switch division.kind {
    case .tiles: add(.tiles(division), of: block, in: surroundings, at: &place)
    case .note, .tip, .important, .warning, .caution:
      add(.callout(division), of: block, in: surroundings, at: &place)
    case .lead: add(.lead(division.blocks), of: block, in: surroundings, at: &place)
    case .contents:
      collect(division.blocks, in: surroundings, at: &place)
      add(.outline(references.outline), of: block, in: surroundings, at: &place)
    case .figures: add(.captions(references.figures), of: block, in: surroundings, at: &place)
    case .tables: add(.captions(references.tables), of: block, in: surroundings, at: &place)
    // Set beside what follows, and not asked for.
    case .aside: break
    case .columns:
      styles.append(styles[surroundings.style].columns(of: division))
      inner = Surroundings(style: styles.count - 1, isInColumns: true)
      collect(division.blocks, in: inner, at: &place)
    case .landscape:
      if !surroundings.isLandscape {
        styles.append(styles[surroundings.style].turned)
        inner.style = styles.count - 1
      }
      inner.isLandscape = true
      collect(division.blocks, in: inner, at: &place)
    case .annex, .each, .sources, .tile, .when:
      collect(division.blocks, in: surroundings, at: &place)
    }
  }

  private mutating func add(
    _ kind: SettableBlock.Kind, of block: Block, in surroundings: Surroundings,
    at place: inout SetBlocks.Place
  ) {
    let settable = SettableBlock(kind, of: block)
    if !settable.printsPages { blocks.append((place, settable, surroundings.style)) }
    place.part += 1
  }
}
