import Scene

/// An item of which a file may have pixels in place of shapes.
struct RasteredItem: Sendable {
  /// As messages name it.
  let name: String
  /// On the frame; nil where it shows nothing.
  let area: Rect?

  /// - Parameter transform: from the item's coordinates to the frame's.
  init(_ item: FrameItem, under transform: Transform) {
    name = item.name
    area = [item].drawnArea.map { box(of: $0, under: transform) }
  }
}

extension FrameItem {
  /// What messages call the item: the words on it, or that it has for those who do not see it.
  fileprivate var name: String {
    switch self {
    case .text(let text):
      "the text `\(text.lines.joined().map(\.text).joined().prefix(60))`"
    case .image(let image): "the image `\(image.name)`"
    case .shape(let shape): shape.semantics?.name ?? "a shape"
    case .group(let group):
      group.semantics?.name ?? group.items.firstName.map { "a group with \($0)" } ?? "a group"
    case .destination(let destination): "the place `\(destination.name)`"
    }
  }
}

extension [FrameItem] {
  /// The first name that says more than what kind of item it is.
  fileprivate var firstName: String? {
    for item in self {
      switch item {
      case .text, .image: return item.name
      case .shape(let shape): if let name = shape.semantics?.name { return name }
      case .group(let group):
        if let name = group.semantics?.name ?? group.items.firstName { return name }
      case .destination: break
      }
    }
    return nil
  }
}

extension Semantics {
  fileprivate var name: String? {
    let kind = roleDescription ?? "shape"
    if let label { return "the \(kind) `\(label.prefix(60))`" }
    return classes.first.map { "the \(kind) of `\($0)`" }
  }
}
