import Scene
import TestSupport
import Testing
import Typesetting

/// A negated relation is drawn by a face that has it, never as `=` with a stroke laid over.
@Suite struct NegatedSignTests {
  @Test(arguments: ["≠", "≮", "≯", "∉", "∦", "≢", "=\u{338}"])
  func isOneGlyph(_ sign: String) throws {
    let shaper = Shaper(fonts: try FontBook(families: ["Noto Serif", "Lato", "Noto Sans Math"]))
    let runs = try shaper.shape(
      sign,
      style: TextStyle(
        font: FontDescription(families: ["Noto Serif", "Lato", "Noto Sans Math"]), size: 10))
    #expect(runs.flatMap(\.glyphs).count == 1)
    #expect(runs.first?.face.family != "Noto Serif")
  }
}
