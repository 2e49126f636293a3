import Scene
import Syntax

/// Draws the items of frames on a context; a file for each case of `FrameItem`.
struct FrameDrawing {
  enum Medium {
    /// Text stays text, with its letters for copying; links and destinations are kept.
    case document
    /// Glyphs are drawn as outlines, since Cairo moves those of images to whole pixels.
    case image
  }

  /// What the groups around an item leave to it.
  struct Surroundings {
    /// From the item's coordinates to the page's.
    var transform = Transform.identity
    /// To multiply each colour with.
    var opacity = 1.0
    /// A link within a link cannot be: the outer one holds.
    var isLink = false
  }

  let medium: Medium
  let fonts: CairoFonts
  let images = CairoImages()
  let waiting = WaitingText()

  /// Draws pictures; no fonts are embedded.
  static var image: FrameDrawing { FrameDrawing(medium: .image, fonts: CairoFonts()) }

  /// Draws pages with `glyphs` on them.
  static func document(_ glyphs: GlyphUse) -> FrameDrawing {
    FrameDrawing(medium: .document, fonts: CairoFonts(embedding: glyphs))
  }

  private init(medium: Medium, fonts: CairoFonts) {
    self.medium = medium
    self.fonts = fonts
  }

  /// Draws a whole page.
  func draw(_ page: Page, on context: borrowing CairoContext) throws(DiagnosticFailure) {
    try draw(page.frame.items, on: context)
    waiting.show(on: context, under: .identity)
  }

  func draw(
    _ items: [FrameItem], on context: borrowing CairoContext,
    within surroundings: Surroundings = Surroundings()
  ) throws(DiagnosticFailure) {
    for item in items {
      switch item {
      case .shape(let shape): try draw(shape, on: context, within: surroundings)
      case .text(let text): try draw(text, on: context, within: surroundings)
      case .image(let image): try draw(image, on: context, within: surroundings)
      case .group(let group): try draw(group, on: context, within: surroundings)
      case .destination(let destination): draw(destination, on: context, within: surroundings)
      }
    }
  }
}
