/// How the colours of a picture and of what lies under it make new ones: the modes of the W3C's Compositing and
/// Blending Level 1, which PDF has as well (ISO 32000-1, 11.3.5).
package enum BlendMode: String, Hashable, Sendable, CaseIterable {
  /// The picture covers what lies under it.
  case normal
  case multiply, screen, overlay, darken, lighten
  case colorDodge = "color-dodge"
  case colorBurn = "color-burn"
  case hardLight = "hard-light"
  case softLight = "soft-light"
  case difference, exclusion
  case hue, saturation, color, luminosity
}
