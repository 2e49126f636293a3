import Reports
import Syntax
import Testing

@Suite struct ManifestTests {
  private let manifest = Manifest(
    report: "annual", asOf: "2024-12-31", language: "en-GB", parameters: ["year=2024"],
    inputs: [.init(path: "data/a.csv", contents: Array("a\n1\n".utf8))],
    fonts: [.init(path: "Lato-Regular.ttf", contents: [1, 2, 3])],
    patterns: [.init(path: "hyph_en_GB.dic", contents: [5])],
    libraries: [.init(name: "cairo", version: "1.16.0")],
    outputs: [.init(path: "report.pdf", contents: [4])])

  @Test func readsBackWhatItWrote() throws {
    let again = try #require(
      Manifest(SourceFile(path: Manifest.fileName, text: manifest.json)))
    #expect(again.fonts == manifest.fonts)
    #expect(again.patterns == manifest.patterns)
    #expect(again.libraries == manifest.libraries)
    #expect(again.outputs == manifest.outputs)
    #expect(again.json == manifest.json)
  }

  @Test(arguments: ["", "{", "{}", #"{"schema": "almanac-manifest/0"}"#])
  func whatIsNoManifestIsNotRead(text: String) {
    #expect(Manifest(SourceFile(path: Manifest.fileName, text: text)) == nil)
  }
}
