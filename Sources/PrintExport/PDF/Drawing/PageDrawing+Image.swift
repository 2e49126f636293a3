import Scene

extension PageDrawing {
  mutating func draw(_ item: ImageItem, within surroundings: Surroundings) {
    let opacity = surroundings.opacity * item.opacity
    // What is without an image was found before anything was drawn.
    guard let image = item.source.image, opacity > 0, item.rect.width > 0, item.rect.height > 0,
      let place = resources.place(of: image)
    else { return }
    let area = item.area(width: image.width, height: image.height)
    saved { drawing in
      drawing.content.use(opacity: opacity)
      // The lower left corner of an image is the origin of its square.
      drawing.content.concatenate(
        Transform(
          a: area.width, b: 0, c: 0, d: -area.height, tx: area.minX, ty: area.maxY))
      drawing.content.drawImage(place)
    }
  }
}
