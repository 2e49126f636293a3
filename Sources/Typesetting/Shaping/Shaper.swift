package import Scene
package import Syntax

/// Turns text into glyphs with the faces of a font book, and measures it.
///
/// Holds opened faces and remembers what it shaped, so it belongs to one task: make one for each.
/// Its results do not depend on what it shaped before.
package final class Shaper {
  package let fonts: FontBook
  let shaper = GlyphShaper()
  let hyphenator: Hyphenator
  var hyphens: [TextStyle: ShapedSegment] = [:]
  /// Paragraphs of which the extent was asked, and the lines not yet: the cells of a table.
  private var measured: [ShapedParagraphKey: ShapedParagraph] = [:]
  private static let measuredParagraphs = 4096
  private let openFaces = OpenFaces()
  private var facesOfFonts: [FontDescription: FaceList] = [:]
  private var shaped: [ShapeKey: ShapedText] = [:]

  private struct ShapeKey: Hashable {
    var text: String
    var style: TextStyle
  }

  private struct ShapedText {
    var runs: [GlyphRun]
    var width: Double
  }

  /// Labels of an axis are measured, placed and drawn: thrice the same text. Past this many texts all are
  /// forgotten, which bounds the memory of a long run.
  private static let rememberedTexts = 8192

  /// - Parameter hyphenation: Which languages are hyphenated; read only when a paragraph asks for it.
  package init(fonts: FontBook, hyphenation: HyphenationCatalogue = .debian) {
    self.fonts = fonts
    hyphenator = Hyphenator(catalogue: hyphenation)
  }

  /// The files of hyphenation patterns that were read so far: they have a part in where lines end.
  package var hyphenationFiles: [String] { hyphenator.files }

  /// The glyphs of one line of text, in visual order; empty for empty text.
  ///
  /// Line ends and tabs are shaped, and copied, as spaces: to break lines is the caller's or a paragraph's
  /// matter. Advances are not rounded.
  /// - Throws: `missing-glyph` for each character that no face of the style draws, and the problems of
  ///   `FontBook.faces(for:)`.
  package func shape(
    _ text: String, style: TextStyle
  ) throws(DiagnosticFailure) -> [GlyphRun] {
    try shapedText(text, style).runs
  }

  /// The advance width of one line of text, as `shape` gives it.
  package func width(of text: String, style: TextStyle) throws(DiagnosticFailure) -> Double {
    try shapedText(text, style).width
  }

  /// The measures of the first face of `font` at `size`.
  package func metrics(
    of font: FontDescription, size: Double
  ) throws(DiagnosticFailure) -> FontMetrics {
    try faces(for: font).first.metrics.scaled(to: size)
  }

  private func shapedText(
    _ text: String, _ style: TextStyle
  ) throws(DiagnosticFailure) -> ShapedText {
    let key = ShapeKey(text: text, style: style)
    if let known = shaped[key] { return known }
    let analyzed = AnalyzedText(bytes: normalized(text).bytes, language: style.language)
    var segments = try shape(analyzed, styles: [style], ends: [analyzed.bytes.count])
    analyzed.addAutoSpaces(to: &segments)
    let runs = visualOrder(of: segments.map(\.segment.level)).map { index in
      segments[index].run(of: analyzed.bytes)
    }
    let result = ShapedText(runs: runs, width: segments.reduce(0) { $0 + $1.width })
    if shaped.count >= Self.rememberedTexts { shaped.removeAll(keepingCapacity: true) }
    shaped[key] = result
    return result
  }

  /// The shaped segments of a text whose styles end at the bytes `ends`, in logical order.
  func shape(
    _ text: AnalyzedText, styles: [TextStyle], ends: [Int]
  ) throws(DiagnosticFailure) -> [ShapedSegment] {
    var ranges: [StyleRange] = []
    ranges.reserveCapacity(styles.count)
    for (style, end) in zip(styles, ends) {
      ranges.append(StyleRange(end: end, faces: try faces(for: style.font), style: style))
    }
    var bag = DiagnosticBag()
    let segments = try text.segments(of: ranges, bag: &bag)
    try bag.throwIfErrors()
    var result: [ShapedSegment] = []
    result.reserveCapacity(segments.count)
    for segment in segments {
      result.append(try shaper.shape(segment, of: text.bytes, style: styles[segment.span]))
    }
    return result
  }

  /// Keeps the shape of a paragraph whose extent was asked.
  func remember(_ shaped: ShapedParagraph, of paragraph: Paragraph) {
    if measured.count >= Self.measuredParagraphs { measured.removeAll(keepingCapacity: true) }
    measured[ShapedParagraphKey(paragraph)] = shaped
  }

  /// The shape of `paragraph` where its extent was asked; it is kept no longer.
  func forget(_ paragraph: Paragraph) -> ShapedParagraph? {
    measured.isEmpty ? nil : measured.removeValue(forKey: ShapedParagraphKey(paragraph))
  }

  /// The faces of a font, best first.
  func faces(for font: FontDescription) throws(DiagnosticFailure) -> FaceList {
    if let known = facesOfFonts[font] { return known }
    let result = try FaceList(fonts.faces(for: font), from: openFaces)
    facesOfFonts[font] = result
    return result
  }
}

/// The order from left to right of parts with the given embedding levels (UAX #9, rule L2).
func visualOrder(of levels: [UInt8]) -> [Int] {
  var order = Array(levels.indices)
  guard let highest = levels.max(), highest > 0 else { return order }
  for level in stride(from: highest, through: 1, by: -1) {
    var start = 0
    while start < order.count {
      guard levels[order[start]] >= level else {
        start += 1
        continue
      }
      var end = start
      while end < order.count, levels[order[end]] >= level { end += 1 }
      order[start..<end].reverse()
      start = end
    }
  }
  return order
}
