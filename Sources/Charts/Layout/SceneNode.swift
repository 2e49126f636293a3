import Scene
import Tables

/// A list of items of one kind: what Vega calls a mark. Items and marks are references, since layout
/// moves them about after they are made.
final class SceneMark {
  enum Kind: String {
    case group, rect, symbol, line, area, rule, text, arc, trail, image, path

    /// What Vega calls it: paths made of projected regions are its shapes.
    var vegaName: String { self == .path ? "shape" : rawValue }
  }

  let kind: Kind
  /// What it is for, such as `mark`, `axis-label` or `legend`.
  let role: String
  /// The name of the mark, a class in SVG.
  var name: String?
  var items: [SceneItem]
  var bounds = Bounds()
  var zindex = 0.0
  /// Whether readers of the SVG should pass over it.
  var isHidden = false
  /// What it is, for readers of the SVG: `axis`, `legend`, or a caption for it.
  var roleDescription: String?
  var caption: String?
  var clip: Path?
  /// Those of the items that the plot does not show.
  var strays: StrayMarks?
  /// How labels that cover each other are hidden.
  var overlap: LabelOverlap.Request?

  init(_ kind: Kind, role: String, items: [SceneItem] = [], name: String? = nil) {
    self.kind = kind
    self.role = role
    self.items = items
    self.name = name
  }

  /// Recomputes the bounds from those of the items.
  func updateBounds() {
    bounds = Bounds()
    for item in items { bounds.union(item.bounds) }
  }
}

/// Text of a mark.
struct SceneText {
  /// Lines as given, before they are cut to the limit.
  var lines: [String] = []
  var font = "sans-serif"
  var size = 11.0
  var weight = 400
  var isItalic = false
  /// `left`, `center` or `right`.
  var align = "left"
  /// `alphabetic`, `top`, `middle`, `bottom`, `line-top` or `line-bottom`.
  var baseline = "alphabetic"
  var dx = 0.0
  var dy = 0.0
  /// The greatest width in pixels; 0 for none.
  var limit = 0.0
  var ellipsis = "…"
  var lineHeight: Double?
  var radius = 0.0
  var theta = 0.0

  var lineStep: Double { lineHeight ?? size + 2 }

  /// How far the alphabetic baseline lies below the anchor (vega-scenegraph's `offset`).
  var baselineOffset: Double {
    switch baseline {
    case "top": halfUp(0.79 * size)
    case "middle": halfUp(0.30 * size)
    case "bottom": halfUp(-0.21 * size)
    case "line-top": halfUp(0.29 * size + 0.5 * lineStep)
    case "line-bottom": halfUp(0.29 * size - 0.5 * lineStep)
    default: 0
    }
  }
}

/// The paint of a fill or stroke before it becomes a colour.
enum ScenePaint: Equatable {
  case color(Color)
  /// The colours of a scale over its range, upwards or to the right.
  case gradient(SceneGradient)
  /// Lines in place of a plain colour.
  case hatch(Hatch)
}

extension Color {
  /// Nothing to be seen, though it is there: a transparent stroke still takes its room.
  static let clear = Color(rgb: 0xFFFFFF, alpha: 0)
}

/// Colours along a line or between circles within the box of an item, in shares of it.
struct SceneGradient: Equatable {
  enum Course: Equatable {
    case line(from: Point, to: Point)
    case circles(from: RadialGradient.Circle, to: RadialGradient.Circle)
  }

  struct Stop: Equatable {
    var offset: Double
    var color: Color
  }

  var course: Course
  var stops: [Stop]
}

/// One drawn thing, or a group of marks with a coordinate system of their own.
final class SceneItem {
  var x = 0.0
  var y = 0.0
  var width = 0.0
  var height = 0.0
  /// The other end of a rule.
  var x2: Double?
  var y2: Double?
  /// Degrees, clockwise.
  var angle = 0.0
  var fill: ScenePaint?
  var stroke: ScenePaint?
  var opacity = 1.0
  var fillOpacity = 1.0
  var strokeOpacity = 1.0
  var strokeWidth = 1.0
  var strokeDash: [Double] = []
  var strokeDashOffset = 0.0
  var strokeCap: String?
  var strokeJoin: String?
  var strokeMiterLimit: Double?
  var blend = BlendMode.normal
  /// Top left, top right, bottom right, bottom left.
  var cornerRadii: [Double] = []
  /// The outline of a symbol, arc, line, area or trail, relative to `x` and `y`.
  var path: Path?
  var text: SceneText?
  /// The address of an image.
  var url: String?
  /// Whether an image keeps its proportions.
  var keepsAspect = true
  /// The address that the item links to.
  var href: String?
  var tooltip: String?
  /// What the item shows, in words.
  var description: String?
  var roleDescription: String?
  var bounds = Bounds()
  /// The marks of a group.
  var marks: [SceneMark] = []
  var isClipped = false
  /// Whether a group's own size plays no part in its bounds.
  var ignoresOwnSize = false
  var zindex = 0.0
  /// What layout needs to know of axes, legends, titles and cells.
  var layout = LayoutNotes()
  /// The row of the data that the item shows.
  var row: Int?

  init() {}
}

extension SceneItem {
  /// Whether every number of its place is one.
  var isFinite: Bool {
    [x, y, width, height, x2 ?? 0, y2 ?? 0, angle, strokeWidth].allSatisfy(\.isFinite)
      && path?.isFinite ?? true
  }
}

extension Path {
  fileprivate var isFinite: Bool {
    func isFinite(_ point: Point) -> Bool { point.x.isFinite && point.y.isFinite }
    return elements.allSatisfy { element in
      switch element {
      case .move(let point), .line(let point): isFinite(point)
      case .curve(let first, let second, let end):
        isFinite(first) && isFinite(second) && isFinite(end)
      case .close: true
      }
    }
  }
}

/// What layout needs to know of a group.
struct LayoutNotes {
  var orient = ""
  var offset = 0.0
  /// Axes: the place along the other direction where they cross.
  var position = 0.0
  var range = 0.0
  var minExtent = 0.0
  var maxExtent = 200.0
  var titlePadding = 0.0
  var translate = 0.5
  var padding = 0.0
  var hasTitle = false
  /// Axes: whether the title's place is layout's to choose.
  var placesTitle = true
  var titleOrient = "top"
  var titleAnchor = "start"
  var isSymbolLegend = false
  var isVerticalGradient = false
  var row = 0
  var column = 0
  var anchor = "middle"
  var frame = ""
  var hasTicks = false
  var hasLabels = false
  var columns = 0
  var grid: GridSettings?
  /// Axes: whether names stand so close that they cannot be read.
  var lacksRoom = false
  /// Titles: whether the text may be broken into lines.
  var wraps = false
}
