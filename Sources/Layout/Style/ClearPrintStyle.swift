import Scene
import Typesetting

extension StyleSheet {
  /// For readers who need larger letters: the house style with text two points larger, 12/17 pt prose
  /// ragged right without hyphens, no thin strokes and no pale greys.
  package static let clearPrint: StyleSheet = {
    var palette = Palette.house
    palette.muted = Color(rgb: 0x39444B)
    palette.rule = Color(rgb: 0x8C999F)
    return clearPrint(palette: palette, faces: .house)
  }()

  /// `clear-print` in other colours and faces.
  static func clearPrint(palette: Palette, faces: Faces) -> StyleSheet {
    var style = briefing(palette: palette, faces: faces)
    style.move(toGrid: 17)
    style.hyphenates = false
    for name in Roles.names {
      style.roles[keyPath: name.path].enlarge(by: 2, upTo: 30)
      style.roles[keyPath: name.path].text.font.weight = max(
        400, style.roles[keyPath: name.path].text.font.weight)
    }
    style.roles.body.alignment = .start
    style.roles.coverSubtitle.color = palette.paper
    style.roles.bandSubtitle.color = palette.paper
    return style
  }
}

extension StyleSheet {
  /// Sets the text that stands on the grid on a grid of other steps.
  mutating func move(toGrid step: Double) {
    for name in Roles.names where roles[keyPath: name.path].leading == gridStep {
      roles[keyPath: name.path].lead(by: step)
    }
    gridStep = step
    endOnGrid()
  }

  /// Gives the margin below what the block of text has beyond whole steps of the grid.
  mutating func endOnGrid() {
    page.bottom += page.height - (page.height / gridStep + 1e-6).rounded(.down) * gridStep
  }
}

extension StyleSheet.Role {
  /// Moves the lines `leading` apart, the baseline at the same share of them.
  mutating func lead(by leading: Double) {
    baseline *= leading / self.leading
    self.leading = leading
  }

  /// Makes letters `points` larger, but none beyond `largest` points; lines that this makes tight move
  /// apart as far as they were.
  mutating func enlarge(by points: Double, upTo largest: Double) {
    let old = text.size
    text.size = max(old, min(old + points, largest))
    if leading < text.size * 1.3 { lead(by: leading + 1.3 * (text.size - old)) }
  }
}
