/// A finished picture: every item has its place. The waist of the pipeline: charts and pages end here,
/// exporters begin here.
package struct Frame: Hashable, Sendable {
  package var size: Size
  /// In drawing order.
  package var items: [FrameItem]

  package init(size: Size, items: [FrameItem] = []) {
    self.size = size
    self.items = items
  }
}

/// One thing that is drawn or marked on a frame. Exporters switch over it without a default.
package enum FrameItem: Hashable, Sendable {
  case shape(Shape)
  case text(TextItem)
  case image(ImageItem)
  case group(Group)
  /// A place that links and the outline can lead to.
  case destination(Destination)
}

/// An outline, filled, stroked or both.
package struct Shape: Hashable, Sendable {
  /// Lines and rectangles are kept apart from paths so that SVG can say what they are.
  package enum Geometry: Hashable, Sendable {
    case line(Point, Point)
    case rect(Rect)
    case path(Path)
  }

  package var geometry: Geometry
  package var fill: Paint?
  package var stroke: Stroke?
  package var opacity: Double
  package var semantics: Semantics?

  package init(
    _ geometry: Geometry, fill: Paint? = nil, stroke: Stroke? = nil, opacity: Double = 1,
    semantics: Semantics? = nil
  ) {
    self.geometry = geometry
    self.fill = fill
    self.stroke = stroke
    self.opacity = opacity
    self.semantics = semantics
  }
}

/// Items that share a coordinate system, a clip, an opacity, a link or a meaning.
package struct Group: Hashable, Sendable {
  package var transform: Transform
  /// In the group's own coordinates, after `transform`.
  package var clip: Path?
  package var opacity: Double
  /// How the group as a whole meets what was drawn before.
  package var blend: BlendMode
  /// Where a click on the items leads.
  package var link: LinkTarget?
  /// What the items are in the document's structure; nil adds nothing to it.
  package var tag: StructureTag?
  package var semantics: Semantics?
  package var items: [FrameItem]

  package init(
    transform: Transform = .identity, clip: Path? = nil, opacity: Double = 1,
    blend: BlendMode = .normal, link: LinkTarget? = nil, tag: StructureTag? = nil,
    semantics: Semantics? = nil,
    items: [FrameItem] = []
  ) {
    self.transform = transform
    self.clip = clip
    self.opacity = opacity
    self.blend = blend
    self.link = link
    self.tag = tag
    self.semantics = semantics
    self.items = items
  }
}

/// A named place on a frame; names are unique within a document.
package struct Destination: Hashable, Sendable {
  package var name: String
  package var point: Point

  package init(name: String, point: Point) {
    self.name = name
    self.point = point
  }
}

/// Where a link leads.
package enum LinkTarget: Hashable, Sendable {
  case uri(String)
  /// The name of a `Destination` of the same document.
  case destination(String)
}
