import Scene

extension SVGWriter {
  mutating func write(_ shape: Shape) {
    var attributes = SVGAttributes()
    if let semantics = shape.semantics { attributes.set(semantics) }
    let name: String
    switch shape.geometry {
    case .line(let start, let end):
      name = "line"
      attributes.set("x1", start.x, unless: 0)
      attributes.set("y1", start.y, unless: 0)
      attributes.set("x2", end.x, unless: 0)
      attributes.set("y2", end.y, unless: 0)
    case .rect(let rect):
      name = "rect"
      attributes.set("x", rect.minX, unless: 0)
      attributes.set("y", rect.minY, unless: 0)
      attributes.set("width", rect.width)
      attributes.set("height", rect.height)
    case .path(let path):
      name = "path"
      attributes.set("d", svgPathData(path))
    }
    attributes.set(fill: paint(shape.fill, in: shape.fixedPaintBox))
    attributes.set(stroke: shape.stroke, paint: paint(shape.stroke?.paint, in: shape.fixedPaintBox))
    attributes.set("opacity", shape.opacity, unless: 1)
    empty(name, attributes, tooltip: shape.semantics?.tooltip)
  }
}
