import Scene
import Syntax
import TestSupport
import Testing

@testable import Layout

@Suite struct PageBuilderTests {
  private let style = StyleSheet.briefing

  /// A fragment that carries its number as a destination, so that it can be found on its page.
  private func fragment(_ number: Int, height: Double) -> Fragment {
    var fragment = Fragment(height: height, items: [.destination(.init(name: "x", point: .zero))])
    fragment.destinations = ["\(number)"]
    return fragment
  }

  private func pages(
    of fragments: [Fragment], notes: [String: Foot.Note] = [:]
  ) -> (pages: [PageBuilder.Content], bag: DiagnosticBag) {
    var bag = DiagnosticBag()
    let pages = PageBuilder.pages(of: fragments, style: style, notes: notes, into: &bag)
    return (pages, bag)
  }

  @Test func aPageEndsWhereTheNextFragmentDoesNotFit() {
    let half = style.page.height / 2 + 1
    let (pages, _) = pages(of: [fragment(0, height: half), fragment(1, height: half)])
    #expect(pages.count == 2)
  }

  @Test func fragmentsThatBelongTogetherMoveTogether() {
    var second = fragment(2, height: 28)
    second.breakBefore = .forbidden
    let filler = fragment(0, height: style.page.height - 42)
    let (pages, _) = pages(of: [filler, fragment(1, height: 28), second])
    #expect(pages.map { $0.destinations.map(\.name) } == [["0"], ["1", "2"]])
  }

  @Test func aForcedBreakLeavesNoEmptyPage() {
    var first = fragment(0, height: 14)
    first.breakBefore = .forced
    var second = fragment(1, height: 14)
    second.breakBefore = .forced
    let (pages, _) = pages(of: [first, second])
    #expect(pages.count == 2)
  }

  @Test func textReturnsToTheGridAfterARowThatLeavesIt() {
    var row = fragment(0, height: 17.3)
    row.isOnGrid = false
    let (pages, _) = pages(of: [row, fragment(1, height: 14)])
    #expect(pages[0].destinations[1].point.y == 28)
  }

  @Test func sideHeadingsDoNotRunIntoEachOther() {
    var first = fragment(0, height: 14)
    first.side = .init(height: 42, items: [])
    var second = fragment(1, height: 14)
    second.side = .init(height: 14, items: [])
    let (pages, _) = pages(of: [first, second])
    #expect(pages[0].destinations[1].point.y >= 42)
  }

  /// A note of lines 11 points high, which may be parted after the second and before the last but one.
  private func note(_ id: String, lines: Int) -> Foot.Note {
    (0..<lines).map { index in
      var line = Fragment(height: 11, items: [])
      line.destinations = index == 0 ? ["note-\(id)"] : ["\(id)\(index)"]
      if index == 1 || index == lines - 1, index > 0 { line.breakBefore = .forbidden }
      return line
    }
  }

  @Test func footnotesTakeRoomFromTheirOwnPage() {
    var caller = fragment(1, height: 14)
    caller.calls.notes = ["a"]
    let filler = fragment(0, height: style.page.height - 28)
    let (pages, _) = pages(
      of: [filler, caller], notes: ["a": note("a", lines: 1)])
    #expect(pages.map { $0.destinations.map(\.name) } == [["0"], ["1", "note-a"]])
  }

