import CCairo
import Scene
import Syntax

/// The pixels that Cairo draws on. Released when it goes out of scope.
struct CairoSurface: ~Copyable {
  let handle: OpaquePointer
  /// What is being made, for messages.
  private let subject: String

  private init(handle: OpaquePointer?, subject: String) throws(DiagnosticFailure) {
    guard let handle else {
      throw PrintDiagnostics.failed(subject, reason: "no surface was made")
    }
    self.handle = handle
    self.subject = subject
  }

  deinit { cairo_surface_destroy(handle) }

  /// An image of `width` by `height` pixels: transparent, or black where it is opaque for good.
  static func image(
    width: Int32, height: Int32, isOpaque: Bool
  ) throws(DiagnosticFailure) -> CairoSurface {
    let format = isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    let surface = try CairoSurface(
      handle: cairo_image_surface_create(format, width, height),
      subject: "the image of \(width) by \(height) pixels")
    try surface.check()
    return surface
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

  /// Throws where `status` is an error.
  func check(_ status: cairo_status_t) throws(DiagnosticFailure) {
    if status == CAIRO_STATUS_SUCCESS { return }
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
