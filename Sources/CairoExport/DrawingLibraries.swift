import CCairo

/// The libraries that write the PDF and PNG.
package enum DrawingLibraries {
  /// Name and version of each, as it runs.
  package static var versions: [(name: String, version: String)] {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0 else { return [("cairo", cairo)] }
    defer { FT_Done_FreeType(library) }
    var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
    FT_Library_Version(library, &major, &minor, &patch)
    return [("cairo", cairo), ("freetype", "\(major).\(minor).\(patch)")]
  }

  private static var cairo: String { String(cString: cairo_version_string()) }
}
