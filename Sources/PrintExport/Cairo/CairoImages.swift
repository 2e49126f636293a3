import CCairo
import Scene
import Syntax

/// The images of one export, each read once, before anything is drawn.
final class CairoImages {
  private var surfaces: [RasterImage: OpaquePointer] = [:]

  /// - Parameter images: with the names that messages have for them.
  init(_ images: [(image: RasterImage, name: String)]) throws(DiagnosticFailure) {
    for (image, name) in images where surfaces[image] == nil {
      do throws(PixelImage.Unreadable) {
        surfaces[image] = Self.surface(of: try PixelImage(image))
      } catch {
        throw DiagnosticFailure(PrintDiagnostics.brokenImage(name, reason: error.reason))
      }
    }
  }

  deinit { for surface in surfaces.values { cairo_surface_destroy(surface) } }

  /// Cairo's handle of `image`, valid as long as this object; nil for one that was not given.
  func handle(of image: RasterImage) -> OpaquePointer? { surfaces[image] }

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
