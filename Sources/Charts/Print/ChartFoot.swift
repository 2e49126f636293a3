import Scene
import Syntax
import Typesetting
import Wording

/// Small print under a chart: where its figures come from, and what a reader must know of them. Vega-Lite
/// has no such thing; in a specification it stands under `usermeta.almanac`, which other tools pass over.
package struct ChartFoot: Hashable, Sendable {
  /// Paragraphs, each broken to the chart's width.
  package var paragraphs: [String]

  package init(paragraphs: [String]) { self.paragraphs = paragraphs }

  /// `usermeta.almanac.source` and `usermeta.almanac.notes` (a string or an array) of `spec`.
  init(_ spec: ChartSpec, wording: Wording) {
    let extensions = spec.root["usermeta"]?["almanac"]
    var paragraphs: [String] = []
    if let source = extensions?["source"]?.string { paragraphs.append(wording[.source] + source) }
    if let notes = extensions?["notes"] {
      let texts = notes.array.map { $0.compactMap(\.string) } ?? [notes.string].compactMap { $0 }
      paragraphs += texts.map { wording[.note] + $0 }
    }
    self.paragraphs = paragraphs
  }

  private static let fontSize = 10.0
  private static let leading = 14.0
  /// White between the chart and its foot.
  private static let gap = 10.0
  private static let color = Color(rgb: 0x56626A)

  /// White on either side.
  private static let inset = 2.0

  /// `frame` with the foot under it, as wide as before.
  func placed(
    under frame: Frame, theme: ChartTheme, shaper: Shaper
  ) throws(DiagnosticFailure) -> Frame {
    guard !paragraphs.isEmpty else { return frame }
    let top = frame.size.height
    var baseline = top + Self.gap + Self.fontSize
    var items: [FrameItem] = []
    for line in try lines(in: frame.size.width, theme: theme, shaper: shaper) {
      for piece in line.pieces {
        items.append(
          .text(
            TextItem(
              origin: Point(x: Self.inset + piece.x, y: baseline), lines: [[piece.run]],
              fill: .solid(Self.color), families: theme.families + ["sans-serif"])))
      }
      baseline += Self.leading
    }
    var result = frame
    result.items.append(
      .group(Group(semantics: Semantics(classes: ["chart-foot"]), items: items)))
    result.size.height = (baseline - Self.leading + Self.fontSize * 0.5).rounded(.up)
    return result
  }

  /// How much higher the foot makes a frame `width` wide.
  func height(
    in width: Double, theme: ChartTheme, shaper: Shaper
  ) throws(DiagnosticFailure) -> Double {
    guard !paragraphs.isEmpty else { return 0 }
    let count = try lines(in: width, theme: theme, shaper: shaper).count
    return Self.gap + Self.fontSize * 1.5 + Self.leading * Double(count - 1)
  }

  private func lines(
    in width: Double, theme: ChartTheme, shaper: Shaper
  ) throws(DiagnosticFailure) -> [TypesetLine] {
    let families = theme.families.isEmpty ? ["sans-serif"] : theme.families
    let style = TextStyle(font: FontDescription(families: families), size: Self.fontSize)
    var lines: [TypesetLine] = []
    for paragraph in paragraphs {
      lines += try shaper.lines(
        of: Paragraph(spans: [TextSpan(paragraph, style: style)]),
        measure: width - 2 * Self.inset)
    }
    return lines
  }
}