  /// Every line of every note is printed once and in order, under the text, from the page of its call on.
  @Test(arguments: 0..<200)
  func notesAreNeverLost(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var set: [String: Foot.Note] = [:]
    var order: [String] = []
    var fragments: [Fragment] = []
    for number in 0..<Int.random(in: 5...80, using: &random) {
      var new = fragment(number, height: Double.random(in: 5...90, using: &random))
      new.isOnGrid = Bool.random(using: &random)
      if Int.random(in: 0..<4, using: &random) == 0 { new.breakBefore = .forbidden }
      if Int.random(in: 0..<3, using: &random) == 0 {
        let id = "n\(number)"
        let note = note(id, lines: Int.random(in: 1...(seed % 5 == 0 ? 150 : 20), using: &random))
        set[id] = note
        order += note.flatMap(\.destinations)
        new.calls.notes = [id]
      }
      fragments.append(new)
    }
    let (pages, bag) = pages(of: fragments, notes: set)
    #expect(bag.isEmpty)
    let found = pages.flatMap { $0.destinations.map(\.name) }.filter { Int($0) == nil }
    #expect(found == order, "seed \(seed)")
    for page in pages {
      var textBottom = 0.0
      var notesTop = style.page.height
      for destination in page.destinations {
        if let number = Int(destination.name) {
          textBottom = max(textBottom, destination.point.y + fragments[number].height)
        } else {
          notesTop = min(notesTop, destination.point.y)
          #expect(destination.point.y + 11 <= style.page.height + 0.02, "seed \(seed)")
        }
      }
      #expect(textBottom <= notesTop, "seed \(seed)")
    }
  }

  @Test func aShortNoteIsNotDivided() {
    var caller = fragment(1, height: 14)
    caller.calls.notes = ["a"]
    let filler = fragment(0, height: style.page.height - 14 * 5)
    let (pages, _) = pages(of: [filler, caller], notes: ["a": note("a", lines: 6)])
    #expect(pages[0].destinations.map(\.name) == ["0"])
  }

  @Test func aLongNoteIsDividedAtTheFoot() {
    var caller = fragment(1, height: 14)
    caller.calls.notes = ["a"]
    let filler = fragment(0, height: style.page.height - 14 * 9)
    let (pages, _) = pages(of: [filler, caller], notes: ["a": note("a", lines: 20)])
    #expect(pages[0].destinations.map(\.name).prefix(3) == ["0", "1", "note-a"])
    #expect(pages[1].destinations.map(\.name).last == "a19")
  }

