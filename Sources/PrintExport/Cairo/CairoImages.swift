import CCairo
import Scene
import Syntax

/// The images of one export, each read once, before anything is drawn: Cairo writes an image that it knows again only
/// once.
final class CairoImages {
  private var surfaces: [RasterImage: OpaquePointer] = [:]
  private var translucent: Set<RasterImage> = []

  /// - Parameter images: with the names that messages have for them.
  init(_ images: [(image: RasterImage, name: String)]) throws(DiagnosticFailure) {
    for (image, name) in images where surfaces[image] == nil {
      switch image.format {
      case .jpeg: surfaces[image] = Self.carrier(of: image)
      case .png:
        do throws(PixelImage.Unreadable) {
          let pixels = try PixelImage(image)
          if !pixels.isOpaque { translucent.insert(image) }
          surfaces[image] = Self.surface(of: pixels)
        } catch {
          throw DiagnosticFailure(PrintDiagnostics.brokenImage(name, reason: error.reason))
        }
      }
      let status = cairo_surface_status(surfaces[image])
      if status != CAIRO_STATUS_SUCCESS {
        throw DiagnosticFailure(
          PrintDiagnostics.brokenImage(
            name, reason: String(cString: cairo_status_to_string(status))))
      }
    }
  }

  deinit { for surface in surfaces.values { cairo_surface_destroy(surface) } }

  /// Cairo's handle of `image`, valid as long as this object; nil for one that was not given.
  func handle(of image: RasterImage) -> OpaquePointer? { surfaces[image] }

  func isOpaque(_ image: RasterImage) -> Bool { !translucent.contains(image) }

  /// A surface of the image's size to which its file is attached. Documents take the file as it is and never look at
  /// the surface; pixels cannot.
  private static func carrier(of image: RasterImage) -> OpaquePointer? {
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(image.width), Int32(image.height))
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: image.bytes.count)
    _ = bytes.initialize(from: image.bytes)
    let status = cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, bytes.baseAddress, UInt(bytes.count),
      { $0?.deallocate() }, bytes.baseAddress)
    if status != CAIRO_STATUS_SUCCESS { bytes.deallocate() }
    return surface
  }

  private static func surface(of image: PixelImage) -> OpaquePointer? {
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, Int32(image.width), Int32(image.height))
    cairo_surface_flush(surface)
    let rowLength = Int(cairo_image_surface_get_stride(surface))
    guard let data = cairo_image_surface_get_data(surface) else { return surface }
    for row in 0..<image.height {
      // A pixel is a number of 32 bits: opacity, red, green, blue, multiplied with the opacity.
      let target = UnsafeMutableRawPointer(data + row * rowLength).assumingMemoryBound(
        to: UInt32.self)
      for column in 0..<image.width {
        let place = (row * image.width + column) * 4
        let alpha = UInt32(image.pixels[place + 3])
        func product(_ component: Int) -> UInt32 {
          (UInt32(image.pixels[place + component]) * alpha + 127) / 255
        }
        target[column] = alpha << 24 | product(0) << 16 | product(1) << 8 | product(2)
      }
    }
    cairo_surface_mark_dirty(surface)
    return surface
  }
}
