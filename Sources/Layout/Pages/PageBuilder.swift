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
    /// The footnotes called and the sources cited on it.
    var calls = Calls()
    var isLandscape = false
    /// How many fragments it holds, in whole or in part.
    var fragmentCount = 0

    var isEmpty: Bool { items.isEmpty }
  }

  private let upright: StyleSheet
  private let turned: StyleSheet
  private let notes: [String: Foot.Note]

  private(set) var pages: [Content] = []
  /// Whether fragments that belong together had to be parted, being taller than a page.
  private(set) var hasPartedRun = false
  private var page = Content()
  private var position = Position()
  private var section = ""
  /// The footnotes that stand on a page already: a note that is called twice is printed once.
  private var printed: Set<String> = []
  /// Figures and tables that wait for the head of the next page, in their order.
  private var waiting: [[Fragment]] = []
  private var isLandscape = false

  /// The style of the page at hand.
  private var style: StyleSheet { isLandscape ? turned : upright }

  private struct Position {
    /// The bottom of the last fragment, and the space it wants below.
    var y = 0.0
    var spaceAfter = 0.0
    /// The bottom of what stands in the side column.
    var sideBottom = 0.0
    var foot = Foot()
    var isAtTop = true
  }

  init(style: StyleSheet, notes: [String: Foot.Note]) {
    upright = style
    turned = style.turned
    self.notes = notes
  }

  /// The pages of `fragments`. A fragment taller than a page is reported and put on a page of its own.
  static func pages(
    of fragments: [Fragment], style: StyleSheet, notes: [String: Foot.Note],
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
    while !position.foot.carried.isEmpty {
      position.foot.take([], room: Foot.Room(all: style.page.height), least: 0)
      finishPage()
    }
  }

  /// Places fragments that belong together, on this page if they fit and else on the next.
  private mutating func place(run: [Fragment], into bag: inout DiagnosticBag) {
    let endsPage = run[0].breakBefore == .forced || run[0].isLandscape != isLandscape
    // Figures stay in their section.
    if endsPage || run[0].opensSection { placeWaiting(into: &bag) }
    if endsPage { finishPage() }
    isLandscape = run[0].isLandscape
    if run[0].floats, waits(run) {
      waiting.append(run)
      return
    }
    place(inOrder: run, into: &bag)
  }

  private mutating func place(inOrder run: [Fragment], into bag: inout DiagnosticBag) {
    while !fits(run), !position.isAtTop { turnPage(into: &bag) }
    let isWhole = fits(run)
    if !isWhole, run.count > 1 { hasPartedRun = true }
    // Notes of a run take what its last line leaves, not its first.
    if isWhole { takeNotes(of: run) }
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

  /// Whether a figure or table goes to the head of the next page: it does not fit, and would leave more than a
  /// quarter of the page white; or another waits, which it must not overtake.
  private func waits(_ run: [Fragment]) -> Bool {
    guard waiting.isEmpty else { return true }
    let room = style.page.height - position.y - position.foot.height
    return !position.isAtTop && room > style.page.height / 4 && !fits(run)
  }

  /// Begins the next page with the figures that wait for it.
  private mutating func turnPage(into bag: inout DiagnosticBag) {
    finishPage()
    while let next = waiting.first, position.isAtTop || fits(next) {
      waiting.removeFirst()
      place(inOrder: next, into: &bag)
    }
  }

  /// Places the figures that wait before anything else, on this page if they fit.
  private mutating func placeWaiting(into bag: inout DiagnosticBag) {
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      if !fits(next), !position.isAtTop { finishPage() }
      place(inOrder: next, into: &bag)
    }
  }

  /// Places a fragment; one taller than the page is reported.
  private mutating func place(_ fragment: Fragment, into bag: inout DiagnosticBag) {
    if !holds(end(of: [fragment]), position.foot) {
      bag.add(
        LayoutDiagnostics.tooTall(
          fragment.height, style.page.height, fragment.headings.first?.title ?? "a block"))
    }
    place(fragment)
  }

  /// Whether the page at hand holds `run` and at least the beginning of each of its notes. At the head of a
  /// page notes may wait for the next, unless `strictly`.
  private func fits(_ run: [Fragment], strictly: Bool = false) -> Bool {
    let end = self.end(of: run)
    var foot = position.foot
    foot.take(notes(of: run), room: room(below: end), least: undivided)
    return holds(end, foot) && (!foot.isStrained || position.isAtTop && !strictly)
  }

  /// Where the page would be with `run` on it.
  private func end(of run: [Fragment]) -> Position {
    var end = position
    for fragment in run { advance(&end, past: fragment) }
    return end
  }

  private func holds(_ end: Position, _ foot: Foot) -> Bool {
    max(end.y + foot.height, end.sideBottom) <= style.page.height + 0.01
  }

  /// The footnotes that `run` calls, but those that stand on a page already.
  private func notes(of run: [Fragment]) -> [Foot.Note] {
    var ids: [String] = []
    for id in run.lazy.flatMap(\.calls.notes) where !printed.contains(id) && !ids.contains(id) {
      ids.append(id)
    }
    return ids.compactMap { notes[$0] }
  }

  private mutating func takeNotes(of run: [Fragment]) {
    position.foot.take(notes(of: run), room: room(below: end(of: run)), least: undivided)
    for fragment in run { printed.formUnion(fragment.calls.notes) }
  }

  /// Room for notes; of those carried over only so much that the text keeps a good part of its page.
  private func room(below end: Position) -> Foot.Room {
    Foot.Room(all: style.page.height - end.y, carried: style.page.height * 0.6)
  }

  /// Shorter notes are not divided where text stands above: to send it to the next page leaves little white.
  private var undivided: Double { position.isAtTop ? 0 : style.page.height / 8 }

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
    position.isAtTop = false
    return top
  }

  private mutating func place(_ fragment: Fragment) {
    takeNotes(of: [fragment])
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
    page.calls += fragment.calls
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
      let room = style.page.height - top - trial.foot.height
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
      whole.calls = columns.calls
      // What is parted in tall columns is parted in lower ones too.
      guard columns.isSound || position.isAtTop else { return nil }
      if fits([whole], strictly: true) {
        bag.add(contentsOf: columns.problems)
        return columns
      }
      limit -= style.gridStep
    }
    guard position.isAtTop else { return nil }
    // Notes that leave no room for the line that calls them wait for the next page.
    let columns = balancer.columns(of: Array(fragments), limit: max(room, style.gridStep))
    bag.add(contentsOf: columns.problems)
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
      carrier.calls += content.calls
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
    guard !page.isEmpty || !position.foot.lines.isEmpty else { return }
    if page.isEmpty { page.section = section }
    placeNotes()
    page.isLandscape = isLandscape
    pages.append(page)
    page = Content()
    position = Position(foot: position.foot.next)
  }

  private mutating func placeNotes() {
    let foot = position.foot
    guard !foot.lines.isEmpty else { return }
    var y = style.page.height - foot.height + Foot.space
    // What goes on from the page before stands under a rule of the whole measure.
    let rule = foot.isContinued ? style.mainMeasure : 60
    page.items.append(
      .group(
        Group(
          tag: .artifact,
          items: [.rule(from: style.mainOffset, length: rule, y: y - 5, style.palette.rule)])))
    for line in foot.lines {
      y += line.spaceBefore
      page.items.append(
        .group(
          Group(
            transform: .translation(x: 0, y: y), tag: .note,
            items: [.group(Group(tag: line.tag, items: line.items))])))
      page.destinations += line.destinations.map {
        Destination(name: $0, point: Point(x: style.mainOffset, y: y))
      }
      page.calls += line.calls
      y += line.height
    }
  }
}

extension Fragment {
  /// Whether a top-level section begins with it.
  fileprivate var opensSection: Bool { headings.contains { $0.level == 1 } }
}

extension [FrameItem] {
  /// The items moved, as one group.
  func moved(x: Double = 0, y: Double) -> [FrameItem] {
    [.group(Group(transform: .translation(x: x, y: y), items: self))]
  }
}
