import CCairo
import Scene

extension CairoContext {
  /// Fills the current outline with lines and forgets it. They are drawn as lines, within a clip, and not
  /// as a repeated tile, because viewers and printers show the seams of tiles.
  func fill(_ hatch: Hatch, opacity: Double) {
    cairo_save(handle)
    cairo_clip(handle)
    drawTranslucent(hatch, opacity: opacity)
    cairo_restore(handle)
  }

  /// Paints what follows with lines over all that can be seen; keeps the current outline. For strokes and
  /// letters, which cannot be a clip.
  func use(_ hatch: Hatch, opacity: Double) {
    let outline = cairo_copy_path(handle)
    cairo_push_group(handle)
    drawTranslucent(hatch, opacity: opacity)
    cairo_pop_group_to_source(handle)
    cairo_new_path(handle)
    cairo_append_path(handle, outline)
    cairo_path_destroy(outline)
  }

  private func drawTranslucent(_ hatch: Hatch, opacity: Double) {
    guard opacity < 1, hatch.background != nil else { return draw(hatch, opacity: opacity) }
    // The lines must not show the background through.
    cairo_push_group(handle)
    draw(hatch, opacity: 1)
    cairo_pop_group_to_source(handle)
    cairo_paint_with_alpha(handle, opacity)
  }

  /// Draws background and lines within the clip.
  private func draw(_ hatch: Hatch, opacity: Double) {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(handle, &left, &top, &right, &bottom)
    guard right > left, bottom > top else { return }
    cairo_new_path(handle)
    if let background = hatch.background {
      use(background, opacity: opacity)
      cairo_rectangle(handle, left, top, right - left, bottom - top)
      cairo_fill(handle)
    }
    guard hatch.lineWidth > 0 else { return }
    // In coordinates turned with the lines, these are level.
    let turned = Transform.rotation(degrees: -hatch.angle)
    let corners = [
      Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom),
      Point(x: left, y: bottom),
    ].map { Path.Element.line(turned.apply($0)) }
    guard let area = Path(corners).controlBox else { return }
    cairo_save(handle)
    concatenate(.rotation(degrees: hatch.angle))
    // The middle of each line lies half a space below a multiple of the spacing, as in an SVG pattern
    // whose tile must not cut the line.
    let first = (area.minY / hatch.spacing - 1).rounded(.down)
    let last = (area.maxY / hatch.spacing + 1).rounded(.up)
    for index in stride(from: first, to: last, by: 1) {
      let y = (index + 0.5) * hatch.spacing
      cairo_move_to(handle, area.minX, y)
      cairo_line_to(handle, area.maxX, y)
    }
    cairo_set_line_width(handle, hatch.lineWidth)
    cairo_set_line_cap(handle, CAIRO_LINE_CAP_BUTT)
    cairo_set_dash(handle, nil, 0, 0)
    use(hatch.color, opacity: opacity)
    cairo_stroke(handle)
    cairo_restore(handle)
  }
}
