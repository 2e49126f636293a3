import CairoExport
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
        Export { () throws(DiagnosticFailure) in
          let bytes = try PDFExporter.pdf(of: document, creator: "Almanac \(toolVersion)")
          return [.init(name: "report.pdf", bytes: bytes)]
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

  /// An export a page, named by its place from 1, with as many digits as the last one has.
  private static func files(
    of document: PagedDocument, _ ending: String,
    bytes: @escaping @Sendable (Page, String) throws(DiagnosticFailure) -> [UInt8]
  ) -> [Export] {
    let digits = max(2, String(document.pages.count).count)
    return document.pages.enumerated().map { index, page in
      let number = String(index + 1)
      let padded = String(repeating: "0", count: digits - number.count) + number
      return Export { () throws(DiagnosticFailure) in
        let title = "\(document.properties.title), \(page.label)"
        return [.init(name: "pages/page-\(padded).\(ending)", bytes: try bytes(page, title))]
      }
    }
  }
}
