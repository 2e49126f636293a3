import Scene
import Testing
import Typesetting

@Suite struct GlyphOutlinesTests {
  private func item(
    _ text: String, anchor: TextAnchor = .start, angle: Double = 0
  ) throws -> TextItem {
    TextItem(
      origin: Point(x: 100, y: 50), anchor: anchor, angle: angle,
      lines: [try shaper("Lato").shape(text, style: style("Lato", size: 20))])
  }

  private func outlined(_ item: TextItem) throws -> FrameItem {
    let frame = Frame(size: Size(width: 200, height: 100), items: [.text(item)])
    return try #require(GlyphOutlines().outlined(frame).items.first)
  }

  private func shape(_ item: FrameItem) throws -> (shape: Shape, box: Rect) {
    guard case .shape(let shape) = item, case .path(let path) = shape.geometry else {
      throw NotAShape()
    }
    return (shape, try #require(path.controlBox))
  }

  private struct NotAShape: Error {}

  @Test func lettersStandOnTheBaselineAsHighAsTheFaceSays() throws {
    let (_, box) = try shape(outlined(item("HH")))
    let metrics = try shaper("Lato").metrics(of: style("Lato").font, size: 20)
    #expect(abs(box.maxY - 50) < 1e-9)
    #expect(abs(box.height - metrics.capHeight) < 0.05)
    #expect(box.minX > 100)
  }

  @Test func theAnchorIsKept() throws {
    let width = try shaper("Lato").width(of: "HH", style: style("Lato", size: 20))
    let start = try shape(outlined(item("HH"))).box
    let end = try shape(outlined(item("HH", anchor: .end))).box
    #expect(abs(start.minX - end.minX - width) < 1e-9)
  }

  @Test func wordsStayAsTheNameOfTheShape() throws {
    let (shape, _) = try shape(outlined(item("two words")))
    #expect(shape.semantics?.label == "two words")
    #expect(shape.fill == .solid(.black))
  }

  @Test func turnedTextIsTurnedAboutItsOrigin() throws {
    guard case .group(let group) = try outlined(item("H", angle: 90)) else {
      Issue.record("turned text is no group")
      return
    }
    #expect(group.transform.apply(.zero) == Point(x: 100, y: 50))
    let inner = try #require(group.items.first)
    #expect(abs(try shape(inner).box.maxY) < 1e-9)
  }

  @Test func nothingElseOfAFrameChanges() throws {
    let rule = FrameItem.shape(Shape(.line(.zero, Point(x: 9, y: 0))))
    let group = Group(opacity: 0.5, items: [rule, .text(try item("H"))])
    let frame = Frame(size: Size(width: 9, height: 9), items: [.group(group)])
    let result = try GlyphOutlines().outlined(frame)
    guard case .group(let kept) = result.items.first else {
      Issue.record("the group is gone")
      return
    }
    #expect(result.size == frame.size)
    #expect(kept.opacity == 0.5)
    #expect(kept.items.first == rule)
    #expect(kept.items.count == 2)
  }
}