  @Test func aTableThatGoesOnRepeatsItsHead() {
    let head = Fragment.Continuation(
      height: 20, items: [.destination(.init(name: "head", point: .zero))])
    var rows = (0..<40).map { fragment($0, height: 40) }
    for index in rows.indices {
      rows[index].continuation = head
      rows[index].isOnGrid = false
    }
    let (pages, _) = pages(of: rows)
    #expect(pages.count > 2)
    for page in pages.dropFirst() { #expect(page.destinations[0].point.y == 20) }
  }

  private func figure(_ number: Int, height: Double) -> Fragment {
    var figure = fragment(number, height: height)
    figure.floats = true
    figure.spansSide = true
    return figure
  }

  @Test func aFigureThatDoesNotFitLetsTheTextGoFirst() {
    let (pages, _) = pages(
      of: [fragment(0, height: 280), figure(1, height: 500)]
        + (2..<40).map { fragment($0, height: 14) }
    )
    #expect(pages[0].destinations.map(\.name).first == "0")
    #expect(pages[0].destinations.map(\.name).dropFirst().first == "2")
    #expect(pages[1].destinations.map(\.name).first == "1")
  }

  @Test func aFigureThatLeavesLittleWhiteKeepsItsPlace() {
    let (pages, _) = pages(
      of: [fragment(0, height: 560), figure(1, height: 300), fragment(2, height: 14)])
    #expect(pages.map { $0.destinations.map(\.name) } == [["0"], ["1", "2"]])
  }

  @Test func noFigureComesBetweenTheRowsOfATable() throws {
    var rows = (2..<40).map { fragment($0, height: 40) }
    for index in rows.indices {
      rows[index].continuation = .init(height: 20, items: [])
      rows[index].breakBefore = index == 1 ? .forbidden : .allowed
    }
    let (pages, _) = pages(
      of: [fragment(0, height: 280), figure(1, height: 500)] + rows + [fragment(40, height: 14)])
    let names = pages.flatMap { $0.destinations.map(\.name) }
    #expect(names.filter { $0 != "1" } == ["0"] + (2...40).map(String.init))
    let place = try #require(names.firstIndex(of: "1"))
    #expect(place > 39)
  }

  @Test func figuresDoNotOvertakeEachOther() {
    let (pages, _) = pages(
      of: [
        fragment(0, height: 280), figure(1, height: 500), fragment(2, height: 14),
        figure(3, height: 100), fragment(4, height: 14),
      ])
    #expect(pages.map { $0.destinations.map(\.name) } == [["0", "2", "4"], ["1", "3"]])
  }

  @Test func figuresStayInTheirSection() {
    var section = fragment(3, height: 28)
    section.headings = [.init(level: 1, title: "Next", destination: "next")]
    let (pages, _) = pages(
      of: [
        fragment(0, height: 336), figure(1, height: 500), fragment(2, height: 14), section,
        fragment(4, height: 14),
      ])
    #expect(pages.map { $0.destinations.map(\.name) } == [["0", "2"], ["1", "3", "4"]])
  }

  @Test func aHeadingGoesWithTheTextWhereItsFigureWaits() {
    var heading = fragment(1, height: 28)
    heading.headings = [.init(level: 3, title: "Head", destination: "head")]
    var tall = figure(2, height: 500)
    tall.breakBefore = .forbidden
    let (pages, _) = pages(of: [fragment(0, height: 280), heading, tall, fragment(3, height: 14)])
    #expect(pages.map { $0.destinations.map(\.name) } == [["0", "1", "3"], ["2"]])
  }

  @Test func aHeadingWithNothingButItsFigureGoesWithIt() {
    var heading = fragment(1, height: 28)
    heading.headings = [.init(level: 3, title: "Head", destination: "head")]
    var tall = figure(2, height: 500)
    tall.breakBefore = .forbidden
    for next in [[], [heading]] {
      let (pages, _) = pages(of: [fragment(0, height: 350), heading, tall] + next)
      #expect(pages.map(\.destinations.count) == [1, 2 + next.count])
    }
  }

  @Test func aFigureLeavesItsSectionRatherThanAPageHalfEmpty() {
    var section = fragment(3, height: 28)
    section.headings = [.init(level: 1, title: "Next", destination: "next")]
    let text = (4..<60).map { fragment($0, height: 14) }
    let (pages, _) = pages(
      of: [fragment(0, height: 100), figure(1, height: 600), fragment(2, height: 14), section]
        + text)
    #expect(pages[0].destinations.map(\.name).prefix(4) == ["0", "2", "3", "4"])
    #expect(pages[1].destinations.map(\.name).first == "1")
  }

  /// Whatever is kept whole and however tall figures are: a page that the text goes on from is half full.
  @Test(arguments: 0..<300)
  func noPageIsHalfEmpty(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var fragments: [Fragment] = []
    for number in 0..<Int.random(in: 20...90, using: &random) {
      switch Int.random(in: 0..<12, using: &random) {
      case 0, 1: fragments.append(figure(number, height: .random(in: 50...590, using: &random)))
      case 2:
        var heading = fragment(number, height: 84)
        heading.headings = [.init(level: 1, title: "H", destination: "h\(number)")]
        fragments.append(heading)
      case 3:
        fragments.append(
          fragment(number, height: .random(in: 14...style.page.height / 3, using: &random)))
      default: fragments.append(fragment(number, height: .random(in: 5...40, using: &random)))
      }
      if fragments.count > 1, !fragments[number - 1].headings.isEmpty {
        fragments[number].breakBefore = .forbidden
      }
    }
    let (pages, bag) = pages(of: fragments)
    #expect(bag.isEmpty)
    // Figures that wait at the end have no text to fill their pages with.
    let lastText = pages.lastIndex { page in
      page.destinations.contains { Int($0.name).map { !fragments[$0].floats } ?? false }
    }
    for page in pages.prefix(lastText ?? 0) {
      let bottom = page.destinations.compactMap { place in
        Int(place.name).map { place.point.y + fragments[$0].height }
      }.max()
      #expect((bottom ?? 0) >= style.page.height / 2, "seed \(seed)")
    }
  }

  /// Text keeps its order, figures keep theirs, nothing is lost or leaves its page.
  @Test(arguments: 0..<200)
  func figuresMoveWithoutLoss(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let fragments = (0..<Int.random(in: 1...80, using: &random)).map { number in
      Int.random(in: 0..<4, using: &random) == 0
        ? figure(number, height: Double.random(in: 50...650, using: &random))
        : fragment(number, height: Double.random(in: 5...120, using: &random))
    }
    let (pages, bag) = pages(of: fragments)
    #expect(bag.isEmpty)
    let order = pages.flatMap { $0.destinations.compactMap { Int($0.name) } }
    #expect(order.sorted() == Array(fragments.indices), "seed \(seed)")
    for floats in [true, false] {
      let kept = order.filter { fragments[$0].floats == floats }
      #expect(kept == kept.sorted(), "seed \(seed)")
    }
    for destination in pages.flatMap(\.destinations) {
      guard let number = Int(destination.name) else { continue }
      #expect(
        destination.point.y + fragments[number].height <= style.page.height + 0.02,
        "seed \(seed)")
    }
  }

