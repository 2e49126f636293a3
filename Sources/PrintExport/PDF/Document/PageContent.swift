import Scene

/// A page as it goes into a file, but for the numbers of its objects.
struct PageContent: Sendable {
  let size: Size
  let label: String
  let content: PDFStream
  let resources: ContentResources
  let links: [PlacedLinks.Link]
  /// On the page, y down.
  let destinations: [Destination]
}

extension PageContent {
  /// The page, drawn.
  init(_ page: Page, _ resources: DocumentResources) {
    var walk = FrameWalk(on: PDFCanvas(page: page.frame.size, resources))
    walk.draw(page.frame.items)
    let (bytes, names) = walk.canvas.finished()
    self.init(
      size: page.frame.size, label: page.label, content: PDFStream(packing: bytes),
      resources: names, links: walk.links.all, destinations: walk.destinations)
  }
}
