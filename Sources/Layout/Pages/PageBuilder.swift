import Scene
import Syntax

/// Puts fragments onto pages: first fit, with the breaks that fragments forbid or force, the baseline
/// grid, headings in the side column, and footnotes at the foot.
struct PageBuilder {
  /// A page's content, placed from the top left of its block of text.
  struct Content {
    var items: [FrameItem] = []
    var destinations: [Destination] = []
    var headings: [Fragment.Heading] = []
    /// The top-level section that is current where the page begins.
    var section = ""
    var notes: [String] = []
    var isLandscape = false
    /// How many fragments it holds, in whole or in part.
    var fragmentCount = 0

    var isEmpty: Bool { items.isEmpty }
  }

  /// A footnote set for the foot of a page.
  struct Note {
    var height: Double
    var items: [FrameItem]
  }

  private let upright: StyleSheet
  private let turned: StyleSheet
  private let notes: [String: Note]
  /// Rule and white above the first footnote.
  private let noteSpace = 12.0

  private(set) var pages: [Content] = []
  /// Whether fragments that belong together had to be parted, being taller than a page.
  private(set) var hasPartedRun = false
  private var page = Content()
  private var position = Position()
  private var section = ""
  /// Figures that wait for the head of the next page, in their order.
  private var waiting: [Fragment] = []
  private var isLandscape = false

  /// The style of the page at hand.
  private var style: StyleSheet { isLandscape ? turned : upright }

  private struct Position {
    /// The bottom of the last fragment, and the space it wants below.
    var y = 0.0
    var spaceAfter = 0.0
    /// The bottom of what stands in the side column.
    var sideBottom = 0.0
    var notesHeight = 0.0
    var isAtTop = true
  }

  init(style: StyleSheet, notes: [String: Note]) {
    upright = style
    turned = style.turned
    self.notes = notes
  }

  /// The pages of `fragments`. A fragment taller than a page is reported and put on a page of its own.
  static func pages(
    of fragments: [Fragment], style: StyleSheet, notes: [String: Note],
    into bag: inout DiagnosticBag
  ) -> [Content] {
    var builder = PageBuilder(style: style, notes: notes)
    builder.place(fragments, upTo: .max, into: &bag)
    return builder.pages
  }

  /// Places `fragments` until they or `limit` pages come to an end.
  mutating func place(
    _ fragments: [Fragment], upTo limit: Int, into bag: inout DiagnosticBag
  ) {
    var start = 0
    while start < fragments.count, pages.count < limit {
      var end = start + 1
      while end < fragments.count, fragments[end].breakBefore == .forbidden,
        fragments[end].isLandscape == fragments[start].isLandscape
      {
        end += 1
      }
      place(run: Array(fragments[start..<end]), into: &bag)
      start = end
    }
    placeWaiting(into: &bag)
    finishPage()
  }

  /// Places fragments that belong together, on this page if they fit and else on the next.
  private mutating func place(run: [Fragment], into bag: inout DiagnosticBag) {
    let endsPage = run[0].breakBefore == .forced || run[0].isLandscape != isLandscape
    // Figures stay in their section.
    if endsPage || run[0].opensSection { placeWaiting(into: &bag) }
    if endsPage { finishPage() }
    isLandscape = run[0].isLandscape
    if run.count == 1, run[0].floats, waits(run[0]) {
      waiting.append(run[0])
      return
    }
    while !fits(run), !position.isAtTop { turnPage(into: &bag) }
    let isWhole = fits(run)
    if !isWhole, run.count > 1 { hasPartedRun = true }
    for fragment in run {
      if let set = fragment.columns {
        place(set, of: fragment, into: &bag)
        continue
      }
      // A run longer than a page is divided where it must be.
      if !isWhole, !fits([fragment]), !position.isAtTop { finishPage() }
      place(fragment, into: &bag)
    }
  }

  /// Whether a figure goes to the head of the next page: it does not fit, and would leave more than a
  /// quarter of the page white; or another waits, which it must not overtake.
  private func waits(_ figure: Fragment) -> Bool {
    guard waiting.isEmpty else { return true }
    let room = style.page.height - position.y - position.notesHeight
    return !position.isAtTop && room > style.page.height / 4 && !fits([figure])
  }

  /// Begins the next page with the figures that wait for it.
  private mutating func turnPage(into bag: inout DiagnosticBag) {
    finishPage()
    while let next = waiting.first, position.isAtTop || fits([next]) {
      place(waiting.removeFirst(), into: &bag)
    }
  }

