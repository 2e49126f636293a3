import CHarfBuzz
import Scene
import Syntax

/// The glyphs of a segment, and which bytes each cluster of them stands for.
struct ShapedSegment {
  struct Cluster {
    /// In the bytes of the whole text.
    var byteStart: Int
    /// Index of its first glyph in visual order.
    var glyphStart: Int
    var glyphCount: Int
    var advance: Double
    /// Whether text divided before this cluster must be shaped anew (kerning, ligatures, joining).
    var isUnsafeToBreak: Bool
  }

  var segment: TextSegment
  var size: Double
  /// Of which the advance of each cluster is wider.
  var tracking: Double
  /// In visual order.
  var glyphs: [Glyph]
  /// In logical order.
  var clusters: [Cluster]
  /// The space between Han and Western letters in the advances of clusters, of text that is not broken.
  var autoSpace = 0.0

  /// The byte after the last of cluster `index`.
  func byteEnd(_ index: Int) -> Int {
    index + 1 < clusters.count ? clusters[index + 1].byteStart : segment.bytes.upperBound
  }

  /// The clusters of `range` alone.
  func slice(_ range: Range<Int>) -> ShapedSegment {
    guard range.count < clusters.count else { return self }
    let kept = clusters[range]
    let bytes =
      clusters[range.lowerBound].byteStart..<byteEnd(range.upperBound - 1)
    let first = kept.map(\.glyphStart).min() ?? 0
    let end = kept.map { $0.glyphStart + $0.glyphCount }.max() ?? first
    var result = self
    result.segment.bytes = bytes
    result.glyphs = Array(glyphs[first..<end])
    result.clusters = kept.map { cluster in
      var moved = cluster
      moved.glyphStart -= first
      return moved
    }
    return result
  }

  /// This segment and `next`, which goes on where it ends.
  func joined(with next: ShapedSegment) -> ShapedSegment {
    var result = self
    result.segment.bytes = segment.bytes.lowerBound..<next.segment.bytes.upperBound
    var added = next.clusters
    if segment.isRightToLeft {
      result.glyphs = next.glyphs + glyphs
      for index in result.clusters.indices {
        result.clusters[index].glyphStart += next.glyphs.count
      }
    } else {
      result.glyphs += next.glyphs
      for index in added.indices { added[index].glyphStart += glyphs.count }
    }
    result.clusters += added
    return result
  }

  /// Moves the pen on by `amount` more after cluster `index`.
  mutating func widen(_ index: Int, by amount: Double) {
    let cluster = clusters[index]
    guard cluster.glyphCount > 0 else { return }
    clusters[index].advance += amount
    glyphs[cluster.glyphStart + cluster.glyphCount - 1].advance += amount
  }

  var width: Double { clusters.reduce(0) { $0 + $1.advance } }

  /// The segment as the exporters take it; `bytes` is the whole text.
  func run(of bytes: [UInt8]) -> GlyphRun {
    GlyphRun(
      face: segment.face.face, size: size,
      text: String(decoding: bytes[segment.bytes], as: UTF8.self), glyphs: glyphs,
      clusters: clusters.indices.map { index in
        GlyphCluster(
          byteCount: byteEnd(index) - clusters[index].byteStart,
          glyphCount: clusters[index].glyphCount)
      },
      isRightToLeft: segment.isRightToLeft, tracking: tracking, autoSpace: autoSpace)
  }
}

/// HarfBuzz with the buffer that it shapes in: the engine beneath Pango, asked directly, since Pango rounds
/// to 1/1024 of a unit and hides where text may be divided without being shaped anew.
final class GlyphShaper {
  private let buffer: OpaquePointer?
  private var features: [String: [hb_feature_t]] = [:]
  private var words: [WordKey: WordShapes] = [:]
  private var shapedBytes = 0
  /// How much must have been shaped before words are looked up: to ask a face for its rules about spaces
  /// takes a millisecond, which a short text does not earn back.
  private static let longText = 20_000

  /// What the shape of a word depends on beside its letters.
  private struct WordKey: Hashable {
    var face: ObjectIdentifier
    var style: TextStyle
  }

  init() { buffer = hb_buffer_create() }

  deinit { hb_buffer_destroy(buffer) }

