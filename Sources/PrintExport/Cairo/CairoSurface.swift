import CCairo
import Scene
import Syntax

/// What Cairo draws on: pages, a drawing or pixels. Released when it goes out of scope.
struct CairoSurface: ~Copyable {
  /// The kinds of surfaces, as far as drawing on them differs.
  enum Medium {
    case pdf
    /// Without translucency.
    case postScript
    /// Letters are shapes.
    case svg
    case pixels
  }

  let handle: OpaquePointer
  let medium: Medium
  private let sink: ByteSink
  /// What is being made, for messages.
  private let subject: String

  private init(
    _ medium: Medium, handle: OpaquePointer?, sink: ByteSink, subject: String
  ) throws(DiagnosticFailure) {
    let status = cairo_surface_status(handle)
    guard let handle, status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(handle)
      throw PrintDiagnostics.failed(
        subject, reason: String(cString: cairo_status_to_string(status)))
    }
    self.handle = handle
    self.medium = medium
    self.sink = sink
    self.subject = subject
  }

  deinit { cairo_surface_destroy(handle) }

  /// A PDF whose first page has the size `size`, in points.
  static func pdf(size: Size) throws(DiagnosticFailure) -> CairoSurface {
    let sink = ByteSink()
    return try CairoSurface(
      .pdf,
      handle: cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.pointer, size.width, size.height),
      sink: sink, subject: "the PDF")
  }

  /// PostScript, or one page of it to be set into another file, whose first page has the size `size`, in points.
  static func postScript(size: Size, isEncapsulated: Bool) throws(DiagnosticFailure) -> CairoSurface
  {
    let sink = ByteSink()
    let surface = try CairoSurface(
      .postScript,
      handle: cairo_ps_surface_create_for_stream(
        ByteSink.write, sink.pointer, size.width, size.height),
      sink: sink, subject: "the PostScript")
    cairo_ps_surface_set_eps(surface.handle, isEncapsulated ? 1 : 0)
    return surface
  }

  /// An SVG of the size `size`, in `unit`.
  static func svg(size: Size, unit: cairo_svg_unit_t) throws(DiagnosticFailure) -> CairoSurface {
    let sink = ByteSink()
    let surface = try CairoSurface(
      .svg,
      handle: cairo_svg_surface_create_for_stream(
        ByteSink.write, sink.pointer, size.width, size.height),
      sink: sink, subject: "the SVG")
    cairo_svg_surface_set_document_unit(surface.handle, unit)
    return surface
  }

  /// An image of `width` by `height` pixels: transparent, or black where it is opaque for good.
  static func image(
    width: Int32, height: Int32, isOpaque: Bool
  ) throws(DiagnosticFailure) -> CairoSurface {
    let format = isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    return try CairoSurface(
      .pixels, handle: cairo_image_surface_create(format, width, height), sink: ByteSink(),
      subject: "the image of \(width) by \(height) pixels")
  }

  /// Ends a file and returns its bytes. Errors in tags show only here, and only on the surface: the context still
  /// reports success.
  func finished() throws(DiagnosticFailure) -> [UInt8] {
    cairo_surface_finish(handle)
    try check()
    return sink.bytes
  }

  /// The image as the bytes of a PNG file.
  func png() throws(DiagnosticFailure) -> [UInt8] {
    cairo_surface_flush(handle)
    try check()
    let width = Int(cairo_image_surface_get_width(handle))
    let rowLength = Int(cairo_image_surface_get_stride(handle))
    let isOpaque = cairo_image_surface_get_format(handle) == CAIRO_FORMAT_RGB24
    guard let data = cairo_image_surface_get_data(handle) else {
      throw PrintDiagnostics.failed(subject, reason: "it has no pixels")
    }
    let file = PNGFile(
      width: width, height: Int(cairo_image_surface_get_height(handle)),
      pixels: isOpaque ? .rgb : .rgba,
      writeRow: { row, target in
        // A pixel is a number of 32 bits: opacity, red, green, blue.
        let source = UnsafeRawPointer(data + row * rowLength).assumingMemoryBound(to: UInt32.self)
        let pixels = UnsafeBufferPointer(start: source, count: width)
        if isOpaque {
          writeOpaque(pixels, to: target)
        } else {
          writeTranslucent(pixels, to: target)
        }
      })
    return file.bytes
  }

  /// Throws where anything went wrong on the surface.
  func check() throws(DiagnosticFailure) { try check(cairo_surface_status(handle)) }

  /// Throws where `status` is an error; `page` is the label of that at hand.
  func check(_ status: cairo_status_t, on page: String? = nil) throws(DiagnosticFailure) {
    if status == CAIRO_STATUS_SUCCESS { return }
    let subject = page.map { "page `\($0)` of \(self.subject)" } ?? self.subject
    throw PrintDiagnostics.failed(subject, reason: String(cString: cairo_status_to_string(status)))
  }
}

private func writeOpaque(
  _ pixels: UnsafeBufferPointer<UInt32>, to target: UnsafeMutableBufferPointer<UInt8>
) {
  var place = 0
  for pixel in pixels {
    target[place] = UInt8(truncatingIfNeeded: pixel >> 16)
    target[place + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
    target[place + 2] = UInt8(truncatingIfNeeded: pixel)
    place += 3
  }
}

/// Cairo keeps colours multiplied with their opacity; a PNG does not.
private func writeTranslucent(
  _ pixels: UnsafeBufferPointer<UInt32>, to target: UnsafeMutableBufferPointer<UInt8>
) {
  var place = 0
  for pixel in pixels {
    let alpha = pixel >> 24
    for (offset, shift) in [(0, UInt32(16)), (1, 8), (2, 0)] {
      let product = pixel >> shift & 0xFF
      target[place + offset] =
        alpha == 0 ? 0 : UInt8(truncatingIfNeeded: min(255, (product * 255 + alpha / 2) / alpha))
    }
    target[place + 3] = UInt8(truncatingIfNeeded: alpha)
    place += 4
  }
}
