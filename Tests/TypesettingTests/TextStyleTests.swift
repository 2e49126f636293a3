import Testing
import Typesetting

@Suite struct TextStyleTests {
  @Test func stylesCompareByContent() {
    let font = FontDescription(families: ["Lato"])
    #expect(TextStyle(font: font, size: 10) != TextStyle(font: font, size: 11))
  }
}
