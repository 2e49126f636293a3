import Scene

extension Frame {
  /// Whether every coordinate and measure on the frame is a number.
  var isFinite: Bool {
    size.width.isFinite && size.height.isFinite && items.allSatisfy(\.isFinite)
  }
}

extension FrameItem {
  fileprivate var isFinite: Bool {
    switch self {
    case .shape(let shape):
      switch shape.geometry {
      case .line(let start, let end): start.isFinite && end.isFinite && shape.hasFiniteStroke
      case .rect(let rect):
        rect.origin.isFinite && rect.width.isFinite && rect.height.isFinite
          && shape.hasFiniteStroke
      case .path(let path): path.isFinite && shape.hasFiniteStroke
      }
    case .text(let text):
      text.origin.isFinite && text.angle.isFinite && text.lineHeight.isFinite
        && text.lines.allSatisfy { $0.allSatisfy(\.isFinite) }
    case .group(let group):
      group.transform.isFinite && (group.clip?.isFinite ?? true) && group.opacity.isFinite
        && group.items.allSatisfy(\.isFinite)
    case .destination(let destination): destination.point.isFinite
    }
  }
}

extension Point {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}

extension Transform {
  fileprivate var isFinite: Bool { [a, b, c, d, tx, ty].allSatisfy(\.isFinite) }
}

extension Path {
  fileprivate var isFinite: Bool {
    elements.allSatisfy { element in
      switch element {
      case .move(let point), .line(let point): point.isFinite
      case .curve(let control1, let control2, let point):
        control1.isFinite && control2.isFinite && point.isFinite
      case .close: true
      }
    }
  }
}

extension Shape {
  fileprivate var hasFiniteStroke: Bool {
    guard let stroke else { return opacity.isFinite }
    return opacity.isFinite && stroke.width.isFinite && stroke.dash.allSatisfy(\.isFinite)
      && stroke.dashOffset.isFinite && stroke.miterLimit.isFinite
  }
}

extension GlyphRun {
  fileprivate var isFinite: Bool {
    size.isFinite && glyphs.allSatisfy { $0.advance.isFinite && $0.offset.isFinite }
  }
}
