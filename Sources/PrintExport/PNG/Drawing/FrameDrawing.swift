import Scene
import Syntax

/// Draws the items of frames as pixels; a file for each case of `FrameItem`.
struct FrameDrawing {
  let fonts = CairoFonts()
  let images = CairoImages()

  /// Draws items; `opacity` is what the groups around them leave, to multiply each colour with.
  func draw(
    _ items: [FrameItem], on context: borrowing CairoContext, opacity: Double = 1
  ) throws(DiagnosticFailure) {
    for item in items {
      switch item {
      case .shape(let shape): try draw(shape, on: context, opacity: opacity)
      case .text(let text): try draw(text, on: context, opacity: opacity)
      case .image(let image): try draw(image, on: context, opacity: opacity)
      case .group(let group): try draw(group, on: context, opacity: opacity)
      // A picture leads nowhere.
      case .destination: break
      }
    }
  }
}
