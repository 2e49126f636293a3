import Scene

/// The looks of the theme `almanac-grey`: each colour of its category range comes with a hatch for fills
/// and a dash for lines, so that no two are told apart by colour alone.
enum GreyLooks {
  struct Look {
    /// As text, for the range of the theme.
    let name: String
    let hatch: Hatch?
    let dash: [Double]

    init(_ rgb: UInt32, _ name: String, hatch: Hatch? = nil, dash: [Double] = []) {
      color = Color(rgb: rgb)
      self.name = name
      self.hatch = hatch
      self.dash = dash
    }

    let color: Color
  }

  /// Solid tones far apart in lightness, with hatches of other directions and widths between them.
  static let looks = [
    Look(0x2B2B2B, "#2B2B2B"),
    Look(0xA6A6A6, "#A6A6A6"),
    Look(
      0x5E5E5E, "#5E5E5E", hatch: hatch(0x5E5E5E, angle: -45, spacing: 5, width: 1.5),
      dash: [6, 3]),
    Look(0xD2D2D2, "#D2D2D2", dash: [2, 2]),
    Look(
      0x484848, "#484848", hatch: hatch(0x484848, angle: 0, spacing: 4, width: 1.25),
      dash: [8, 3, 2, 3]),
    Look(0x7A7A7A, "#7A7A7A", dash: [4, 6]),
    Look(
      0x8C8C8C, "#8C8C8C", hatch: hatch(0x8C8C8C, angle: 90, spacing: 6, width: 2.5),
      dash: [3, 4]),
    Look(
      0x3A3A3A, "#3A3A3A",
      hatch: hatch(0x3A3A3A, angle: 45, spacing: 6, width: 1, background: 0xE2E2E2),
      dash: [1, 3]),
  ]

  private static func hatch(
    _ rgb: UInt32, angle: Double, spacing: Double, width: Double, background: UInt32 = 0xFFFFFF
  ) -> Hatch {
    Hatch(
      angle: angle, spacing: spacing, lineWidth: width, color: Color(rgb: rgb),
      background: Color(rgb: background))
  }

  /// Gives the marks and legends in `root` the hatches and dashes of their colours, and takes the colour from
  /// everything that has one of its own.
  static func apply(to root: SceneItem) {
    var filled: [Color] = []
    forEachMark(root) { mark in
      guard mark.role == "mark" else { return }
      for item in mark.items {
        switch mark.kind {
        case .rect, .arc, .area:
          if let look = look(item.fill), let hatch = look.hatch {
            filled.append(look.color)
            outline(item, with: hatch)
          }
        case .line, .rule: dash(item)
        case .group, .symbol, .text, .trail, .image, .path: break
        }
      }
    }
    // Small symbols stay solid, in the plot and in its legend; legends of hatched fills show the hatch.
    forEachMark(root) { mark in
      guard mark.role == "legend-symbol" else { return }
      for item in mark.items {
        if let look = look(item.fill), let hatch = look.hatch, filled.contains(look.color) {
          outline(item, with: hatch)
        }
        if item.fill == nil || item.fill == .color(.clear) { dash(item) }
      }
    }
    forEachMark(root) { mark in
      for item in mark.items {
        item.fill = item.fill.map(grey)
        item.stroke = item.stroke.map(grey)
      }
    }
  }

  /// Colours that a specification writes, as the grey of their luminance.
  private static func grey(_ paint: ScenePaint) -> ScenePaint {
    switch paint {
    case .color(let color): return .color(Legibility.grey(of: color))
    case .gradient(var gradient):
      for index in gradient.stops.indices {
        gradient.stops[index].color = Legibility.grey(of: gradient.stops[index].color)
      }
      return .gradient(gradient)
    case .hatch(var hatch):
      hatch.color = Legibility.grey(of: hatch.color)
      hatch.background = hatch.background.map(Legibility.grey)
      return .hatch(hatch)
    }
  }

  /// The look that the colour of `paint` becomes.
  static func look(_ paint: ScenePaint?) -> Look? {
    guard case .color(let color)? = paint else { return nil }
    return looks.first { $0.color == color }
  }

  /// A hatch has no edge of its own; a thin line draws it where the mark has none.
  private static func outline(_ item: SceneItem, with hatch: Hatch) {
    item.fill = .hatch(hatch)
    item.fillOpacity = 1
    guard item.stroke == nil || item.stroke == .color(.clear) else { return }
    item.stroke = .color(hatch.color)
    item.strokeWidth = 0.75
  }

  private static func dash(_ item: SceneItem) {
    if item.strokeDash.isEmpty, let look = look(item.stroke) { item.strokeDash = look.dash }
  }

  private static func forEachMark(_ item: SceneItem, _ body: (SceneMark) -> Void) {
    for mark in item.marks {
      body(mark)
      for child in mark.items { forEachMark(child, body) }
    }
  }
}
