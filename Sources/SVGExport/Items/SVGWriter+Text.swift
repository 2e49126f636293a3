import Glibc
import Scene

extension SVGWriter {
  /// A `<text>` whose first line begins at its origin; further lines and runs of another look are
  /// `<tspan>`s. Nothing is written for text without a character.
  mutating func write(_ item: TextItem) {
    let lines = item.lines.map(logicalOrder)
    guard let first = lines.joined().first(where: { !$0.text.isEmpty }) else { return }
    let families = FontFamilies.list(of: item)
    let look = TextLook(first, families: families)
    var attributes = SVGAttributes()
    if let semantics = item.semantics { attributes.set(semantics) }
    let left: Double
    if item.angle == 0 {
      left = item.origin.x
      attributes.set("x", item.origin.x)
      attributes.set("y", item.origin.y)
    } else {
      left = 0
      attributes.set(
        "transform",
        "translate(\(svgNumber(item.origin.x)),\(svgNumber(item.origin.y)))"
          + " rotate(\(svgNumber(item.angle)))")
    }
    switch item.anchor {
    case .start: break
    case .middle, .end: attributes.set("text-anchor", item.anchor.rawValue)
    }
    attributes.set(look)
    attributes.set(fill: paint(item.fill, in: nil))
    attributes.set(stroke: item.stroke, paint: paint(item.stroke?.paint, in: nil))
    attributes.set("opacity", item.opacity, unless: 1)
    let text = lines.joined().map(\.liveText)
    if text.contains(where: XMLText.needsSpacePreserved) { attributes.set("xml:space", "preserve") }
    var content = ""
    if lines.count == 1, lines[0].allSatisfy({ TextLook($0, families: families) == look }) {
      if isFitted(width(of: lines[0]), line: 0, of: item) {
        attributes.set(fittedWidth: width(of: lines[0]))
      }
      content = XMLText.content(text.joined())
    } else {
      // The offset of a tspan without characters has no effect, so it goes to the next line that has.
      var offset = 0.0
      for (index, line) in lines.enumerated() {
        if index > 0 { offset += item.lineHeight }
        guard line.contains(where: { !$0.text.isEmpty }) else { continue }
        var start = SVGAttributes()
        if index > 0 {
          start.set("x", left)
          start.set("dy", offset)
          offset = 0
        }
        if isFitted(width(of: line), line: index, of: item) {
          start.set(fittedWidth: width(of: line))
        }
        content += "<tspan\(start.text)>\(spans(of: line, look: look))</tspan>"
      }
    }
    guard let tooltip = item.semantics?.tooltip else {
      return element("text", attributes, content: content)
    }
    // In a group, so that the words of the tooltip do not count as those of the text.
    open("g", SVGAttributes())
    element("title", SVGAttributes(), content: XMLText.content(tooltip))
    element("text", attributes, content: content)
    close("g")
  }

  /// The runs of a line as content: those of the item's own look as they are, others in tspans.
  private func spans(of line: [GlyphRun], look: TextLook) -> String {
    line.map { run in
      let own = TextLook(run, families: look.families)
      let content = XMLText.content(run.liveText)
      if own == look { return content }
      var attributes = SVGAttributes()
      attributes.set(own, within: look)
      return "<tspan\(attributes.text)>\(content)</tspan>"
    }.joined()
  }

  /// Whether a line is to be as wide as it was set: all lines of a page, elsewhere those that would leave the
  /// drawing where a font a quarter wider stood in.
  private func isFitted(_ width: Double, line: Int, of item: TextItem) -> Bool {
    if options.fitsText { return true }
    let wide = width * 1.25
    let radians = item.angle * .pi / 180
    return [-item.anchor.share * wide, (1 - item.anchor.share) * wide].contains { along in
      let down = Double(line) * item.lineHeight
      let end = transform.apply(
        Point(
          x: item.origin.x + along * cos(radians) - down * sin(radians),
          y: item.origin.y + along * sin(radians) + down * cos(radians)))
      return end.x < 0 || end.x > size.width || end.y < 0 || end.y > size.height
    }
  }

  /// The width in which a viewer with the fonts draws a line: as it was set on pages, whose spaces count with it.
  private func width(of line: [GlyphRun]) -> Double {
    line.reduce(0) { $0 + $1.width - (options.fitsText ? 0 : $1.autoSpace) }
  }
}

/// The runs of a line in reading order, from their visual order: neighbours that run from right to left
/// are turned round (rule L2 of the Unicode bidirectional algorithm, for one level of embedding). Viewers
/// do the reordering of live text themselves.
private func logicalOrder(_ line: [GlyphRun]) -> [GlyphRun] {
  var ordered: [GlyphRun] = []
  var pending: [GlyphRun] = []
  for run in line {
    if run.isRightToLeft {
      pending.append(run)
    } else {
      ordered += pending.reversed()
      pending = []
      ordered.append(run)
    }
  }
  return ordered + pending.reversed()
}

extension GlyphRun {
  /// The text as viewers have to be given it. A soft hyphen that was drawn, at the end of a line, must be
  /// a plain one: they never break lines of SVG and would not show it.
  fileprivate var liveText: String { text == "\u{AD}" && !glyphs.isEmpty ? "-" : text }
}

extension SVGAttributes {
  /// Lets the viewer stretch the spacing until the line is as wide as it was set.
  fileprivate mutating func set(fittedWidth width: Double) {
    if width > 0 { set("textLength", width) }
  }
}
