import Scene

/// The `d` of a path: absolute commands, as Vega writes them.
func svgPathData(_ path: Path) -> String {
  func place(_ point: Point) -> String { "\(svgNumber(point.x)),\(svgNumber(point.y))" }
  var data = ""
  for element in path.elements {
    switch element {
    case .move(let point): data += "M" + place(point)
    case .line(let point): data += "L" + place(point)
    case .curve(let control1, let control2, let point):
      data += "C\(place(control1)),\(place(control2)),\(place(point))"
    case .close: data += "Z"
    }
  }
  return data
}
