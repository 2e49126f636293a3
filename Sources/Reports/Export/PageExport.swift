import Documents
import PrintExport
import SVGExport
import Scene
import Syntax

/// The pages of a report as files: together as PDF, one by one as SVG and PNG.
enum PageExport {
  /// Pixels to a point: 144 to the inch, A4 at twice the size of a screen's.
  private static let pixelsPerPoint = 2.0

  private static var creator: String { "Almanac \(toolVersion)" }

  /// The exports of `document` that `formats` ask for, drawn by `renderer`.
  static func exports(
    of document: PagedDocument, formats: [ReportFormat], text: SVGText, renderer: Renderer
  ) -> [Export] {
    formats.flatMap { format -> [Export] in
      switch (format, renderer) {
      case (.pdf, .almanac):
        return [
          Export("report.pdf") { jobs throws(DiagnosticFailure) in
            try await pdf(of: document, jobs: jobs)
          }
        ]
      case (.pdf, .cairo):
        return [
          Export("report.pdf") { () throws(DiagnosticFailure) in
            try CairoExporter.pdf(of: document, creator: creator)
          }
        ]
      case (.ps, _):
        return [
          Export("report.ps") { () throws(DiagnosticFailure) in
            try CairoExporter.postScript(of: document, creator: creator)
          }
        ]
      case (.pagesSVG, .almanac):
        return pages(of: document, "svg") { page, title, name in
          Export(name) { _ throws(DiagnosticFailure) in
            let svg = SVGExporter.svg(
              of: try page.frame.withText(text),
              options: SVGOptions(
                title: title, language: document.properties.language, background: .white,
                unit: .points, fitsText: true))
            return Array(svg.utf8)
          }
        }
      case (.pagesSVG, .cairo):
        return pages(of: document, "svg") { page, title, name in
          Export(name) { () throws(DiagnosticFailure) in
            try CairoExporter.svg(
              of: page.frame.on(.white), title: title, language: document.properties.language,
              unit: .points)
          }
        }
      case (.pagesPNG, _):
        return pages(of: document, "png") { page, _, name in
          Export(name) { _ throws(DiagnosticFailure) in
            try PNGExporter.png(of: page.frame, scale: pixelsPerPoint)
          }
        }
      // Of charts: `StandaloneChart`.
      case (.svg, _), (.png, _), (.eps, _): return []
      }
    }
  }

  /// The document as a PDF: its pages are looked over, and its pieces made, side by side.
  private static func pdf(
    of document: PagedDocument, jobs: Int
  ) async throws(DiagnosticFailure) -> [UInt8] {
    let surveys = await concurrentMap(PDFDocument.shares(of: document), jobs: jobs) {
      PageSurvey($0)
    }
    let pdf = try PDFDocument(
      document, surveys: surveys, creator: creator)
    let results = await concurrentMap(pdf.pieces, jobs: jobs) { piece in
      Result { () throws(DiagnosticFailure) in try pdf.make(piece) }
    }
    var made: [PDFDocument.Made] = []
    for result in results { made.append(try result.get()) }
    return pdf.file(of: made)
  }

  /// An export a page, given its title and the name of its file: its place from 1, with as many digits as the last one
  /// has.
  private static func pages(
    of document: PagedDocument, _ ending: String, export: (Page, String, String) -> Export
  ) -> [Export] {
    let digits = max(2, String(document.pages.count).count)
    return document.pages.enumerated().map { index, page in
      let number = String(index + 1)
      let padded = String(repeating: "0", count: digits - number.count) + number
      return export(
        page, "\(document.properties.title), \(page.label)", "pages/page-\(padded).\(ending)")
    }
  }
}

extension Frame {
  /// The frame on a sheet of `color`; as it is without one.
  func on(_ color: Color?) -> Frame {
    guard let color else { return self }
    var frame = self
    let sheet = Rect(x: 0, y: 0, width: size.width, height: size.height)
    frame.items.insert(.shape(Shape(.rect(sheet), fill: .solid(color))), at: 0)
    return frame
  }

  /// The frame with `scale` points to its unit, for formats that know no other.
  func inPoints(_ scale: Double) -> Frame {
    Frame(
      size: Size(width: size.width * scale, height: size.height * scale),
      items: [.group(Group(transform: .scale(scale), items: items))])
  }
}
