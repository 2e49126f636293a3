import Scene

/// What `FrameWalk` draws on: the few operations that all rules of drawing come down to. Coordinates are those of
/// frames, y down.
protocol Canvas {
  /// Something drawn as one.
  associatedtype Picture

  /// Is added to all coordinates that are given: what most groups do to their items, at no cost. Part of the state
  /// that `restore` brings back.
  var shift: Point { get set }
  /// A box about all that can be seen.
  var visibleArea: Rect { get }

  /// What is set from now on holds until `restore`.
  mutating func save()
  mutating func restore()
  /// Is never given a transform that flattens.
  mutating func concatenate(_ transform: Transform)
  /// Leaves only what lies within `geometry` to be painted.
  mutating func clip(to geometry: Shape.Geometry)

  mutating func fill(_ geometry: Shape.Geometry, with ink: Ink<Picture>)
  mutating func stroke(_ geometry: Shape.Geometry, with pen: Pen<Picture>)
  /// Shows letters, the first at `point`, the stroke over the fill; at least one of the two is given.
  mutating func show(_ run: GlyphRun, at point: Point, fill: Ink<Picture>?, stroke: Pen<Picture>?)
  /// Draws `image` stretched over `area`.
  mutating func draw(_ image: RasterImage, in area: Rect, opacity: Double)

  /// What is drawn from now on until `endPicture` is a picture, which is not seen by itself.
  ///
  /// - Parameter area: what the picture shows; nil for all that can be seen.
  mutating func beginPicture(showing area: Rect?)
  mutating func endPicture() -> Picture
  /// Draws a picture where it was made, blended with what is there.
  mutating func draw(_ picture: Picture, opacity: Double, blend: BlendMode)

  /// Whether something was drawn, since this was asked last, that may be pixels in the file.
  mutating func takeRastering() -> Bool
}

extension Canvas {
  mutating func takeRastering() -> Bool { false }
}

/// What outlines and letters are painted with, all opacities multiplied into it.
enum Ink<Picture> {
  case color(Color)
  case gradient(PlacedGradient)
  /// As much of a picture as the outlines let through.
  case picture(Picture)
}

/// Colours that change along a line or between two circles; beyond, the first and the last go on.
struct PlacedGradient {
  enum Course {
    case line(Point, Point)
    case circles(RadialGradient.Circle, RadialGradient.Circle)
  }

  /// In a box of side 1.
  let course: Course
  /// At least one.
  let stops: [GradientStop]
  /// From that box to the coordinates of the canvas.
  let place: Transform
  let opacity: Double
}

/// How outlines are stroked.
struct Pen<Picture> {
  let ink: Ink<Picture>
  let width: Double
  /// Empty for a solid line; otherwise none is negative and one is positive.
  let dash: [Double]
  let dashOffset: Double
  let cap: Stroke.Cap
  let join: Stroke.Join
  /// At least 1.
  let miterLimit: Double

  init(_ stroke: Stroke, ink: Ink<Picture>) {
    self.ink = ink
    width = stroke.width
    // Dashes of no length at all, and negative ones, are a solid line (SVG 1.1, 11.4); Cairo and readers of PDFs
    // refuse them.
    let isDashed = stroke.dash.allSatisfy { $0 >= 0 } && stroke.dash.contains { $0 > 0 }
    dash = isDashed ? stroke.dash : []
    dashOffset = isDashed ? stroke.dashOffset : 0
    cap = stroke.cap
    join = stroke.join
    miterLimit = max(1, stroke.miterLimit)
  }
}
