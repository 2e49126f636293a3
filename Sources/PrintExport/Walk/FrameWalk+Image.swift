import Scene

extension FrameWalk {
  mutating func draw(_ item: ImageItem, within surroundings: Surroundings) {
    let opacity = surroundings.opacity * item.opacity
    // What is without an image was found before anything was drawn.
    guard let image = item.source.image, opacity > 0, item.rect.width > 0, item.rect.height > 0
    else { return }
    let area = item.area(width: image.width, height: image.height)
    canvas.draw(image, in: area, opacity: opacity)
  }
}
