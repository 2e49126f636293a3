import Scene

/// The attributes of an element, in the order in which they were set.
struct SVGAttributes {
  /// Each with a space before it, ready to stand behind an element's name.
  private(set) var text = ""

  var isEmpty: Bool { text.isEmpty }

  mutating func set(_ name: String, _ value: String) {
    text += " \(name)=\"\(XMLText.attribute(value))\""
  }

  mutating func set(_ name: String, _ value: Double) {
    text += " \(name)=\"\(svgNumber(value))\""
  }

  /// Sets `name` unless `value` is what the attribute is without being set.
  mutating func set(_ name: String, _ value: Double, unless initial: Double) {
    if value != initial { set(name, value) }
  }

  mutating func set(_ semantics: Semantics) {
    if !semantics.classes.isEmpty { set("class", semantics.classes.joined(separator: " ")) }
    if semantics.isHidden { set("aria-hidden", "true") }
    if let label = semantics.label { set("aria-label", label) }
    if let role = semantics.role { set("role", role) }
    if let description = semantics.roleDescription { set("aria-roledescription", description) }
  }

  /// Sets a visible fill; without one the root's `none` holds.
  mutating func set(fill: SVGPaint?) {
    guard let fill else { return }
    set("fill", fill.value)
    set("fill-opacity", fill.opacity, unless: 1)
  }

  /// Sets what of a visible stroke, painted with `paint`, differs from the initial values of SVG.
  mutating func set(stroke: Stroke?, paint: SVGPaint?) {
    guard let stroke, let paint else { return }
    set("stroke", paint.value)
    set("stroke-opacity", paint.opacity, unless: 1)
    set("stroke-width", stroke.width, unless: 1)
    if !stroke.dash.isEmpty {
      set("stroke-dasharray", stroke.dash.map { svgNumber($0) }.joined(separator: ","))
      set("stroke-dashoffset", stroke.dashOffset, unless: 0)
    }
    switch stroke.cap {
    case .butt: break
    case .round, .square: set("stroke-linecap", stroke.cap.rawValue)
    }
    switch stroke.join {
    case .miter: set("stroke-miterlimit", stroke.miterLimit, unless: svgMiterLimit)
    case .round, .bevel: set("stroke-linejoin", stroke.join.rawValue)
    }
  }

  mutating func set(_ transform: Transform) {
    if transform != .identity { set("transform", transform) }
  }

  mutating func set(_ name: String, _ transform: Transform) {
    if transform.isTranslation {
      set(name, "translate(\(svgNumber(transform.tx)),\(svgNumber(transform.ty)))")
      return
    }
    let factors = [transform.a, transform.b, transform.c, transform.d].map {
      svgNumber($0, decimals: 6)
    }
    let offsets = [transform.tx, transform.ty].map { svgNumber($0) }
    set(name, "matrix(\((factors + offsets).joined(separator: ",")))")
  }
}

/// The initial value of `stroke-miterlimit`, which Vega writes on its root as well.
let svgMiterLimit = 4.0
