import Scene

/// Goes over the items of a frame and draws them on a canvas: every rule of drawing, once for all canvases. A file
/// for each case of `FrameItem`.
struct FrameWalk<Sheet: Canvas> {
  /// What the groups around an item leave to it.
  struct Surroundings {
    /// From the item's coordinates to the frame's.
    var transform = Transform.identity
    /// To multiply each colour with.
    var opacity = 1.0
    /// A link within a link cannot be: the outer one holds.
    var isLink = false
  }

  var canvas: Sheet
  /// Where on the frame clicks lead.
  var links = PlacedLinks()
  /// On the frame.
  private(set) var destinations: [Destination] = []
  /// What may be pixels in the file.
  private(set) var rastered: [RasteredItem] = []

  init(on canvas: Sheet) { self.canvas = canvas }

  mutating func draw(_ items: [FrameItem], within surroundings: Surroundings = Surroundings()) {
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
      if canvas.takeRastering() {
        rastered.append(RasteredItem(item, under: surroundings.transform))
      }
    }
  }

  /// Runs `body`; what it sets holds only for it.
  mutating func saved(_ body: (inout Self) -> Void) {
    canvas.save()
    body(&self)
    canvas.restore()
  }

  /// Draws what `body` draws as one picture of opacity `opacity`, blended with what is there.
  ///
  /// - Parameter area: what the picture shows; nil for all that can be seen.
  mutating func composited(
    opacity: Double, blend: BlendMode = .normal, showing area: Rect? = nil,
    _ body: (inout Self) -> Void
  ) {
    let picture = picture(showing: area, body)
    canvas.draw(picture, opacity: opacity, blend: blend)
  }

  mutating func picture(showing area: Rect?, _ body: (inout Self) -> Void) -> Sheet.Picture {
    canvas.beginPicture(showing: area)
    body(&self)
    return canvas.endPicture()
  }
}
