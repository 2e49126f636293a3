import CCairo
import Scene
import Syntax

/// The images of one export, each read once.
final class CairoImages {
  private var surfaces: [RasterImage: OpaquePointer] = [:]

  deinit { for surface in surfaces.values { cairo_surface_destroy(surface) } }

  /// Cairo's handle of `image`; it stays valid as long as this object. `name` is for messages.
  func handle(of image: RasterImage, name: String) throws(DiagnosticFailure) -> OpaquePointer {
    if let known = surfaces[image] { return known }
    let made = try decoded(image, name: name)
    surfaces[image] = made
    return made
  }

  private func decoded(_ image: RasterImage, name: String) throws(DiagnosticFailure)
    -> OpaquePointer
  {
    let source = ByteSource(image.bytes)
    let surface = withExtendedLifetime(source) {
      cairo_image_surface_create_from_png_stream(ByteSource.read, source.pointer)
    }
    return try checked(surface, name: name)
  }

  private func checked(_ surface: OpaquePointer?, name: String) throws(DiagnosticFailure)
    -> OpaquePointer
  {
    let status = cairo_surface_status(surface)
    guard let surface, status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw PrintDiagnostics.brokenImage(
        name, reason: String(cString: cairo_status_to_string(status)))
    }
    return surface
  }
}
