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
    /// The entries of the contents on it, whose folios are still to come, by the places of their items.
    var entries: [(item: Int, entry: Fragment.ContentsEntry)] = []
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
  var page = Content()
  var position = Position()
  private var section = ""
  /// The footnotes that stand on a page already: a note that is called twice is printed once.
  private var printed: Set<String> = []
  /// Figures and tables that wait for the head of the next page, in their order.
  private var waiting: [[Fragment]] = []
  /// Headings whose figure waits: they stand above what comes next.
  private var held: [Fragment] = []
  private var isLandscape = false

  /// The style of the page at hand.
  var style: StyleSheet { isLandscape ? turned : upright }

  struct Position {
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
      place(
        run: held + fragments[start..<end], before: end < fragments.count ? fragments[end] : nil,
        into: &bag)
      start = end
    }
    placeWaiting(into: &bag)
    finishPage()
    while !position.foot.carried.isEmpty {
      position.foot.take([], room: Foot.Room(all: style.page.height), least: 0)
      finishPage()
    }
  }

  /// Places fragments that belong together, on this page if they fit and else on the next; `next` comes
  /// after them.
  private mutating func place(
    run: [Fragment], before next: Fragment?, into bag: inout DiagnosticBag
  ) {
    held = []
    let endsPage = run[0].breakBefore == .forced || run[0].isLandscape != isLandscape
    if endsPage || run[0].opensSection { placeWaiting(upToSection: !endsPage, into: &bag) }
    if endsPage { finishPage() }
    isLandscape = run[0].isLandscape
    guard let float = run.firstIndex(where: \.floats), waits(run) else {
      return place(inOrder: run, into: &bag)
    }
    if float == 0 || next?.takesHeading == true || isShort && next?.endsPage == false {
      waiting.append(Array(run[float...]))
      // The headings above it go with what now comes first.
      held = Array(run[..<float])
    } else {
      placeWaiting(into: &bag)
      place(inOrder: run, into: &bag)
    }
  }

  /// Whether the page at hand is less than half full.
  private var isShort: Bool { position.y + position.foot.height < style.page.height / 2 }

  private mutating func place(inOrder run: [Fragment], into bag: inout DiagnosticBag) {
    while !fits(run), !position.isAtTop {
      // No figure comes between the rows of a table.
      if run[0].continuation == nil { turnPage(into: &bag) } else { finishPage() }
    }
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

  /// Whether a figure or table goes to the head of the next page: it does not fit, and would leave more than
  /// a quarter of the page white; or another waits, which it must not overtake.
  private func waits(_ run: [Fragment]) -> Bool {
    guard waiting.isEmpty else { return true }
    let room = style.page.height - position.y - position.foot.height
    // Where even an empty page does not hold it, it parts from its heading.
    let isAlone = position.isAtTop && run[0].floats
    return !isAlone && room > style.page.height / 4 && !fits(run)
  }

  /// Begins the next page with the figures that wait for it.
  mutating func turnPage(into bag: inout DiagnosticBag) {
    finishPage()
    while let next = waiting.first, position.isAtTop || fits(next) {
      waiting.removeFirst()
      place(inOrder: next, into: &bag)
    }
  }

  /// Places the figures that wait before anything else, on this page if they fit. `upToSection` those that
  /// would leave a page less than half full wait on and leave their section.
  private mutating func placeWaiting(
    upToSection: Bool = false, into bag: inout DiagnosticBag
  ) {
    while let next = waiting.first {
      if !fits(next), !position.isAtTop {
        if upToSection, isShort { return }
        finishPage()
      }
      waiting.removeFirst()
      place(inOrder: next, into: &bag)
    }
  }

  /// Places a fragment; one taller than the page is reported.
  private mutating func place(_ fragment: Fragment, into bag: inout DiagnosticBag) {
    let end = end(of: [fragment])
    if !holds(end, position.foot) {
      let isBeside = end.sideBottom > end.y + position.foot.height
      bag.add(
        LayoutDiagnostics.tooTall(
          isBeside ? end.sideBottom : end.y + position.foot.height, style.page.height,
          isBeside ? .sideColumn : .block,
          at: isBeside ? fragment.side?.span ?? fragment.span : fragment.span))
    }
    place(fragment)
  }

  /// Whether the page at hand holds `run` and at least the beginning of each of its notes. At the head of a
  /// page notes may wait for the next, unless `strictly`.
  func fits(_ run: [Fragment], strictly: Bool = false) -> Bool {
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
  func advance(_ position: inout Position, past fragment: Fragment) -> Double {
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

  mutating func place(_ fragment: Fragment) {
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
    if let entry = fragment.entry { page.entries.append((page.items.count - 1, entry)) }
    for name in fragment.destinations {
      page.destinations.append(Destination(name: name, point: Point(x: 0, y: top)))
    }
    page.calls += fragment.calls
  }

  mutating func record(_ heading: Fragment.Heading) {
    page.headings.append(heading)
    guard heading.level == 1 else { return }
    section = heading.title
    if page.isEmpty { page.section = section }
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
  /// Whether a heading may stand right above it: text, in the same part of the document.
  fileprivate var takesHeading: Bool { headings.isEmpty && side == nil && !floats && !endsPage }

  /// Whether what stands above it ends its page.
  fileprivate var endsPage: Bool { breakBefore == .forced || isLandscape }

  /// Whether a top-level section begins with it.
  fileprivate var opensSection: Bool { headings.contains { $0.level == 1 } }
}

extension [FrameItem] {
  /// The items moved, as one group.
  func moved(x: Double = 0, y: Double) -> [FrameItem] {
    [.group(Group(transform: .translation(x: x, y: y), items: self))]
  }
}
