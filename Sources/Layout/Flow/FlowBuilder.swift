import Documents
import Scene
import Syntax
import Typesetting

/// Lays blocks out as a column of fragments, in reading order; pages are made from them afterwards.
struct FlowBuilder {
  /// The style of the pages for which blocks are being laid out.
  private(set) var style: StyleSheet
  let text: TextSetter
  let references: References
  private(set) var figures: DrawnFigures
  private(set) var known: SetBlocks
  private(set) var fragments: [Fragment] = []
  private var figureCount = 0
  private var tableCount = 0
  private var headingCount = 0
  /// What stands in the side column waits for the block beside which it belongs.
  private var pendingSide: PendingSide?
  private var breaksNext = false
  /// Whether a heading on a line of its own stands right above.
  private var closesUp = false
  private var isLandscape = false
  private var isInColumns = false

  private struct PendingSide {
    var content = Fragment.SideContent(height: 0, items: [])
    var headings: [Fragment.Heading] = []
    var destinations: [String] = []
  }

  init(
    style: StyleSheet, text: TextSetter, references: References, figures: DrawnFigures,
    known: SetBlocks
  ) {
    self.style = style
    self.text = text
    self.references = references
    self.figures = figures
    self.known = known
  }

  /// Where the block at hand was written.
  private var blockSpan: SourceSpan?

  private var main: Column { style.mainColumn }
  private var words: TextBlockLayout { TextBlockLayout(style: style, text: text) }
  private var full: Column { style.fullColumn }

  mutating func append(_ blocks: [Block], bag: inout DiagnosticBag) {
    for (index, block) in blocks.enumerated() {
      known.begin(index)
      do throws(DiagnosticFailure) {
        try append(block)
      } catch {
        // One block that cannot be set does not hide the problems of the next.
        bag.add(contentsOf: error.bag.located(at: block.span))
      }
    }
  }

  private mutating func append(_ block: Block) throws(DiagnosticFailure) {
    let outer = blockSpan
    blockSpan = block.span
    defer { blockSpan = outer }
    let labels = block.label.map { [$0] } ?? []
    let (words, main) = (words, main)
    switch block.kind {
    case .heading(let level, let title):
      try heading(block, level: level, title: title)
    case .paragraph(let inlines):
      add(try set(.paragraph(inlines, looseness: block.looseness), of: block), labels: labels)
      // "As follows:" stays with what follows.
      if let last = inlines.plainText.last, last == ":" || last == "：" { keepWithNext() }
    case .list(let list):
      add(try set(.list(list), of: block), labels: labels)
    case .quote(let blocks):
      add(try words.quote(blocks, column: main), labels: labels)
    case .code(let code):
      add(try words.code(code, column: main), labels: labels)
    case .figure(let figure):
      figureCount += 1
      let layout = FigureLayout(style: style, text: text)
      let picture = try figures.frame(
        ofFigure: block.label ?? figure.spec, width: full.measure)
      // A point of tolerance: pictures round their widths to whole pixels.
      guard picture.size.width <= full.measure + 1 else {
        throw DiagnosticFailure(
          LayoutDiagnostics.pictureTooWide(picture.size.width, full.measure))
      }
      let words = try set(.figure(figure, number: figureCount), of: block)
      var set = layout.fragment(figure, words: words, picture: picture)
      set.floats = !isInColumns
      add(
        [set], labels: [References.destination(of: .figure, figureCount, label: block.label)])
    case .table(let table):
      let isNumbered = !table.caption.isEmpty
      if isNumbered { tableCount += 1 }
      var fragments = try set(.table(table, number: isNumbered ? tableCount : nil), of: block)
      if isInColumns { fragments[0].floats = false }
      add(
        fragments,
        labels: isNumbered
          ? [References.destination(of: .table, tableCount, label: block.label)] : labels)
    case .division(let division):
      try append(division, of: block, labels: labels)
    case .pageBreak:
      breaksNext = true
    case .thematicBreak:
      var rule = Fragment(
        height: style.gridStep,
        items: [
          .rule(from: main.x, length: main.measure, y: style.gridStep / 2, style.palette.rule)
        ])
      rule.tag = .artifact
      add([rule], labels: labels)
    }
  }

  /// The fragments of a block that may be set already.
  private mutating func set(
    _ kind: SettableBlock.Kind, of block: Block
  ) throws(DiagnosticFailure) -> [Fragment] {
    let (settable, text, style) = (SettableBlock(kind, of: block), text, style)
    return try known.fragments(isSettled: !settable.printsPages) { () throws(DiagnosticFailure) in
      try settable.fragments(text, style: style)
    }
  }

