import CHarfBuzz
import CPango

/// The libraries that have a hand in the shape of text.
package enum ShapingLibraries {
  /// Name and version of each, as it runs.
  package static var versions: [(name: String, version: String)] {
    [
      ("harfbuzz", String(cString: hb_version_string())),
      ("pango", String(cString: pango_version_string())),
    ]
  }
}
