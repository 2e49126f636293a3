import Scene

extension GlyphRun {
  /// Calls `body` with each cluster in visual order: the places of its glyphs, and the bytes of its text.
  ///
  /// Whether the clusters cover all glyphs and all text was checked before.
  @inline(__always)
  func forEachCluster(_ body: (Range<Int>, Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var glyph = 0
      var byte = isRightToLeft ? bytes.count : 0
      for index in clusters.indices {
        let cluster = clusters[isRightToLeft ? clusters.count - 1 - index : index]
        let end = glyph + cluster.glyphCount
        if isRightToLeft {
          body(glyph..<end, bytes[byte - cluster.byteCount..<byte])
          byte -= cluster.byteCount
        } else {
          body(glyph..<end, bytes[byte..<byte + cluster.byteCount])
          byte += cluster.byteCount
        }
        glyph = end
      }
    }
  }

  /// Whether the clusters account for each glyph and each byte of text once.
  var clustersAreWhole: Bool {
    var (bytes, glyphs) = (0, 0)
    for cluster in clusters {
      guard cluster.byteCount >= 0, cluster.glyphCount >= 0 else { return false }
      bytes += cluster.byteCount
      glyphs += cluster.glyphCount
    }
    return bytes == text.utf8.count && glyphs == self.glyphs.count
  }
}