  @Test func aFragmentTallerThanAPageIsTold() {
    var tall = fragment(0, height: style.page.height + 10)
    let file = SourceFile(path: "a.md", text: "x")
    tall.span = file.span(0..<1)
    let (_, bag) = pages(of: [tall])
    #expect(bag.diagnostics.map(\.id) == [LayoutDiagnostics.fragmentTooTall])
    #expect(bag.diagnostics.first?.span == tall.span)
    let height = Int((style.page.height + 10).rounded(.up))
    #expect(bag.diagnostics.first?.message.hasPrefix("the block is \(height) pt tall") == true)
  }

  @Test func aRemarkTallerThanAPageIsToldWithItsOwnHeightAndPlace() {
    var text = fragment(0, height: 14)
    let file = SourceFile(path: "a.md", text: "x")
    text.side = .init(height: style.page.height + 50, items: [], span: file.span(0..<1))
    let (_, bag) = pages(of: [text])
    #expect(bag.diagnostics.first?.span == text.side?.span)
    let height = Int((style.page.height + 50).rounded(.up))
    #expect(
      bag.diagnostics.first?.message.hasPrefix(
        "what stands in the side column is \(height) pt tall") == true)
  }

  @Test(arguments: 0..<200)
  func nothingIsLostAndNothingLeavesItsPage(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var fragments: [Fragment] = []
    for number in 0..<Int.random(in: 1...120, using: &random) {
      var new = fragment(number, height: Double.random(in: 5...200, using: &random))
      new.isOnGrid = Bool.random(using: &random)
      new.spaceBefore = Double.random(in: 0...30, using: &random)
      new.spaceAfter = Double.random(in: 0...30, using: &random)
      if Int.random(in: 0..<4, using: &random) == 0 { new.breakBefore = .forbidden }
      if Int.random(in: 0..<20, using: &random) == 0 { new.breakBefore = .forced }
      fragments.append(new)
    }
    let (pages, bag) = pages(of: fragments)
    #expect(bag.isEmpty)
    let order = pages.flatMap { $0.destinations.map(\.name) }
    #expect(order == fragments.indices.map(String.init), "seed \(seed)")
    for page in pages {
      var bottom = 0.0
      for destination in page.destinations {
        guard let number = Int(destination.name) else { continue }
        #expect(destination.point.y >= bottom - 0.001, "seed \(seed)")
        bottom = destination.point.y + fragments[number].height
        #expect(bottom <= style.page.height + 0.02, "seed \(seed)")
      }
    }
  }
}