  /// Shapes the part `segment` of `bytes`; the text about it decides how letters join at its ends.
  ///
  /// - Throws: `font-feature`; `missing-glyph` for what the face's tables claim to have and do not.
  func shape(
    _ segment: TextSegment, of bytes: [UInt8], style: TextStyle
  ) throws(DiagnosticFailure) -> ShapedSegment {
    shapedBytes += segment.bytes.count
    guard shapedBytes > Self.longText, segment.isMadeOfWords, segment.face.setsWordsApart else {
      return try shapeWhole(segment, of: bytes, style: style)
    }
    let key = WordKey(face: ObjectIdentifier(segment.face), style: style)
    var known = words.removeValue(forKey: key) ?? WordShapes()
    defer { words[key] = known }
    var result = ShapedSegment(
      segment: segment, size: style.size, tracking: style.tracking, glyphs: [], clusters: [])
    result.glyphs.reserveCapacity(segment.bytes.count)
    result.clusters.reserveCapacity(segment.bytes.count)
    var start = segment.bytes.lowerBound
    while start < segment.bytes.upperBound {
      var end = start + 1
      if bytes[start] != 0x20 {
        while end < segment.bytes.upperBound, bytes[end] != 0x20 { end += 1 }
      }
      if !known.append(start..<end, of: bytes, to: &result) {
        var word = segment
        word.bytes = start..<end
        let shaped = try shapeWhole(word, of: bytes, style: style)
        known.remember(shaped, of: bytes)
        result = result.joined(with: shaped)
        result.segment.bytes = segment.bytes
      }
      start = end
    }
    return result
  }

  /// Shapes a segment at once.
  private func shapeWhole(
    _ segment: TextSegment, of bytes: [UInt8], style: TextStyle
  ) throws(DiagnosticFailure) -> ShapedSegment {
    let settings = try parse(style)
    let face = segment.face
    hb_buffer_clear_contents(buffer)
    bytes.withUnsafeBytes { raw in
      hb_buffer_add_utf8(
        buffer, raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count),
        UInt32(segment.bytes.lowerBound), Int32(segment.bytes.count))
    }
    hb_buffer_set_direction(
      buffer, segment.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, segment.script)
    hb_buffer_set_language(buffer, hb_language_from_string(style.language, -1))
    hb_shape(face.font, buffer, settings, UInt32(settings.count))

    var count: UInt32 = 0
    let infos = hb_buffer_get_glyph_infos(buffer, &count)
    let positions = hb_buffer_get_glyph_positions(buffer, &count)
    guard let infos, let positions else {
      return ShapedSegment(
        segment: segment, size: style.size, tracking: style.tracking, glyphs: [], clusters: [])
    }
    var result = ShapedSegment(
      segment: segment, size: style.size, tracking: style.tracking, glyphs: [], clusters: [])
    result.glyphs.reserveCapacity(Int(count))
    result.clusters.reserveCapacity(Int(count))
    func scaled(_ units: hb_position_t) -> Double { Double(units) * style.size / face.unitsPerEm }
    for index in 0..<Int(count) {
      let position = positions[index]
      if infos[index].codepoint == 0 {
        throw missingGlyph(at: Int(infos[index].cluster), of: bytes, face: face)
      }
      result.glyphs.append(
        Glyph(
          id: infos[index].codepoint, advance: scaled(position.x_advance),
          offset: Point(x: scaled(position.x_offset), y: -scaled(position.y_offset))))
    }
    // HarfBuzz gives visual order; clusters are kept in logical order.
    let order =
      segment.isRightToLeft
      ? stride(from: Int(count) - 1, through: 0, by: -1)
      : stride(from: 0, through: Int(count) - 1, by: 1)
    for index in order {
      let start = Int(infos[index].cluster)
      let advance = result.glyphs[index].advance
      if let last = result.clusters.indices.last, result.clusters[last].byteStart == start {
        result.clusters[last].glyphStart = min(result.clusters[last].glyphStart, index)
        result.clusters[last].glyphCount += 1
        result.clusters[last].advance += advance
      } else {
        result.clusters.append(
          .init(
            byteStart: start, glyphStart: index, glyphCount: 1, advance: advance,
            isUnsafeToBreak: infos[index].mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue != 0))
      }
    }
    if segment.isSolid { result.squeezePunctuation(of: bytes) }
    if style.tracking != 0 {
      for index in result.clusters.indices { result.widen(index, by: style.tracking) }
    }
    return result
  }

  private func missingGlyph(at byte: Int, of bytes: [UInt8], face: OpenFace) -> DiagnosticFailure {
    let scalar = String(decoding: bytes[byte...].prefix(4), as: UTF8.self).unicodeScalars.first
    return DiagnosticFailure(
      TypesettingDiagnostics.glyph(scalar ?? "\u{FFFD}", families: [face.face.family]))
  }

  private func parse(_ style: TextStyle) throws(DiagnosticFailure) -> [hb_feature_t] {
    if style.features.isEmpty, style.tracking == 0 { return [] }
    // Letters that are spaced out must not be tied together (CSS Text 3, section 8.2).
    let untied = style.tracking == 0 ? "" : "liga=0,clig=0,"
    let text = untied + style.features
    if let known = features[text] { return known }
    var parsed: [hb_feature_t] = []
    var bag = DiagnosticBag()
    for setting in text.split(separator: ",") {
      let trimmed = setting.drop { $0 == " " }
      var feature = hb_feature_t()
      if hb_feature_from_string(String(trimmed), -1, &feature) != 0 {
        parsed.append(feature)
      } else {
        bag.add(TypesettingDiagnostics.feature(String(trimmed)))
      }
    }
    try bag.throwIfErrors()
    features[text] = parsed
    return parsed
  }
}
