import PrintExport
import SVGExport
import Scene
import Syntax

/// The pages of a report as files: together as PDF, one by one as SVG and PNG.
enum PageExport {
  /// Pixels to a point: 144 to the inch, A4 at twice the size of a screen's.
  private static let pixelsPerPoint = 2.0

  /// The exports of `document` that `formats` ask for.
  static func exports(
    of document: PagedDocument, formats: [ReportFormat], text: SVGText
  ) -> [Export] {
    var exports: [Export] = []
    if formats.contains(.pdf) {
      exports.append(
        Export { jobs throws(DiagnosticFailure) in
          [.init(name: "report.pdf", bytes: try await pdf(of: document, jobs: jobs))]
        })
    }
    if formats.contains(.pagesSVG) {
      exports += files(of: document, "svg") { (page, title) throws(DiagnosticFailure) in
        let svg = SVGExporter.svg(
          of: try page.frame.withText(text),
          options: SVGOptions(
            title: title, language: document.properties.language, background: .white,
            unit: .points, fitsText: true))
        return Array(svg.utf8)
      }
    }
    if formats.contains(.pagesPNG) {
      exports += files(of: document, "png") { (page, _) throws(DiagnosticFailure) in
        try PNGExporter.png(of: page.frame, scale: pixelsPerPoint)
      }
    }
    return exports
  }

  /// The document as a PDF: its pages are looked over, and its pieces made, side by side.
  private static func pdf(
    of document: PagedDocument, jobs: Int
  ) async throws(DiagnosticFailure) -> [UInt8] {
    let surveys = await concurrentMap(PDFDocument.shares(of: document), jobs: jobs) {
      PageSurvey($0)
    }
    let pdf = try PDFDocument(
      document, surveys: surveys, creator: "Almanac \(toolVersion)")
    let results = await concurrentMap(pdf.pieces, jobs: jobs) { piece in
      Result { () throws(DiagnosticFailure) in try pdf.make(piece) }
    }
    var made: [PDFDocument.Made] = []
    for result in results { made.append(try result.get()) }
    return pdf.file(of: made)
  }

  /// An export a page, named by its place from 1, with as many digits as the last one has.
  private static func files(
    of document: PagedDocument, _ ending: String,
    bytes: @escaping @Sendable (Page, String) throws(DiagnosticFailure) -> [UInt8]
  ) -> [Export] {
    let digits = max(2, String(document.pages.count).count)
    return document.pages.enumerated().map { index, page in
      let number = String(index + 1)
      let padded = String(repeating: "0", count: digits - number.count) + number
      return Export { _ throws(DiagnosticFailure) in
        let title = "\(document.properties.title), \(page.label)"
        return [.init(name: "pages/page-\(padded).\(ending)", bytes: try bytes(page, title))]
      }
    }
  }
}
