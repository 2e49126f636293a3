import Scene
import Syntax
import Testing
import Typesetting

func shaper(
  _ families: String..., generics: [String: String] = [:]
) throws(DiagnosticFailure) -> Shaper {
  Shaper(fonts: try FontBook(families: families, generics: generics))
}

func style(_ families: String..., size: Double = 10, features: String = "") -> TextStyle {
  TextStyle(font: FontDescription(families: families), size: size, features: features)
}

@Suite struct ShaperTests {
  /// Measured by the reference implementation of Vega-Lite in the same face.
  @Test(arguments: [("90", 12.724609375), ("2,000,000", 50.8935546875), ("", 0)])
  func widthsAreExact(text: String, width: Double) throws {
    let shaper = try shaper("DejaVu Sans")
    #expect(try shaper.width(of: text, style: style("DejaVu Sans")) == width)
  }

  @Test(arguments: ["Lato", "Noto Serif"])
  func ligaturesKeepTheirLetters(family: String) throws {
    let runs = try shaper(family).shape("office", style: style(family))
    let run = try #require(runs.first)
    #expect(runs.count == 1)
    #expect(run.text == "office")
    #expect(run.clusters.reduce(0) { $0 + $1.byteCount } == run.text.utf8.count)
    #expect(run.clusters.reduce(0) { $0 + $1.glyphCount } == run.glyphs.count)
    #expect(run.clusters.contains { $0.byteCount > 1 && $0.glyphCount == 1 })
  }
}
