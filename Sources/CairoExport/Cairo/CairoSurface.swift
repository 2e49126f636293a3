import CCairo
import Scene
import Syntax

/// What Cairo draws on: the pages of a PDF or the pixels of an image. Released when it goes out of scope.
struct CairoSurface: ~Copyable {
  let handle: OpaquePointer
  private let sink: ByteSink
  /// What is being made, for messages.
  private let subject: String

  private init(handle: OpaquePointer?, sink: ByteSink, subject: String)
    throws(DiagnosticFailure)
  {
    guard let handle else {
      throw CairoDiagnostics.failed(subject, reason: "no surface was made")
    }
    self.handle = handle
    self.sink = sink
    self.subject = subject
  }

  deinit { cairo_surface_destroy(handle) }

  /// A PDF whose first page has the size `size`, in points.
  static func pdf(size: Size) throws(DiagnosticFailure) -> CairoSurface {
    let sink = ByteSink()
    return try CairoSurface(
      handle: cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.pointer, size.width, size.height),
      sink: sink, subject: "the PDF")
  }

  /// An image of `width` by `height` transparent pixels.
  static func image(width: Int32, height: Int32) throws(DiagnosticFailure) -> CairoSurface {
    let surface = try CairoSurface(
      handle: cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height), sink: ByteSink(),
      subject: "the image of \(width) by \(height) pixels")
    try surface.check()
    return surface
  }

  /// Ends the PDF and returns its bytes. Errors in tags show only here, and only on the surface: the
  /// context still reports success.
  func finishedPDF() throws(DiagnosticFailure) -> [UInt8] {
    cairo_surface_finish(handle)
    try check()
    return sink.bytes
  }

  /// The image as the bytes of a PNG file.
  func png() throws(DiagnosticFailure) -> [UInt8] {
    cairo_surface_flush(handle)
    try check(cairo_surface_write_to_png_stream(handle, ByteSink.write, sink.pointer))
    return sink.bytes
  }

  /// Throws where anything went wrong on the surface.
  func check() throws(DiagnosticFailure) { try check(cairo_surface_status(handle)) }

  /// Throws where `status` is an error.
  func check(_ status: cairo_status_t) throws(DiagnosticFailure) {
    if status == CAIRO_STATUS_SUCCESS { return }
    throw CairoDiagnostics.failed(subject, reason: String(cString: cairo_status_to_string(status)))
  }
}