  /// Places the figures that wait before anything else, on this page if they fit.
  private mutating func placeWaiting(into bag: inout DiagnosticBag) {
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      if !fits([next]), !position.isAtTop { finishPage() }
      place(next, into: &bag)
    }
  }

  /// Places a fragment; one taller than the page is reported.
  private mutating func place(_ fragment: Fragment, into bag: inout DiagnosticBag) {
    if !fits([fragment]) {
      bag.add(
        LayoutDiagnostics.tooTall(
          fragment.height, style.page.height, fragment.headings.first?.title ?? "a block"))
    }
    place(fragment)
  }

  private func fits(_ run: [Fragment]) -> Bool {
    var trial = position
    for fragment in run { advance(&trial, past: fragment) }
    return max(trial.y + trial.notesHeight, trial.sideBottom) <= style.page.height + 0.01
  }

  /// Moves the position past a fragment and returns the fragment's top.
  @discardableResult
  private func advance(_ position: inout Position, past fragment: Fragment) -> Double {
    var top = position.y
    if position.isAtTop {
      top += fragment.continuation?.height ?? 0
    } else {
      top += max(position.spaceAfter, fragment.spaceBefore)
    }
    if fragment.spansSide || fragment.side != nil {
      let gap = position.sideBottom > 0 ? style.gridStep : 0
      top = max(top, position.sideBottom + gap)
    }
    if fragment.isOnGrid { top = style.onGrid(top) }
    position.y = top + fragment.height
    position.spaceAfter = fragment.spaceAfter
    if let side = fragment.side { position.sideBottom = top + side.height }
    if fragment.spansSide { position.sideBottom = 0 }
    for note in fragment.notes {
      guard let set = notes[note] else { continue }
      if position.notesHeight == 0 { position.notesHeight = noteSpace }
      position.notesHeight += set.height
    }
    position.isAtTop = false
    return top
  }

  private mutating func place(_ fragment: Fragment) {
    let continuation = position.isAtTop ? fragment.continuation : nil
    let top = advance(&position, past: fragment)
    page.fragmentCount += 1
    if page.isEmpty { page.section = section }
    fragment.headings.forEach { record($0) }
    if let continuation {
      page.items += continuation.items.moved(y: top - continuation.height)
    }
    if let side = fragment.side { page.items += side.items.moved(y: top) }
    page.items.append(
      .group(
        Group(
          transform: .translation(x: 0, y: top), tag: fragment.tag, items: fragment.items)))
    for name in fragment.destinations {
      page.destinations.append(Destination(name: name, point: Point(x: 0, y: top)))
    }
    page.notes += fragment.notes
  }

  private mutating func record(_ heading: Fragment.Heading) {
    page.headings.append(heading)
    guard heading.level == 1 else { return }
    section = heading.title
    if page.isEmpty { page.section = section }
  }

  /// Places columns as low as holds all of them; what a page cannot hold goes on on the next.
  private mutating func place(
    _ set: Fragment.ColumnSet, of fragment: Fragment, into bag: inout DiagnosticBag
  ) {
    var carrier = fragment
    carrier.columns = nil
    carrier.height = 0
    var rest = set.fragments[...]
    while !rest.isEmpty {
      var trial = position
      let top = advance(&trial, past: carrier)
      let room = style.page.height - top - trial.notesHeight
      guard let columns = columns(of: rest, count: set.count, room: room, carrier, into: &bag)
      else {
        turnPage(into: &bag)
        continue
      }
      place(columns, count: set.count, top: top, on: carrier)
      rest = rest.dropFirst(columns.placed)
      carrier.destinations = []
      if !rest.isEmpty { turnPage(into: &bag) }
    }
  }

  /// The columns that the page at hand takes, with the footnotes that they call; nil where it is better to
  /// go on to the next page.
  private func columns(
    of fragments: ArraySlice<Fragment>, count: Int, room: Double, _ carrier: Fragment,
    into bag: inout DiagnosticBag
  ) -> ColumnBalancer.Columns? {
    let balancer = ColumnBalancer(style: style, count: count)
    var limit = (room / style.gridStep + 1e-6).rounded(.down) * style.gridStep
    while limit > 0 {
      let columns = balancer.columns(of: Array(fragments), limit: limit)
      var whole = carrier
      whole.height = columns.height
      whole.notes = columns.contents.flatMap(\.notes)
      // What is parted in tall columns is parted in lower ones too.
      guard columns.isSound || position.isAtTop else { return nil }
      if fits([whole]) {
        bag.add(contentsOf: columns.problems)
        return columns
      }
      limit -= style.gridStep
    }
    guard position.isAtTop else { return nil }
    // Notes that leave no room for the line that calls them.
    let columns = balancer.columns(of: Array(fragments), limit: max(room, style.gridStep))
    bag.add(LayoutDiagnostics.tooTall(columns.height, style.page.height, "text in columns"))
    return columns
  }

  private mutating func place(
    _ columns: ColumnBalancer.Columns, count: Int, top: Double, on carrier: Fragment
  ) {
    let pitch = style.columnMeasure(of: count) + style.gutter
    var carrier = carrier
    carrier.height = columns.height
    for (index, content) in columns.contents.enumerated() {
      carrier.items += content.items.moved(x: Double(index) * pitch, y: 0)
      carrier.notes += content.notes
    }
    place(carrier)
    for (index, content) in columns.contents.enumerated() {
      content.headings.forEach { record($0) }
      page.destinations += content.destinations.map {
        Destination(
          name: $0.name, point: Point(x: Double(index) * pitch + $0.point.x, y: top + $0.point.y))
      }
    }
  }

  private mutating func finishPage() {
    guard !page.isEmpty else { return }
    placeNotes()
    page.isLandscape = isLandscape
    pages.append(page)
    page = Content()
    position = Position()
  }

  private mutating func placeNotes() {
    guard position.notesHeight > 0 else { return }
    var y = style.page.height - position.notesHeight + noteSpace
    page.items.append(
      .group(
        Group(
          tag: .artifact,
          items: [.rule(from: style.mainOffset, length: 60, y: y - 5, style.palette.rule)])))
    for id in page.notes {
      guard let note = notes[id] else { continue }
      page.items.append(
        .group(Group(transform: .translation(x: 0, y: y), tag: .note, items: note.items)))
      page.destinations.append(
        Destination(name: "note-\(id)", point: Point(x: style.mainOffset, y: y)))
      y += note.height
    }
  }
}

extension Fragment {
  /// Whether a top-level section begins with it.
  fileprivate var opensSection: Bool { headings.contains { $0.level == 1 } }
}
