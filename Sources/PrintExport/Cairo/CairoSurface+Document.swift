import CCairo
import Scene

extension CairoSurface {
  /// What a PDF says of itself.
  func describe(_ properties: PagedDocument.Properties, creator: String) {
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
      cairo_pdf_surface_set_metadata(handle, key, value)
    }
  }

  /// Adds bookmarks to a PDF, those of the first level unfolded.
  func addOutline(_ outline: [PagedDocument.OutlineEntry]) {
    var parents = [CAIRO_PDF_OUTLINE_ROOT]
    for entry in outline {
      let level = min(max(entry.level, 1), parents.count)
      parents.removeSubrange(level...)
      let id = cairo_pdf_surface_add_outline(
        handle, parents[level - 1], entry.title,
        "dest='\(destinationIdentifier(entry.destination))'",
        level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0))
      parents.append(id)
    }
  }
}

/// A PDF of Cairo's without what it says of tags: it has a tree of links alone, and calls that tagged. The file keeps its
/// length, so that its table of places still holds.
func withoutClaimOfTags(_ pdf: [UInt8]) -> [UInt8] {
  var pdf = pdf
  let claim = Array("/MarkInfo << /Marked true >>".utf8)
  // The catalogue is written last.
  if let last = pdf.ranges(of: claim).last {
    pdf.replaceSubrange(last, with: Array("/MarkInfo << /Marked false>>".utf8))
  }
  return pdf
}
