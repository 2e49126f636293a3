import Foundation
import PrintExport
import Scene
import TestSupport
import Testing

private func inspect(_ tool: String, _ arguments: [String], _ pdf: [UInt8]) throws -> String {
  let outcome = try ExternalTool(tool).run(arguments, on: pdf, suffix: "pdf")
  #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
  #expect(outcome.errors.isEmpty, "\(outcome.errors)")
  return outcome.output
}

@Suite struct PDFExporterTests {
  let pdf: [UInt8]

  init() throws {
    pdf = try PDFExporter.pdf(of: richDocument(), creator: "Almanac test")
  }

  @Test(.enabled(if: ExternalTool("qpdf").isAvailable))
  func structureOfTheFileIsSound() throws {
    let report = try inspect("qpdf", ["--check", "FILE"], pdf)
    #expect(report.contains("No syntax or stream encoding errors found"), "\(report)")
  }

  @Test(.enabled(if: ExternalTool("pdffonts").isAvailable))
  func allFontsAreEmbeddedAsSubsets() throws {
    let lines = try inspect("pdffonts", ["FILE"], pdf).split(separator: "\n").dropFirst(2)
    #expect(lines.count >= 3)
    for line in lines {
      let words = line.split(separator: " ")
      // … emb sub uni object ID
      #expect(words.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(line)")
    }
  }

  @Test(.enabled(if: ExternalTool("pdftotext").isAvailable))
  func textCopiesAsItsLetters() throws {
    let text = try inspect("pdftotext", ["-enc", "UTF-8", "FILE", "-"], pdf)
    for words in [
      "The office staff find waffles efficient.", "The office staff find flowers efficient.",
      "Turned", "Outlined", "A translucent link", "See page two", "Second page", "Back",
    ] {
      #expect(text.contains(words), "\(words) in \(text)")
    }
    // Readers reorder lines of two directions differently, so each word for itself.
    #expect(text.contains("שלום") && text.contains("עולם"), "\(text)")
    #expect(!text.unicodeScalars.contains { (0xFB00...0xFB06).contains($0.value) })
    #expect(!text.contains("flattened"))
  }

  @Test(.enabled(if: ExternalTool("pdfinfo").isAvailable))
  func propertiesAreThere() throws {
    let info = try inspect("pdfinfo", ["-isodates", "-enc", "UTF-8", "FILE"], pdf)
    for line in [
      "Title:           Über die Größe (2025)", "Author:          A. Uthor",
      "Subject:         Growth", "Keywords:        one, two", "Creator:         Almanac test",
      "CreationDate:    2025-03-31T00:00:00Z", "ModDate:         2025-03-31T00:00:00Z",
      "Pages:           2", "Page size:       420 x 595 pts",
    ] {
      #expect(info.contains(line), "\(line) in \(info)")
    }
    #expect(try inspect("pdfinfo", ["-f", "2", "-l", "2", "FILE"], pdf).contains("595 x 420"))
  }

  @Test(.enabled(if: ExternalTool("pdfinfo").isAvailable))
  func linksLeadAway() throws {
    let urls = try inspect("pdfinfo", ["-url", "FILE"], pdf)
    #expect(urls.contains("https://example.org/a%28b%29c?x='1'&y=%5C%C3%A9"), "\(urls)")
  }

  @Test(.enabled(if: ExternalTool("pdfinfo").isAvailable))
  func destinationsHaveTheirPlaces() throws {
    let lines = try inspect("pdfinfo", ["-dests", "FILE"], pdf).split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(lines.contains("1 [ XYZ 0 555 null ] \"top_20of_20page\""), "\(lines)")
    #expect(lines.contains("2 [ XYZ 0 420 null ] \"second_20page\""), "\(lines)")
  }

  @Test(.enabled(if: ExternalTool("qpdf").isAvailable))
  func linksBookmarksAndLabelsAreInTheFile() throws {
    let data = Data(try inspect("qpdf", ["--json", "FILE"], pdf).utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let outlines = try #require(json["outlines"] as? [[String: Any]])
    #expect(outlines.map { $0["title"] as? String } == ["First (1)", "Zweite Seite: Größe"])
    let kids = try #require(outlines.last?["kids"] as? [[String: Any]])
    #expect(kids.map { $0["title"] as? String } == ["Deeper"])
    #expect(kids.first?["destpageposfrom1"] as? Int == 2)
    let labels = try #require(json["pagelabels"] as? [[String: Any]])
    let names = labels.map { ($0["label"] as? [String: Any])?["/P"] as? String }
    #expect(names == ["u:i", "u:ii"])
    let rectangles = try linkRectangles(in: json)
    #expect(rectangles.count == 3, "\(rectangles)")
    // The link in the doubled, moved group: em box of 12 pt from (10, 20), twice as large, at (50, 400).
    // Cairo rounds outwards to whole points.
    let scaled = try #require(rectangles.first { abs($0[0] - 70) <= 1 })
    #expect(abs(scaled[3] - (595 - (400 + 2 * (20 - 9.6)))) <= 1, "\(scaled)")
    #expect(abs(scaled[1] - (595 - (400 + 2 * (20 + 2.4)))) <= 1, "\(scaled)")
  }

  /// The `/Rect`s of the link annotations: left, bottom, right, top.
  private func linkRectangles(in json: [String: Any]) throws -> [[Double]] {
    func numbers(_ value: Any?) -> [Double]? {
      (value as? [Any])?.compactMap { ($0 as? NSNumber)?.doubleValue }
    }
    func rectangles(_ value: Any) -> [[Double]] {
      if let array = value as? [Any] { return array.flatMap(rectangles) }
      guard let object = value as? [String: Any] else { return [] }
      if object["/Subtype"] as? String == "/Link", let rect = numbers(object["/Rect"]) {
        return [rect]
      }
      return object.values.flatMap(rectangles)
    }
    return rectangles(try #require(json["qpdf"] ?? json["objects"]))
  }

  @Test func sameDocumentGivesTheSameBytes() throws {
    #expect(try PDFExporter.pdf(of: richDocument(), creator: "Almanac test") == pdf)
  }

  @Test func threadsGiveTheSameBytes() async throws {
    let results = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<12 {
        group.addTask { try PDFExporter.pdf(of: richDocument(), creator: "Almanac test") }
      }
      return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
    }
    #expect(results.count == 12)
    #expect(results.allSatisfy { $0 == pdf })
  }

  @Test func nothingOfThisMachineIsInTheFile() {
    let text = String(decoding: pdf, as: UTF8.self)
    #expect(!text.contains("/usr/share"))
    #expect(!text.contains("D:20") || text.contains("20250331"))
  }
}
