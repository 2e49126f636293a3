import Scene

/// What the attributes `fill` or `stroke` say of a paint that can be seen.
struct SVGPaint {
  /// A colour or a reference to a definition.
  var value: String
  var opacity = 1.0
}

extension SVGWriter {
  /// The paint as attributes say it, with what it refers to defined; nil for one that cannot be seen.
  /// Viewers measure gradients in the box of the element, unless `fixed` names another.
  mutating func paint(_ paint: Paint?, in fixed: @autoclosure () -> Rect?) -> SVGPaint? {
    switch paint {
    case nil: nil
    case .solid(let color):
      color.alpha <= 0 ? nil : SVGPaint(value: color.hex, opacity: color.alpha)
    case .linearGradient(let gradient): reference(linearID(gradient, in: fixed()))
    case .radialGradient(let gradient): reference(radialID(gradient, in: fixed()))
    case .hatch(let hatch): reference(hatchID(hatch))
    }
  }

  private func reference(_ id: String) -> SVGPaint { SVGPaint(value: "url(#\(id))") }

  private mutating func linearID(_ gradient: LinearGradient, in fixed: Rect?) -> String {
    var attributes = SVGAttributes()
    // In Vega's order.
    attributes.set("x1", share: gradient.start.x)
    attributes.set("x2", share: gradient.end.x)
    attributes.set("y1", share: gradient.start.y)
    attributes.set("y2", share: gradient.end.y)
    if let fixed {
      attributes.set("gradientUnits", "userSpaceOnUse")
      attributes.set(
        "gradientTransform",
        Transform(a: fixed.width, b: 0, c: 0, d: fixed.height, tx: fixed.minX, ty: fixed.minY))
    }
    return definitionID(
      "gradient", "linearGradient", attributes, content: stops(gradient.stops))
  }

  /// A pattern that holds a unit square with the gradient. Alone the gradient would become an ellipse in
  /// a box that is not square; Vega draws it like this as well.
  private mutating func radialID(_ gradient: RadialGradient, in fixed: Rect?) -> String {
    var circles = SVGAttributes()
    let (inner, outer) = (gradient.inner, gradient.outer)
    circles.set("fx", share: inner.center.x)
    circles.set("fy", share: inner.center.y)
    // Of SVG 2; what SVG 1.1 has no word for.
    if inner.radius != 0 { circles.set("fr", share: inner.radius) }
    circles.set("cx", share: outer.center.x)
    circles.set("cy", share: outer.center.y)
    circles.set("r", share: outer.radius)
    let id = definitionID(
      "gradient", "radialGradient", circles, content: stops(gradient.stops))
    var pattern = SVGAttributes()
    if let fixed {
      pattern.set("patternUnits", "userSpaceOnUse")
      pattern.set("x", fixed.minX)
      pattern.set("y", fixed.minY)
    }
    pattern.set("width", fixed?.width ?? 1)
    pattern.set("height", fixed?.height ?? 1)
    pattern.set("viewBox", "0,0,1,1")
    pattern.set("preserveAspectRatio", "xMidYMid slice")
    var square = SVGAttributes()
    square.set("width", 1)
    square.set("height", 1)
    square.set("fill", "url(#\(id))")
    return definitionID("pattern", "pattern", pattern, content: "<rect\(square.text)/>")
  }

  private func stops(_ stops: [GradientStop]) -> String {
    stops.map { stop in
      var attributes = SVGAttributes()
      attributes.set("offset", share: stop.offset)
      attributes.set("stop-color", stop.color.hex)
      attributes.set("stop-opacity", stop.color.alpha, unless: 1)
      return "<stop\(attributes.text)/>"
    }.joined()
  }

  /// A tile with one line through its middle.
  private mutating func hatchID(_ hatch: Hatch) -> String {
    var tile = SVGAttributes()
    tile.set("patternUnits", "userSpaceOnUse")
    tile.set("width", hatch.spacing)
    tile.set("height", hatch.spacing)
    if hatch.angle != 0 { tile.set("patternTransform", "rotate(\(svgNumber(hatch.angle)))") }
    var content = ""
    if let background = paint(hatch.background.map(Paint.solid), in: nil) {
      var attributes = SVGAttributes()
      attributes.set("width", hatch.spacing)
      attributes.set("height", hatch.spacing)
      attributes.set(fill: background)
      content += "<rect\(attributes.text)/>"
    }
    if hatch.lineWidth > 0, let color = paint(.solid(hatch.color), in: nil) {
      var attributes = SVGAttributes()
      attributes.set("d", "M0,\(svgNumber(hatch.spacing / 2))H\(svgNumber(hatch.spacing))")
      attributes.set(stroke: Stroke(.solid(hatch.color), width: hatch.lineWidth), paint: color)
      content += "<path\(attributes.text)/>"
    }
    return definitionID("hatch", "pattern", tile, content: content)
  }
}

extension SVGAttributes {
  /// Sets a share of a box, which is multiplied with the box's size and so needs more decimals.
  fileprivate mutating func set(_ name: String, share: Double) {
    set(name, svgNumber(share, decimals: 6))
  }
}

extension Shape {
  /// The box for gradients where viewers would refuse to measure: that of a shape without width or height
  /// (SVG 1.1, 7.11).
  var fixedPaintBox: Rect? {
    guard let box = geometry.box, box.width <= 0 || box.height <= 0 else { return nil }
    return paintBox
  }
}
