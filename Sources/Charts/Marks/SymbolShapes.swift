import Glibc
import Scene

/// The outlines of Vega's symbols (packages/vega-scenegraph/src/path/symbols.js), about the origin.
enum SymbolShapes {
  /// The outline of the symbol `name` whose box has about `size` square pixels; a name that is none is
  /// taken for an SVG path in a square from -1 to 1, nil where it is no path either.
  static func path(_ name: String, size: Double) -> Path? {
    let r = max(0, size).squareRoot() / 2
    let h = r * 3.0.squareRoot() / 2
    func polygon(_ points: [(Double, Double)]) -> Path {
      var path = Path()
      for (index, point) in points.enumerated() {
        let place = Point(x: point.0, y: point.1)
        if index == 0 { path.move(to: place) } else { path.line(to: place) }
      }
      path.close()
      return path
    }
    switch name {
    case "circle":
      var path = ArcPath.circle(radius: r)
      path.close()
      return path
    case "cross":
      let s = r / 2.5
      return polygon([
        (-r, -s), (-r, s), (-s, s), (-s, r), (s, r), (s, s), (r, s), (r, -s), (s, -s), (s, -r),
        (-s, -r), (-s, -s),
      ])
    case "diamond": return polygon([(-r, 0), (0, -r), (r, 0), (0, r)])
    case "square": return polygon([(-r, -r), (r, -r), (r, r), (-r, r)])
    case "arrow":
      let (s, t, v) = (r / 7, r / 2.5, r / 8)
      return polygon([(-s, r), (s, r), (s, -v), (t, -v), (0, -r), (-t, -v), (-s, -v)])
    case "wedge":
      let o = h - r * 0.5773502691896257
      let b = r / 4
      return polygon([(0, -h - o), (-b, h - o), (b, h - o)])
    case "triangle":
      let o = h - r * 0.5773502691896257
      return polygon([(0, -h - o), (-r, h - o), (r, h - o)])
    case "triangle-up": return polygon([(0, -h), (-r, h), (r, h)])
    case "triangle-down": return polygon([(0, h), (-r, -h), (r, -h)])
    case "triangle-right": return polygon([(h, 0), (-h, -r), (-h, r)])
    case "triangle-left": return polygon([(-h, 0), (h, -r), (h, r)])
    case "stroke":
      return Path([.move(Point(x: -r, y: 0)), .line(Point(x: r, y: 0))])
    default: return SVGPathReader.path(name, scale: r)
    }
  }

  /// The symbols that have a name.
  static let names = [
    "circle", "square", "cross", "diamond", "triangle-up", "triangle-down", "triangle-right",
    "triangle-left", "triangle", "arrow", "wedge", "stroke",
  ]
}
