import CCairo
import CPNG
import CZlib

/// The libraries that write the PDF and PNG; HarfBuzz, whose subsetter makes fonts small, is named by those who shape
/// with it.
package enum DrawingLibraries {
  /// Name and version of each, as it runs.
  package static var versions: [(name: String, version: String)] {
    let versions = [
      ("cairo", String(cString: cairo_version_string())),
      ("libpng", String(cString: png_get_libpng_ver(nil))),
      ("zlib", String(cString: zlibVersion())),
    ]
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0 else { return versions }
    defer { FT_Done_FreeType(library) }
    var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
    FT_Library_Version(library, &major, &minor, &patch)
    return versions + [("freetype", "\(major).\(minor).\(patch)")]
  }
}
