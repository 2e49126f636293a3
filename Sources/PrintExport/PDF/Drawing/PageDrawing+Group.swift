import Scene

extension PageDrawing {
  mutating func draw(_ group: Group, within surroundings: Surroundings) {
    // A transform that flattens leaves nothing to see.
    let transform = group.transform
    guard abs(transform.a * transform.d - transform.b * transform.c) > 1e-12 else { return }
    var inner = surroundings
    inner.transform = surroundings.transform.concatenating(transform)
    inner.opacity *= group.opacity
    if let link = group.link, !surroundings.isLink,
      let area = linkArea(of: group.items, under: inner.transform)
    {
      inner.isLink = true
      links.append(PageContent.Link(target: link, area: area))
    }
    if group.clip == nil, transform.isTranslation {
      // Most groups only move their items, or only say what they are.
      let shift = content.state.shift
      content.shift(x: transform.tx, y: transform.ty)
      drawItems(of: group, within: inner)
      content.state.shift = shift
      return
    }
    saved { drawing in
      drawing.content.concatenate(transform)
      if let clip = group.clip { drawing.content.clip(to: .path(clip)) }
      drawing.drawItems(of: group, within: inner)
    }
  }

  /// The items of a group that is blended, or several of a translucent one, are one picture.
  private mutating func drawItems(of group: Group, within surroundings: Surroundings) {
    let isPicture = group.blend != .normal || surroundings.opacity < 1 && group.items.count > 1
    guard isPicture else { return draw(group.items, within: surroundings) }
    if surroundings.opacity <= 0 { return }
    var opaque = surroundings
    opaque.opacity = 1
    composited(opacity: surroundings.opacity, blend: group.blend) {
      $0.draw(group.items, within: opaque)
    }
  }
}
