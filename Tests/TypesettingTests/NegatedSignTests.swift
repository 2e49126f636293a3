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

  /// The slanted faces of Lato have a bare stroke in the place of `≠`.
  @Test(arguments: [300, 400, 700], ["≠", "=\u{338}"])
  func isNoBareStroke(_ weight: Int, _ sign: String) throws {
    let families = ["Lato", "Noto Sans Math"]
    let shaper = Shaper(fonts: try FontBook(families: families))
    func family(isItalic: Bool) throws -> String? {
      try shaper.shape(
        sign,
        style: TextStyle(
          font: FontDescription(families: families, weight: weight, isItalic: isItalic), size: 10)
      ).first?.face.family
    }
    #expect(try family(isItalic: false) == "Lato")
    #expect(try family(isItalic: true) == "Noto Sans Math")
  }
}
