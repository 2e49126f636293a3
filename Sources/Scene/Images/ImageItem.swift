/// A picture of pixels at a place. The words that stand for it are the label of its semantics and, in a
/// tagged document, those of the group of the figure around it.
package struct ImageItem: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    case embedded(RasterImage)
    /// A file or page of the web that an SVG refers to, and the image for where that is not possible; nil
    /// for one that was not read, which can be shown in an SVG alone.
    case linked(href: String, RasterImage?)

    /// The image where it is at hand.
    package var image: RasterImage? {
      switch self {
      case .embedded(let image): image
      case .linked(_, let image): image
      }
    }
  }

  package var source: Source
  /// What messages call the image, such as the path of its file. It reaches no output.
  package var name: String
  package var rect: Rect
  /// Whether the image keeps its proportions, as large as fits in `rect` and in the middle of it; stretched
  /// to all of it otherwise.
  package var keepsAspect: Bool
  package var opacity: Double
  package var semantics: Semantics?

  package init(
    _ source: Source, name: String, rect: Rect, keepsAspect: Bool = true, opacity: Double = 1,
    semantics: Semantics? = nil
  ) {
    self.source = source
    self.name = name
    self.rect = rect
    self.keepsAspect = keepsAspect
    self.opacity = opacity
    self.semantics = semantics
  }

  /// Where an image of `width` by `height` pixels is drawn.
  package func area(width: Int, height: Int) -> Rect {
    guard keepsAspect else { return rect }
    let factor = min(rect.width / Double(width), rect.height / Double(height))
    let size = Size(width: Double(width) * factor, height: Double(height) * factor)
    return Rect(
      x: rect.minX + (rect.width - size.width) / 2, y: rect.minY + (rect.height - size.height) / 2,
      width: size.width, height: size.height)
  }
}
