import Scene

/// Draws the items of a page's frame as the content of a PDF; a file for each case of `FrameItem`.
struct PageDrawing {
  /// What the groups around an item leave to it.
  struct Surroundings {
    /// From the item's coordinates to the page's; y down.
    var transform = Transform.identity
    /// To multiply each colour with.
    var opacity = 1.0
    /// A link within a link cannot be: the outer one holds.
    var isLink = false
  }

  let resources: DocumentResources
  /// What is drawn on at the moment: the page, or a form within it.
  var content: ContentStream
  var links: [PageContent.Link] = []
  var destinations: [Destination] = []

  private init(_ page: Page, _ resources: DocumentResources) {
    self.resources = resources
    content = ContentStream(page: page.frame.size)
  }

  /// The page, drawn.
  static func content(of page: Page, _ resources: DocumentResources) -> PageContent {
    var drawing = PageDrawing(page, resources)
    drawing.draw(page.frame.items, within: Surroundings())
    return PageContent(
      size: page.frame.size, label: page.label,
      content: PDFStream(packing: drawing.content.finished),
      resources: drawing.content.resources, links: drawing.links,
      destinations: drawing.destinations)
  }

  mutating func draw(_ items: [FrameItem], within surroundings: Surroundings) {
    for item in items {
      switch item {
      case .shape(let shape): draw(shape, within: surroundings)
      case .text(let text): draw(text, within: surroundings)
      case .image(let image): draw(image, within: surroundings)
      case .group(let group): draw(group, within: surroundings)
      case .destination(let destination):
        destinations.append(
          Destination(
            name: destination.name, point: surroundings.transform.apply(destination.point)))
      }
    }
  }

  /// Runs `body`; what it sets holds only for it.
  mutating func saved(_ body: (inout PageDrawing) -> Void) {
    content.save()
    body(&self)
    content.restore()
  }

  /// Draws what `body` draws as one picture of opacity `opacity`, blended with what is there.
  ///
  /// - Parameter area: what the picture shows; nil for all that can be seen.
  mutating func composited(
    opacity: Double, blend: BlendMode = .normal, showing area: Rect? = nil,
    _ body: (inout PageDrawing) -> Void
  ) {
    var inner = ContentStream(formIn: content, showing: area)
    swap(&content, &inner)
    body(&self)
    swap(&content, &inner)
    let form = Form(area: inner.area, content: inner.finished, resources: inner.resources)
    if blend == .normal {
      content.use(opacity: opacity)
      return content.draw(form)
    }
    saved { drawing in
      drawing.content.use(opacity: opacity)
      drawing.content.use(blend)
      drawing.content.draw(form)
    }
  }
}
