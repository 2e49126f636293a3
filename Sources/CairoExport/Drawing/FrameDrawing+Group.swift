import Scene
import Syntax

extension FrameDrawing {
  func draw(
    _ group: Group, on context: borrowing CairoContext, within surroundings: Surroundings
  ) throws(DiagnosticFailure) {
    // A transform that flattens leaves nothing to see, and Cairo would refuse all that follows.
    let transform = group.transform
    guard abs(transform.a * transform.d - transform.b * transform.c) > 1e-12 else { return }
    // Most groups only say what they are.
    if group.isPlain { return try draw(group.items, on: context, within: surroundings) }
    let isShift = group.isShift && surroundings.transform.isShift
    if !isShift { waiting.show(on: context, under: surroundings.transform) }
    try context.saved { context throws(DiagnosticFailure) in
      context.concatenate(transform)
      if let clip = group.clip { context.clip(to: .path(clip)) }
      var inner = surroundings
      inner.transform = surroundings.transform.concatenating(transform)
      inner.opacity *= group.opacity
      switch medium {
      case .image: try drawItems(of: group, on: context, within: inner)
      case .document:
        if let link = group.link, !surroundings.isLink,
          let area = linkArea(of: group.items, under: inner.transform)
        {
          inner.isLink = true
          try context.link(to: link, area: area) { context throws(DiagnosticFailure) in
            try drawItems(of: group, on: context, within: inner)
            waiting.show(on: context, under: inner.transform)
          }
        } else {
          try drawItems(of: group, on: context, within: inner)
        }
      }
      if !isShift { waiting.show(on: context, under: inner.transform) }
    }
  }

  /// The items of a group that is blended, or several of a translucent one, are one picture, unless there are links or destinations among
  /// them: their tags cannot stand within a picture. Then the opacity goes to each item.
  private func drawItems(
    of group: Group, on context: borrowing CairoContext, within surroundings: Surroundings
  ) throws(DiagnosticFailure) {
    let isPicture = group.blend != .normal || surroundings.opacity < 1 && group.items.count > 1
    guard isPicture, !holdsTags(group.items) else {
      return try draw(group.items, on: context, within: surroundings)
    }
    if surroundings.opacity <= 0 { return }
    var opaque = surroundings
    opaque.opacity = 1
    try context.composited(
      opacity: surroundings.opacity, blend: group.blend
    ) { context throws(DiagnosticFailure) in
      try draw(group.items, on: context, within: opaque)
      waiting.show(on: context, under: opaque.transform)
    }
  }

  private func holdsTags(_ items: [FrameItem]) -> Bool {
    switch medium {
    case .image: false
    case .document:
      items.contains { item in
        switch item {
        case .shape, .text, .image: false
        case .group(let group): group.link != nil || holdsTags(group.items)
        case .destination: true
        }
      }
    }
  }
}

extension Group {
  /// Whether its items are drawn as if they stood in its place.
  fileprivate var isPlain: Bool {
    transform == .identity && clip == nil && opacity == 1 && blend == .normal && link == nil
  }

  /// Whether all that it does to its items is to move them.
  fileprivate var isShift: Bool {
    transform.isShift && clip == nil && opacity == 1 && blend == .normal && link == nil
  }
}

extension Transform {
  /// Whether it moves and neither turns nor scales.
  fileprivate var isShift: Bool { (a, b, c, d) == (1, 0, 0, 1) }
}
