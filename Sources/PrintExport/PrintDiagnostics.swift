import Scene
package import Syntax

/// The problems that the making of PDF and PNG can find, and their wording.
package enum PrintDiagnostics {
  package static let drawing = DiagnosticID("cairo-drawing")
  package static let fontFile = DiagnosticID("cairo-font")
  package static let undefinedDestination = DiagnosticID("undefined-destination")
  package static let duplicateDestination = DiagnosticID("duplicate-destination")
  package static let coordinate = DiagnosticID("coordinate")
  package static let noPages = DiagnosticID("no-pages")
  package static let documentDate = DiagnosticID("document-date")
  package static let externalImage = DiagnosticID("external-image")
  package static let imageFormat = DiagnosticID("image-format")
  package static let imageFile = DiagnosticID("image-file")
  package static let imageSize = DiagnosticID("image-size")
  package static let raster = DiagnosticID("cairo-raster")
  package static let surfaceSize = DiagnosticID("cairo-size")
  package static let clusters = DiagnosticID("clusters")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [
    drawing, fontFile, undefinedDestination, duplicateDestination, coordinate, noPages,
    documentDate, externalImage, imageFormat, imageFile, imageSize, raster, surfaceSize,
    clusters,
  ]

  /// Cairo refused: `reason` is its own word for why.
  static func failed(_ what: String, reason: String) -> DiagnosticFailure {
    DiagnosticFailure(Diagnostic(drawing, "\(what) could not be drawn: \(reason)"))
  }

  static func unreadableFont(_ family: String, file: String) -> Diagnostic {
    Diagnostic(
      fontFile, "the file `\(file)` of the font `\(family)` could not be opened",
      expected: "a TrueType or OpenType font",
      hints: ["install the package that the font comes from again"])
  }

  /// `place` is where on the document, such as "page `3`".
  static func loose(_ text: String, on place: String) -> Diagnostic {
    Diagnostic(
      clusters,
      "the letters and the glyphs of `\(text)` on \(place) do not go together",
      expected: "clusters that account for each letter and each glyph once")
  }

  /// `from` says what leads nowhere, such as "a link on page `3`".
  static func undefined(_ name: String, from: String, known: [String]) -> Diagnostic {
    Diagnostic(
      undefinedDestination, "\(from) leads to `\(name)`, which is nowhere in the document",
      hints: nearestNameHints(to: name, among: known))
  }

  static func duplicate(_ name: String, page: String, firstPage: String) -> Diagnostic {
    Diagnostic(
      duplicateDestination, "the destination `\(name)` on page `\(page)` is already taken",
      hints: ["give one of the two another name"],
      notes: [.init("first on page `\(firstPage)`")])
  }

  /// `place` is where on the document, such as "page `3`".
  static func notFinite(_ place: String) -> Diagnostic {
    Diagnostic(
      coordinate, "something on \(place) has a place or a size that is not a number",
      expected: "finite coordinates")
  }

  /// `place` is where on the document, such as "page `3`".
  static func external(_ href: String, on place: String) -> Diagnostic {
    Diagnostic(
      externalImage, "the image `\(href)` on \(place) is not at hand: only an SVG can refer to it",
      hints: ["save the image in the workspace and name that file"])
  }

  static func inks(_ name: String, on place: String) -> Diagnostic {
    Diagnostic(
      imageFormat, "the image `\(name)` on \(place) has colours for printing inks (CMYK)",
      expected: "a JPEG in RGB or grey, or a PNG")
  }

  static func undecoded(_ name: String, on place: String) -> Diagnostic {
    Diagnostic(
      imageFormat, "the image `\(name)` on \(place) is a JPEG, which PNG output cannot hold",
      expected: "a PNG")
  }

  /// A JPEG of whose pixels something else would be mixed in a format that cannot say so.
  static func undecoded(_ name: String, on place: String, beside format: String) -> Diagnostic {
    Diagnostic(
      imageFormat,
      "the image `\(name)` on \(place) is a JPEG that something translucent meets, which \(format) cannot hold",
      expected: "a PNG, or nothing translucent over the image")
  }

  /// Something became pixels in a file of shapes.
  static func rastered(_ name: String, on place: String, in format: String) -> Diagnostic {
    Diagnostic(
      raster, severity: .warning,
      "\(name) on \(place) is made of pixels: \(format) cannot mix its colours with those under it",
      hints: ["use colours without opacity and blending there, or the format `pdf`"])
  }

  static func beyondCairo(_ size: Size, _ what: String) -> Diagnostic {
    Diagnostic(
      surfaceSize,
      "\(what) is too large for Cairo: \(Int(min(size.width, 1e9))) by \(Int(min(size.height, 1e9)))",
      expected: "at most 32,767 a side")
  }

  /// The file begins like an image and is none: `reason` says why, in the words of the reading library where it is
  /// that which found out.
  static func brokenImage(_ name: String, reason: String) -> Diagnostic {
    Diagnostic(
      imageFile, "the image `\(name)` cannot be read: \(reason)",
      expected: "a whole PNG or JPEG file")
  }

  static func tooLarge(_ image: RasterImage, _ name: String) -> Diagnostic {
    Diagnostic(
      imageSize,
      "the image `\(name)` is too large: its file says \(image.width) by \(image.height) pixels",
      expected: RasterImage.limits)
  }

  static func withoutPages(_ title: String) -> Diagnostic {
    Diagnostic(noPages, "the document `\(title)` has no pages", expected: "at least one page")
  }

  static func badDate(_ date: String) -> Diagnostic {
    Diagnostic(
      documentDate, "the date `\(date)` of the document is not a date",
      expected: "year, month and day, such as `2025-03-31`")
  }
}
