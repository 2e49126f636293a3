import Foundation
import Reports
import TestSupport
import Testing

/// What other programs say of the files of the annual briefing.
@Suite struct PublishedFilesTests {
  private func file(_ name: String) async throws -> [UInt8] {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    _ = try await copy.build(BuildRequest(reports: ["annual"]))
    return Array(try #require(try copy.published()["annual/2024-12-31/\(name)"]))
  }

  /// Policies are no facts, but they have sources.
  @Test func aChartOfRowsThatAreNoFactsNamesTheirSources() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    let spec = """
      {"data": {"name": "policies"}, "mark": "point",
       "encoding": {"y": {"field": "label", "type": "nominal"}}}
      """
    try Data(spec.utf8).write(
      to: copy.folder.appending(path: "templates/annual/charts/growth.vl.json"))
    try await copy.build(BuildRequest(reports: ["annual"]))
    let svg = try #require(try copy.published()["annual/2024-12-31/growth.svg"])
    #expect(String(decoding: svg, as: UTF8.self).contains("Sources: Article, 18 September 2021;"))
  }

  @Test(.enabled(if: ExternalTool("qpdf").isAvailable, "qpdf is not installed"))
  func thePDFIsSound() async throws {
    let outcome = try ExternalTool("qpdf").run(
      ["--check", "FILE"], on: try await file("report.pdf"), suffix: "pdf")
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("No syntax or stream encoding errors found"))
  }

  @Test(.enabled(if: ExternalTool("pdffonts").isAvailable, "pdffonts is not installed"))
  func allFontsAreEmbeddedSubsets() async throws {
    let outcome = try ExternalTool("pdffonts").run(
      ["FILE"], on: try await file("report.pdf"), suffix: "pdf")
    let fonts = outcome.output.split(separator: "\n").dropFirst(2)
    #expect(fonts.count >= 3)
    // The columns "emb" and "sub" and "uni" of each font.
    for font in fonts { #expect(font.contains(" yes yes yes "), "\(font)") }
  }

  @Test(.enabled(if: ExternalTool("pdfinfo").isAvailable, "pdfinfo is not installed"))
  func thePDFSaysWhatItIs() async throws {
    let outcome = try ExternalTool("pdfinfo").run(
      ["FILE"], on: try await file("report.pdf"), suffix: "pdf")
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("Title:           Shanghai’s biopharma industry"))
    #expect(outcome.output.contains("Page size:       595.276 x 841.89 pts (A4)"))
  }

  @Test(.enabled(if: ExternalTool("pdftotext").isAvailable, "pdftotext is not installed"))
  func figuresAndProseCanBeCopied() async throws {
    let outcome = try ExternalTool("pdftotext").run(
      ["FILE", "-"], on: try await file("report.pdf"), suffix: "pdf")
    #expect(outcome.output.contains("Size of the biopharma industry, billion yuan"))
    #expect(outcome.output.contains("Findings"))
    #expect(!outcome.output.contains("ﬁ"))
  }

  @Test(
    .enabled(if: ExternalTool("xmllint").isAvailable, "xmllint is not installed"),
    arguments: [("growth.svg", ">933.7<"), ("targets.svg", ">93.4%, on track<")])
  func chartsParseAndHoldTheirTextAsText(name: String, words: String) async throws {
    let bytes = try await file(name)
    let outcome = try ExternalTool("xmllint").run(["--noout", "FILE"], on: bytes, suffix: "svg")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<title"))
    #expect(text.contains(words), "the chart's figures are not text")
  }
}
