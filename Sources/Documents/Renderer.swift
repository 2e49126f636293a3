/// Who draws the files of frames.
package enum Renderer: String, Sendable, CaseIterable {
  /// Writers of our own: PDF and SVG with live text. Pixels are Cairo's.
  case almanac
  /// Cairo's own surfaces: PDF, SVG, PostScript, pixels.
  case cairo
}
