/// Parallel lines at equal distances: a fill that stays distinct without colour. The lines lie at the same
/// places for every shape of a coordinate system, so that neighbours line up.
package struct Hatch: Hashable, Sendable {
  /// The direction of the lines, clockwise from the x axis, in degrees: 45 falls to the right, -45 rises.
  package var angle: Double
  /// From the middle of a line to that of the next; at least a tenth of a unit.
  package var spacing: Double
  package var lineWidth: Double
  package var color: Color
  /// What lies between the lines; nil for nothing.
  package var background: Color?

  package init(
    angle: Double = -45, spacing: Double = 4, lineWidth: Double = 1, color: Color,
    background: Color? = nil
  ) {
    self.angle = angle
    self.spacing = max(spacing, 0.1)
    self.lineWidth = lineWidth
    self.color = color
    self.background = background
  }
}