  /// - Parameter block: the block that the division is.
  private mutating func append(
    _ division: Division, of block: Block, labels: [String]
  ) throws(DiagnosticFailure) {
    switch division.kind {
    case .tiles, .landscape, .columns, .contents, .figures, .tables:
      if isInColumns {
        throw DiagnosticFailure(LayoutDiagnostics.notInColumns(division.kind.rawValue))
      }
    case .annex, .aside, .caution, .each, .important, .lead, .note, .sources, .tile, .tip, .warning,
      .when:
      break
    }
    switch division.kind {
    case .tiles:
      add(try set(.tiles(division), of: block), labels: labels)
    case .note, .tip, .important, .warning, .caution:
      add(try set(.callout(division), of: block), labels: labels)
    case .lead:
      add(try set(.lead(division.blocks), of: block), labels: labels)
    case .landscape:
      try landscape(division.blocks, labels: labels)
    case .columns:
      try columns(division, labels: labels)
    case .contents:
      for block in division.blocks { try append(block) }
      try list(.outline(references.outline), division.kind, of: block, labels: labels)
    case .figures:
      try list(.captions(references.figures), division.kind, of: block, labels: labels)
    case .tables:
      try list(.captions(references.tables), division.kind, of: block, labels: labels)
    case .aside:
      try aside(division.blocks, labels: labels)
    case .annex:
      let start = fragments.count
      for block in division.blocks { try append(block) }
      // That the annex names the source of each figure is no use of the source.
      for index in fragments.indices.dropFirst(start) { fragments[index].calls.sources = [] }
    case .sources, .tile, .each, .when:
      // What remains of these after binding is a plain sequence of blocks.
      for block in division.blocks { try append(block) }
    }
  }

  /// The contents, or the list of figures or tables.
  private mutating func list(
    _ list: SettableBlock.Kind, _ kind: Division.Kind, of block: Block, labels: [String]
  ) throws(DiagnosticFailure) {
    let set = try set(list, of: block)
    guard !set.isEmpty else { throw DiagnosticFailure(LayoutDiagnostics.nothingListed(kind)) }
    add(set, labels: labels)
  }

  /// A remark in the side column; in columns, which have none, between the paragraphs.
  private mutating func aside(_ blocks: [Block], labels: [String]) throws(DiagnosticFailure) {
    let role = style.roles.aside
    for block in blocks {
      guard case .paragraph(let inlines) = block.kind else { continue }
      if isInColumns {
        add(try words.paragraph(inlines, role: role, column: main), labels: labels)
        continue
      }
      let stack = try text.stack(
        inlines, role: role, x: 0, y: 0, measure: style.sideColumn, alignment: .start)
      var set = Fragment(height: stack.height, items: stack.items)
      set.calls = stack.calls
      placeBeside(
        set, tag: .paragraph,
        // Its first baseline is that of the text beside it.
        gap: pendingSide == nil ? style.roles.body.baseline - role.baseline : style.gridStep / 2)
    }
    pendingSide?.destinations += labels
  }

  /// Adds to what waits for the side column, `gap` below what waits there already.
  private mutating func placeBeside(_ set: Fragment, tag: StructureTag, gap: Double) {
    var pending = pendingSide ?? PendingSide()
    let top = pending.content.height + gap
    pending.content.items.append(
      .group(Group(transform: .translation(x: 0, y: top), tag: tag, items: set.items)))
    pending.content.height += gap + set.height
    pending.content.span = blockSpan
    pending.content.calls += set.calls
    pendingSide = pending
  }

  /// Lays blocks out for pages turned to their side.
  private mutating func landscape(_ blocks: [Block], labels: [String]) throws(DiagnosticFailure) {
    placePendingSide(isKeptWithNext: false)
    let (outer, wasLandscape, start) = (style, isLandscape, fragments.count)
    if !isLandscape { style = style.turned }
    isLandscape = true
    defer { (style, isLandscape) = (outer, wasLandscape) }
    for block in blocks { try append(block) }
    placePendingSide(isKeptWithNext: false)
    if start < fragments.count { fragments[start].destinations += labels }
  }

