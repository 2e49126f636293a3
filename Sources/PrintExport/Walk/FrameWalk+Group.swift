import Scene

extension FrameWalk {
  mutating func draw(_ group: Group, within surroundings: Surroundings) {
    let transform = group.transform
    var inner = surroundings
    inner.transform = surroundings.transform.concatenating(transform)
    inner.opacity *= group.opacity
    if let link = group.link, !surroundings.isLink {
      inner.isLink = true
      links.add(link, area: linkArea(of: group.items, under: inner.transform))
    }
    // A transform that flattens leaves nothing to see, but places that links lead to.
    guard abs(transform.a * transform.d - transform.b * transform.c) > 1e-12 else {
      inner.opacity = 0
      return draw(group.items, within: inner)
    }
    // Most groups only move their items, or only say what they are.
    if group.clip == nil, transform.isTranslation {
      let shift = canvas.shift
      canvas.shift = Point(x: shift.x + transform.tx, y: shift.y + transform.ty)
      drawItems(of: group, within: inner)
      canvas.shift = shift
      return
    }
    saved { walk in
      walk.canvas.concatenate(transform)
      if let clip = group.clip { walk.canvas.clip(to: .path(clip)) }
      walk.drawItems(of: group, within: inner)
    }
  }

  /// The items of a group that is blended, or several of a translucent one, are one picture.
  private mutating func drawItems(of group: Group, within surroundings: Surroundings) {
    let isPicture = group.blend != .normal || surroundings.opacity < 1 && group.items.count > 1
    guard isPicture, surroundings.opacity > 0 else {
      return draw(group.items, within: surroundings)
    }
    var opaque = surroundings
    opaque.opacity = 1
    composited(
      opacity: surroundings.opacity, blend: group.blend, showing: group.items.drawnArea
    ) {
      $0.draw(group.items, within: opaque)
    }
  }
}
