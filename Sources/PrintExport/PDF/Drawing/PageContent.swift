import Scene

/// A page as it goes into a file, but for the numbers of its objects.
struct PageContent: Sendable {
  struct Link: Sendable {
    var target: LinkTarget
    /// On the page, y down.
    var area: Rect
  }

  let size: Size
  let label: String
  let content: PDFStream
  let resources: ContentResources
  let links: [Link]
  /// On the page, y down.
  let destinations: [Destination]
}
