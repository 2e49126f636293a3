import CCairo
import Scene

/// Text of a document that waits for more of its look, to be shown in one call: Cairo records, measures and
/// writes each call by itself, which costs as much as a dozen glyphs.
///
/// Whatever else is drawn, and every tag, comes after the text that waits, so that nothing changes places.
final class WaitingText {
  /// What the texts of one call have in common.
  struct Look: Hashable {
    var face: FontFace
    var size: Double
    var color: Color
    var opacity: Double
  }

  private var look: Look?
  private var font: CairoFont?
  /// From the coordinates of the glyphs to the page's.
  private var transform = Transform.identity
  private var text: [UInt8] = []
  private var glyphs: [cairo_glyph_t] = []
  private var clusters: [cairo_text_cluster_t] = []

  /// Adds a run from left to right; what waits in another look is shown first. `transform` may differ from that
  /// of the text before by a shift alone.
  func add(
    _ run: GlyphRun, _ placed: [cairo_glyph_t], in font: CairoFont, look: Look,
    under transform: Transform, on context: borrowing CairoContext
  ) {
    if self.look != look {
      show(on: context, under: transform)
      (self.look, self.font, self.transform) = (look, font, transform)
    }
    let (x, y) = (transform.tx - self.transform.tx, transform.ty - self.transform.ty)
    text += run.text.utf8
    glyphs += placed.map { glyph in
      cairo_glyph_t(index: glyph.index, x: glyph.x + x, y: glyph.y + y)
    }
    clusters += run.clusters.map(cairo_text_cluster_t.init)
  }

  /// Shows what waits, where coordinates are now under `transform`.
  func show(on context: borrowing CairoContext, under transform: Transform) {
    guard let look, let font else { return }
    let (x, y) = (self.transform.tx - transform.tx, self.transform.ty - transform.ty)
    if x != 0 || y != 0 {
      for index in glyphs.indices {
        glyphs[index].x += x
        glyphs[index].y += y
      }
    }
    context.use(font, size: look.size)
    context.use(look.color, opacity: look.opacity)
    context.show(text, glyphs, clusters, isRightToLeft: false)
    (self.look, self.font) = (nil, nil)
    text.removeAll(keepingCapacity: true)
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
  }
}
