import Scene
import Syntax

extension FrameDrawing {
  func draw(
    _ item: ImageItem, on context: borrowing CairoContext, opacity: Double
  ) throws(DiagnosticFailure) {
    let opacity = opacity * item.opacity
    // What is without an image was found before anything was drawn.
    guard let image = item.source.image, opacity > 0, item.rect.width > 0, item.rect.height > 0
    else { return }
    let surface = try images.handle(of: image, name: item.name)
    let area = item.area(width: image.width, height: image.height)
    try context.saved { context throws(DiagnosticFailure) in
      context.clip(to: .rect(area))
      context.concatenate(.translation(x: area.minX, y: area.minY))
      context.concatenate(
        Transform(
          a: area.width / Double(image.width), b: 0, c: 0, d: area.height / Double(image.height),
          tx: 0, ty: 0))
      context.paint(surface, opacity: opacity)
    }
  }
}
