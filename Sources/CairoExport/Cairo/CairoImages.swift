import CCairo
import Scene
import Syntax

/// The images of one export, each read once: Cairo writes an image that it knows again only once.
final class CairoImages {
  private var surfaces: [RasterImage: OpaquePointer] = [:]

  deinit { for surface in surfaces.values { cairo_surface_destroy(surface) } }

  /// Cairo's handle of `image`; it stays valid as long as this object. `name` is for messages.
  func handle(of image: RasterImage, name: String) throws(DiagnosticFailure) -> OpaquePointer {
    if let known = surfaces[image] { return known }
    let made =
      switch image.format {
      case .png: try decoded(image, name: name)
      case .jpeg: try carrier(of: image, name: name)
      }
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

  /// A surface of the image's size to which its file is attached. A PDF takes the file as it is and never
  /// looks at the surface.
  private func carrier(of image: RasterImage, name: String) throws(DiagnosticFailure)
    -> OpaquePointer
  {
    let surface = try checked(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(image.width), Int32(image.height)),
      name: name)
    let owner = Unmanaged.passRetained(ByteSource(image.bytes))
    let bytes = owner.takeUnretainedValue().all
    let status = cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, bytes.baseAddress, UInt(bytes.count),
      { owner in
        guard let owner else { return }
        Unmanaged<ByteSource>.fromOpaque(owner).release()
      }, owner.toOpaque())
    guard status == CAIRO_STATUS_SUCCESS else {
      owner.release()
      cairo_surface_destroy(surface)
      throw CairoDiagnostics.brokenImage(
        name, reason: String(cString: cairo_status_to_string(status)))
    }
    return surface
  }

  private func checked(_ surface: OpaquePointer?, name: String) throws(DiagnosticFailure)
    -> OpaquePointer
  {
    let status = cairo_surface_status(surface)
    guard let surface, status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw CairoDiagnostics.brokenImage(
        name, reason: String(cString: cairo_status_to_string(status)))
    }
    return surface
  }
}
