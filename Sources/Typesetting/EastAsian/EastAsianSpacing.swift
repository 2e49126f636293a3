import Scene

/// The spacing of Han text: punctuation that shares its blank halves, and a quarter-em between Han and
/// Western letters.
extension ShapedSegment {
  /// Takes half of each full-width sign away whose blank half meets another sign's.
  mutating func squeezePunctuation(of bytes: [UInt8]) {
    for index in clusters.indices {
      let cluster = clusters[index]
      guard cluster.glyphCount == 1, cluster.advance > 0.9 * size,
        let kind = FullWidthPunctuation(UTF8Text.scalar(at: cluster.byteStart, of: bytes))
      else { continue }
      switch kind {
      case .closing:
        let end = byteEnd(index)
        guard end < bytes.count,
          FullWidthPunctuation(UTF8Text.scalar(at: end, of: bytes)) != nil
        else { continue }
        widen(index, by: -cluster.advance / 2)
      case .opening:
        guard cluster.byteStart > 0,
          FullWidthPunctuation(UTF8Text.scalar(before: cluster.byteStart, of: bytes)) == .opening
        else { continue }
        glyphs[cluster.glyphStart].offset.x -= cluster.advance / 2
        widen(index, by: -cluster.advance / 2)
      }
    }
  }
}

extension AnalyzedText {
  /// Whether a quarter-em parts the scalar at `index` from the one before it.
  func hasAutoSpace(before index: Int) -> Bool {
    guard hasSolid, index > 0, index < scalars.count else { return false }
    let (last, next) = (scalars[index - 1], scalars[index])
    return isIdeographic(last) && isWestern(next) || isWestern(last) && isIdeographic(next)
  }

  /// Widens the last cluster before each such place: for text that is not broken into lines.
  func addAutoSpaces(to segments: inout [ShapedSegment]) {
    guard hasSolid else { return }
    var scalar = 0
    var last: (segment: Int, cluster: Int)?
    for segment in segments.indices {
      for cluster in segments[segment].clusters.indices {
        let start = segments[segment].clusters[cluster].byteStart
        while starts[scalar] < start { scalar += 1 }
        if let last, hasAutoSpace(before: scalar) {
          let space = segments[segment].size / 4
          segments[last.segment].widen(last.cluster, by: space)
          segments[last.segment].autoSpace += space
        }
        last = (segment, cluster)
      }
    }
  }
}