  /// Lays the blocks of `division` out for the measure of one of its columns.
  private mutating func columns(
    _ division: Division, labels: [String]
  ) throws(DiagnosticFailure) {
    placePendingSide(isKeptWithNext: true)
    let outer = self
    style = style.columns(of: division)
    (fragments, keepBefore, breaksNext, closesUp) = ([], [], false, false)
    (isLandscape, isInColumns) = (false, true)
    defer {
      style = outer.style
      (isLandscape, isInColumns) = (outer.isLandscape, outer.isInColumns)
    }
    for block in division.blocks { try append(block) }
    let inner = finished()
    (fragments, keepBefore, breaksNext) = (outer.fragments, outer.keepBefore, outer.breaksNext)
    (isLandscape, isInColumns) = (outer.isLandscape, outer.isInColumns)
    guard !inner.isEmpty else { return }
    let together = inner.dropFirst().prefix { $0.breakBefore == .forbidden }
    var set = Fragment(height: together.reduce(inner[0].height) { $0 + $1.height }, items: [])
    set.columns = .init(count: division.columnCount ?? Division.usualColumns, fragments: inner)
    set.spansSide = true
    set.spaceBefore = outer.style.white(\.blocks)
    set.spaceAfter = outer.style.white(\.blocks)
    add([set], labels: labels)
  }

  /// Appends the fragments of one block, with what waited for it: a page break, a side heading.
  private mutating func add(_ new: [Fragment], labels: [String]) {
    guard !new.isEmpty else { return }
    if new[0].spansSide { placePendingSide(isKeptWithNext: true) }
    var new = new
    new[0].destinations += labels
    for index in new.indices {
      new[index].isLandscape = isLandscape
      new[index].span = new[index].span ?? blockSpan
    }
    if breaksNext {
      new[0].breakBefore = .forced
      breaksNext = false
    }
    // Text stands right under a heading that is no larger than itself.
    if closesUp, new[0].tag == .paragraph, pendingSide == nil {
      fragments[fragments.count - 1].spaceAfter = 0
      new[0].spaceBefore = 0
    }
    closesUp = false
    if let pending = pendingSide {
      new[0].side = pending.content
      new[0].calls = pending.content.calls + new[0].calls
      new[0].headings = pending.headings + new[0].headings
      new[0].destinations += pending.destinations
      if !pending.headings.isEmpty {
        new[0].spaceBefore = max(new[0].spaceBefore, style.white(\.headings))
      }
      pendingSide = nil
    }
    fragments += new
  }

  private mutating func heading(
    _ block: Block, level: Int, title: [Inline]
  ) throws(DiagnosticFailure) {
    headingCount += 1
    let destination = References.destination(of: .heading, headingCount, label: block.label)
    let number = references.headingNumbers[destination]
    let heading = Fragment.Heading(
      level: level, title: (number.map { "\($0) " } ?? "") + references.plainText(of: title),
      destination: destination)
    let place = HeadingLayout.Place(level: level, isInColumns: isInColumns)
    if case .besideText = place { placePendingSide(isKeptWithNext: false) }
    var set = try set(
      .heading(references.numbered(title, at: destination), level: level, place: place), of: block)
    switch place {
    case .besideText:
      placeBeside(set[0], tag: .heading(level), gap: 0)
      pendingSide?.headings.append(heading)
      pendingSide?.destinations.append(heading.destination)
    case .acrossColumns, .aboveText:
      set[0].headings = [heading]
      add(set, labels: [heading.destination])
      keepWithNext()
      if case .aboveText = place { closesUp = true }
    }
  }

  /// Gives what waits for the side column a line of its own: nothing narrow enough follows beside which it
  /// could stand.
  private mutating func placePendingSide(isKeptWithNext: Bool) {
    guard let pending = pendingSide else { return }
    var room = Fragment(height: style.onGrid(pending.content.height), items: [])
    room.span = pending.content.span
    add([room], labels: [])
    if isKeptWithNext { keepWithNext() }
  }

  private mutating func keepWithNext() {
    keepBefore.insert(fragments.count)
  }

  /// Indices of fragments before which no page may end, since a heading stands above them.
  private var keepBefore: Set<Int> = []

  /// The fragments with the rules that span elements applied.
  mutating func finished() -> [Fragment] {
    placePendingSide(isKeptWithNext: false)
    var fragments = fragments
    for index in fragments.indices
    where keepBefore.contains(index) && fragments[index].breakBefore == .allowed {
      fragments[index].breakBefore = .forbidden
    }
    return fragments
  }
}

extension Division {
  static let usualColumns = 2

  /// What `cols` says; nil without it.
  var columnCount: Int? {
    attributes.first { $0.name == "cols" }.flatMap { Int($0.value) }
  }
}

extension StyleSheet {
  /// The same style with one of the columns of `division` for its whole page.
  func columns(of division: Division) -> StyleSheet {
    column(of: division.columnCount ?? Division.usualColumns, height: page.height)
  }
}
