import CCairo
package import Scene
package import Syntax

/// Writes paged documents as PDF.
package enum PDFExporter {
  /// The document as a PDF: live text in embedded fonts, links, named destinations, bookmarks, page labels
  /// and properties. `creator` is what the file names as its maker, such as `Almanac 1.0`. The same
  /// document gives the same bytes.
  ///
  /// Throws all dangling links, doubled destinations and coordinates that are not numbers together, or
  /// what Cairo could not draw.
  package static func pdf(
    of document: PagedDocument, creator: String
  ) throws(DiagnosticFailure) -> [UInt8] {
    let check = DocumentCheck(document)
    try check.bag.throwIfErrors()
    var size = document.pages.first?.frame.size ?? .zero
    let surface = try CairoSurface.pdf(size: size)
    describe(document.properties, creator: creator, on: surface)
    let context = try CairoContext(surface)
    context.turnHintingOff()
    let drawing = FrameDrawing.document(check.glyphs)
    try context.document { context throws(DiagnosticFailure) in
      for page in document.pages {
        // Setting a size begins the page anew, open tags and all: only where it changes.
        if page.frame.size != size {
          size = page.frame.size
          cairo_pdf_surface_set_size(surface.handle, size.width, size.height)
        }
        cairo_pdf_surface_set_page_label(surface.handle, page.label)
        try drawing.draw(page, on: context)
        try surface.check(context.status)
        cairo_show_page(context.handle)
      }
    }
    addOutline(document.outline, to: surface)
    try surface.check(context.status)
    return try surface.finishedPDF()
  }

  private static func describe(
    _ properties: PagedDocument.Properties, creator: String, on surface: borrowing CairoSurface
  ) {
    // Without a date of ours Cairo asks the clock.
    let date = properties.date + "T00:00:00Z"
    let entries = [
      (CAIRO_PDF_METADATA_TITLE, properties.title),
      (CAIRO_PDF_METADATA_AUTHOR, properties.author),
      (CAIRO_PDF_METADATA_SUBJECT, properties.subject),
      (CAIRO_PDF_METADATA_KEYWORDS, properties.keywords.joined(separator: ", ")),
      (CAIRO_PDF_METADATA_CREATOR, creator),
      (CAIRO_PDF_METADATA_CREATE_DATE, date),
      (CAIRO_PDF_METADATA_MOD_DATE, date),
    ]
    for (key, value) in entries where !value.isEmpty {
      cairo_pdf_surface_set_metadata(surface.handle, key, value)
    }
  }

  /// Bookmarks, those of the first level unfolded.
  private static func addOutline(
    _ outline: [PagedDocument.OutlineEntry], to surface: borrowing CairoSurface
  ) {
    var parents = [CAIRO_PDF_OUTLINE_ROOT]
    for entry in outline {
      let level = min(max(entry.level, 1), parents.count)
      parents.removeSubrange(level...)
      let id = cairo_pdf_surface_add_outline(
        surface.handle, parents[level - 1], entry.title,
        "dest='\(destinationIdentifier(entry.destination))'",
        level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0))
      parents.append(id)
    }
  }
}
