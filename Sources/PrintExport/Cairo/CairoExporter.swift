import CCairo
package import Scene
package import Syntax

/// What Cairo wrote, and what is worth a warning: things that it made pixels of.
package struct CairoFile: Sendable {
  package let bytes: [UInt8]
  package let warnings: DiagnosticBag
}

/// Draws frames with Cairo's own surfaces of documents and drawings. The same frames give the same bytes.
///
/// Each function throws all that is wrong with the frames together: dangling links, doubled destinations, coordinates that
/// are not numbers, images that the format cannot hold, sizes beyond Cairo's, fonts that are not there.
package enum CairoExporter {
  /// What a unit of a frame is in an SVG.
  package enum LengthUnit: Sendable { case points, pixels }

  /// The document as a PDF with links, named destinations, bookmarks, page labels and properties. It is not tagged.
  /// `creator` is what the file names as its maker, such as `Almanac 1.0`.
  package static func pdf(
    of document: PagedDocument, creator: String
  ) throws(DiagnosticFailure) -> CairoFile {
    let survey = try survey(of: document)
    let surface = try CairoSurface.pdf(size: document.firstSize)
    surface.describe(document.properties, creator: creator)
    let canvas = try canvas(on: surface, survey)
    var size = document.firstSize
    for page in document.pages {
      // A size that is set, and not that of the start, cuts what is painted off at whole points.
      if page.frame.size != size {
        size = page.frame.size
        cairo_pdf_surface_set_size(surface.handle, size.width, size.height)
      }
      cairo_pdf_surface_set_page_label(surface.handle, page.label)
      let walk = try drawn(page, on: canvas, of: surface)
      canvas.add(walk.links.all, walk.destinations)
      cairo_show_page(canvas.handle)
    }
    surface.addOutline(document.outline)
    try surface.check(canvas.context.status)
    return CairoFile(
      bytes: withoutClaimOfTags(try surface.finished()), warnings: DiagnosticBag())
  }

  /// The document as PostScript, with its fonts.
  package static func postScript(
    of document: PagedDocument, creator: String
  ) throws(DiagnosticFailure) -> CairoFile {
    try postScript(
      document.pages, try survey(of: document),
      title: document.properties.title, creator: creator, isEncapsulated: false)
  }

  /// The frame as Encapsulated PostScript of its own size, in points, with its fonts: to be set into a page.
  package static func eps(
    of frame: Frame, title: String, creator: String
  ) throws(DiagnosticFailure) -> CairoFile {
    let survey = PageSurvey(drawing: frame)
    try survey.bag.throwIfErrors()
    return try postScript(
      [Page(frame: frame, label: "1")], survey, title: title, creator: creator,
      isEncapsulated: true)
  }

  /// The frame as an SVG whose letters are shapes; `title` and `description` stand for it where it is not seen.
  package static func svg(
    of frame: Frame, title: String?, description: String? = nil, language: String? = nil,
    unit: LengthUnit = .pixels
  ) throws(DiagnosticFailure) -> CairoFile {
    let survey = PageSurvey(drawing: frame)
    try survey.bag.throwIfErrors()
    let surface = try CairoSurface.svg(
      size: frame.size, unit: unit == .points ? CAIRO_SVG_UNIT_PT : CAIRO_SVG_UNIT_PX)
    let canvas = try canvas(on: surface, survey)
    let walk = try drawn(Page(frame: frame, label: "1"), on: canvas, of: surface)
    var warnings = DiagnosticBag()
    for item in walk.rastered {
      warnings.add(PrintDiagnostics.rastered(item.name, on: "the drawing", in: "SVG by Cairo"))
    }
    let file = VectorDrawing(try surface.finished())
    return CairoFile(
      bytes: file.labelled(title: title, description: description, language: language),
      warnings: warnings)
  }

  // MARK: Steps

  private static func survey(
    of document: PagedDocument
  ) throws(DiagnosticFailure) -> PageSurvey {
    let survey = PageSurvey(document.pages[...])
    var bag = survey.problems(of: document)
    for page in document.pages where page.frame.size.isBeyondCairo {
      bag.add(PrintDiagnostics.beyondCairo(page.frame.size, "page `\(page.label)`"))
    }
    try bag.throwIfErrors()
    return survey
  }

  private static func canvas(
    on surface: borrowing CairoSurface, _ survey: PageSurvey
  ) throws(DiagnosticFailure) -> CairoCanvas {
    try CairoCanvas(
      surface, fonts: CairoFonts(survey.glyphs, isEmbedded: surface.medium != .svg),
      images: CairoImages(survey.images))
  }

  private static func drawn(
    _ page: Page, on canvas: CairoCanvas, of surface: borrowing CairoSurface
  ) throws(DiagnosticFailure) -> FrameWalk<CairoCanvas> {
    var walk = FrameWalk(on: canvas)
    walk.draw(page.frame.items)
    try surface.check(canvas.context.status, on: page.label)
    return walk
  }

  private static func postScript(
    _ pages: [Page], _ survey: PageSurvey, title: String, creator: String, isEncapsulated: Bool
  ) throws(DiagnosticFailure) -> CairoFile {
    var size = pages.first?.frame.size ?? .zero
    let surface = try CairoSurface.postScript(size: size, isEncapsulated: isEncapsulated)
    cairo_ps_surface_dsc_comment(surface.handle, "%%Title: \(documentComment(title))")
    cairo_ps_surface_dsc_comment(surface.handle, "%%For: \(documentComment(creator))")
    let canvas = try canvas(on: surface, survey)
    var rastered: [[RasteredItem]] = []
    for page in pages {
      if page.frame.size != size {
        size = page.frame.size
        cairo_ps_surface_set_size(surface.handle, size.width, size.height)
      }
      rastered.append(try drawn(page, on: canvas, of: surface).rastered)
      cairo_show_page(canvas.handle)
    }
    try surface.check(canvas.context.status)
    let file = PostScriptFile(try surface.finished(), pages: pages.count)
    var bag = DiagnosticBag()
    for (index, page) in pages.enumerated() {
      let place = isEncapsulated ? "the drawing" : "page `\(page.label)`"
      let areas = file.rasteredAreas[index]
      for item in rastered[index] where item.area.map({ areas.contains(where: $0.meets) }) ?? false
      {
        bag.add(PrintDiagnostics.rastered(item.name, on: place, in: "PostScript"))
      }
      // Cairo has of a JPEG no pixels to mix with others.
      for image in page.frame.items.placedImages where image.item.source.image?.format == .jpeg {
        if areas.contains(where: image.area.meets) {
          bag.add(PrintDiagnostics.undecoded(image.item.name, on: place, beside: "PostScript"))
        }
      }
    }
    try bag.throwIfErrors()
    return CairoFile(bytes: file.bytes, warnings: bag)
  }
}

extension PagedDocument {
  fileprivate var firstSize: Size { pages.first?.frame.size ?? .zero }
}

extension Size {
  /// Cairo counts in 24 bits and eight of fractions, and its pictures in 16 bits.
  var isBeyondCairo: Bool {
    max(width, height) > Double(RasterImage.longestSide)
  }
}
