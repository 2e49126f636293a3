import Scene

/// The glyphs of words shaped before, in one face and style: a text of some length repeats most of its
/// words. A hash table in flat arrays.
struct WordShapes {
  private struct Word {
    var bytes: Range<Int>
    var glyphs: Range<Int>
    var clusters: Range<Int>
  }

  private var words: [Word] = []
  private var pool: [UInt8] = []
  private var glyphs: [Glyph] = []
  /// Counted from the beginning of their word.
  private var clusters: [ShapedSegment.Cluster] = []
  /// Index in `words` plus one; 0 for none. Linear probing.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// Past this many words all are forgotten, which bounds the memory of a long run.
  private static let most = 1 << 15

  /// Adds the glyphs of the word `range` of `bytes` to `segment`; false where it is not known.
  func append(_ range: Range<Int>, of bytes: [UInt8], to segment: inout ShapedSegment) -> Bool {
    let slot = slot(of: range, in: bytes)
    guard slots[slot] != 0 else { return false }
    let word = words[Int(slots[slot]) - 1]
    let firstGlyph = segment.glyphs.count
    segment.glyphs.append(contentsOf: glyphs[word.glyphs])
    for index in word.clusters {
      var cluster = clusters[index]
      cluster.byteStart += range.lowerBound
      cluster.glyphStart += firstGlyph
      segment.clusters.append(cluster)
    }
    return true
  }

  /// Takes in a word, shaped by itself out of `bytes`.
  mutating func remember(_ shaped: ShapedSegment, of bytes: [UInt8]) {
    if words.count >= Self.most { self = WordShapes() }
    if 2 * words.count >= slots.count { grow() }
    let range = shaped.segment.bytes
    let word = Word(
      bytes: pool.count..<pool.count + range.count,
      glyphs: glyphs.count..<glyphs.count + shaped.glyphs.count,
      clusters: clusters.count..<clusters.count + shaped.clusters.count)
    pool.append(contentsOf: bytes[range])
    glyphs.append(contentsOf: shaped.glyphs)
    for cluster in shaped.clusters {
      var moved = cluster
      moved.byteStart -= range.lowerBound
      clusters.append(moved)
    }
    words.append(word)
    slots[slot(of: word.bytes, in: pool)] = UInt32(words.count)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    for (index, word) in words.enumerated() {
      slots[slot(of: word.bytes, in: pool)] = UInt32(index + 1)
    }
  }

  /// Where the word `range` of `bytes` is, or would be put.
  private func slot(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    // FNV-1a
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0, !isSame(words[Int(slots[slot]) - 1].bytes, range, in: bytes) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isSame(_ known: Range<Int>, _ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard known.count == range.count else { return false }
    for offset in 0..<known.count
    where pool[known.lowerBound + offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }
}
