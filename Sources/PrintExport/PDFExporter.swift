package import Scene
package import Syntax

/// Writes paged documents as PDF.
package enum PDFExporter {
  /// The document as a PDF: live text in embedded fonts, links, named destinations, bookmarks, page labels
  /// and properties. `creator` is what the file names as its maker, such as `Almanac 1.0`. The same
  /// document gives the same bytes.
  ///
  /// Throws all that is wrong with the document together.
  package static func pdf(
    of document: PagedDocument, creator: String
  ) throws(DiagnosticFailure) -> [UInt8] {
    let pdf = try PDFDocument(
      document, surveys: [PageSurvey(document.pages[...])], creator: creator)
    var made: [PDFDocument.Made] = []
    for piece in pdf.pieces { made.append(try pdf.make(piece)) }
    return pdf.file(of: made)
  }
}
