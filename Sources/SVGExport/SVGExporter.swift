package import Scene

/// Writes frames as SVG 1.1 with live text, in the form of Vega's renderer.
package enum SVGExporter {
  /// The frame as one SVG document, with a final line ending. The same frame and options give the same
  /// text everywhere.
  ///
  /// A link to a destination that the frame does not hold is written as a plain group: the target is in
  /// another file.
  package static func svg(of frame: Frame, options: SVGOptions = SVGOptions()) -> String {
    var writer = SVGWriter(
      options: options, destinations: Set(destinationNames(in: frame.items)),
      size: frame.size)
    if let background = options.background {
      writer.write(
        Shape(
          .rect(Rect(x: 0, y: 0, width: frame.size.width, height: frame.size.height)),
          fill: .solid(background)))
    }
    writer.write(frame.items)
    var text = "<svg\(rootAttributes(of: frame, options).text)>\n"
    text += named("title", options.title, options)
    text += named("desc", options.description, options)
    if !writer.definitions.isEmpty { text += "<defs>\n\(writer.definitions)</defs>\n" }
    return text + writer.body + "</svg>\n"
  }

  private static func rootAttributes(of frame: Frame, _ options: SVGOptions) -> SVGAttributes {
    var attributes = SVGAttributes()
    attributes.set("xmlns", "http://www.w3.org/2000/svg")
    attributes.set("class", "marks")
    let width = svgNumber(frame.size.width)
    let height = svgNumber(frame.size.height)
    let unit =
      switch options.unit {
      case .pixels: ""
      case .points: "pt"
      }
    attributes.set("width", width + unit)
    attributes.set("height", height + unit)
    attributes.set("viewBox", "0 0 \(width) \(height)")
    if let language = options.language { attributes.set("xml:lang", language) }
    switch options.role {
    case .image: attributes.set("role", "img")
    // `document` is for readers that do not know the graphics roles.
    case .graphicsDocument: attributes.set("role", "graphics-document document")
    }
    if let title = options.title {
      attributes.set("aria-labelledby", svgID("title", of: title, prefix: options.idPrefix))
    }
    if let description = options.description {
      attributes.set("aria-describedby", svgID("desc", of: description, prefix: options.idPrefix))
    }
    attributes.set("fill", "none")
    attributes.set("stroke-miterlimit", svgMiterLimit)
    return attributes
  }

  private static func named(_ name: String, _ content: String?, _ options: SVGOptions) -> String {
    guard let content else { return "" }
    let id = XMLText.attribute(svgID(name, of: content, prefix: options.idPrefix))
    return "<\(name) id=\"\(id)\">\(XMLText.content(content))</\(name)>\n"
  }

  private static func destinationNames(in items: [FrameItem]) -> [String] {
    items.flatMap { item in
      switch item {
      case .shape, .text, .image: [String]()
      case .group(let group): destinationNames(in: group.items)
      case .destination(let destination): [destination.name]
      }
    }
  }
}

extension SVGWriter {
  mutating func write(_ items: [FrameItem]) {
    for item in items {
      switch item {
      case .shape(let shape): write(shape)
      case .text(let text): write(text)
      case .image(let image): write(image)
      case .group(let group): write(group)
      case .destination(let destination): write(destination)
      }
    }
  }
}
