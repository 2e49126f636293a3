import CCairo
package import Scene
package import Syntax

/// Writes frames as PNG.
package enum PNGExporter {
  /// The frame as a PNG image of `scale` pixels to the frame's unit, sizes rounded up, on `background` or
  /// on nothing. The same frame gives the same bytes.
  ///
  /// Throws where a coordinate is not a number, a font or an image cannot be drawn, or the image would be larger than
  /// Cairo makes one (32,767 pixels a side).
  package static func png(
    of frame: Frame, scale: Double = 1, background: Color? = .white
  ) throws(DiagnosticFailure) -> [UInt8] {
    guard scale.isFinite, scale > 0 else {
      throw DiagnosticFailure(PrintDiagnostics.notFinite("the picture"))
    }
    let survey = PageSurvey(picture: frame)
    try survey.bag.throwIfErrors()
    let surface = try CairoSurface.image(
      width: pixels(frame.size.width * scale), height: pixels(frame.size.height * scale),
      isOpaque: background?.alpha == 1)
    var walk = try FrameWalk(
      on: CairoCanvas(
        surface, fonts: CairoFonts(survey.glyphs, isEmbedded: false),
        images: CairoImages(survey.images)))
    if let background {
      walk.canvas.use(background)
      cairo_paint(walk.canvas.handle)
    }
    walk.canvas.concatenate(.scale(scale))
    walk.draw(frame.items)
    try surface.check(walk.canvas.context.status)
    return try surface.png()
  }

  /// Rounded up, but for the last bits of a product such as 1.1 × 100; at least one.
  private static func pixels(_ length: Double) -> Int32 {
    Int32(min(max((length - 1e-6).rounded(.up), 1), 1e6))
  }
}
