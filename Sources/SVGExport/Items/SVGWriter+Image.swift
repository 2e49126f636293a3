import Scene

extension SVGWriter {
  mutating func write(_ item: ImageItem) {
    var attributes = SVGAttributes()
    if let semantics = item.semantics { attributes.set(semantics) }
    // As Vega does: viewers that know SVG 1.1 alone do not know a bare `href`.
    attributes.set("xmlns:xlink", "http://www.w3.org/1999/xlink")
    attributes.set("xlink:href", href(of: item.source))
    attributes.set("x", item.rect.minX, unless: 0)
    attributes.set("y", item.rect.minY, unless: 0)
    attributes.set("width", item.rect.width)
    attributes.set("height", item.rect.height)
    attributes.set("preserveAspectRatio", item.keepsAspect ? "xMidYMid" : "none")
    attributes.set("opacity", item.opacity, unless: 1)
    empty("image", attributes, tooltip: item.semantics?.tooltip)
  }

  private func href(of source: ImageItem.Source) -> String {
    switch source {
    case .embedded(let image): "data:\(image.format.mediaType);base64,\(base64(image.bytes))"
    case .linked(let href, _): href
    }
  }
}
