/// Damages files as hands, editors, programs and disks do: from the same seed the same damage.
package struct Mutator {
  private var random: SeededGenerator

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// What stands at the edge of what numbers, texts and dates can be.
  private static let extremes = [
    "0", "-1", "1e308", "-1e-320", "99999999999999999999", "9007199254740993", "0.1", "NaN",
    "null", "true", "\"\"", "[]", "{}", "2024-02-30", "0000-00-00", "-0", "1e999", "💥", "\u{202E}",
    "\u{0}",
  ].map { Array($0.utf8) }

  /// A number below `count`.
  package mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// `bytes` with one to four changes. `pieces` are what means something in the file's language.
  package mutating func mutated(_ bytes: [UInt8], pieces: [String]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...index(below: 4) { change(&bytes, pieces) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ pieces: [String]) {
    guard !bytes.isEmpty else {
      bytes = [UInt8(index(below: 256))]
      return
    }
    let place = index(below: bytes.count)
    switch index(below: 14) {
    case 0: bytes[place] ^= 1 << UInt8(index(below: 8))
    case 1: bytes[place] = UInt8(index(below: 256))
    case 2: bytes.remove(at: place)
    case 3: bytes.removeSubrange(stretch(from: place, in: bytes))
    case 4:
      bytes.insert(
        contentsOf: bytes[stretch(from: place, in: bytes)], at: index(below: bytes.count))
    case 5, 6:
      bytes.insert(
        contentsOf: pieces.isEmpty ? [0x22] : Array(pieces[index(below: pieces.count)].utf8),
        at: place)
    case 7:
      bytes.replaceSubrange(
        word(at: place, in: bytes), with: Self.extremes[index(below: Self.extremes.count)])
    case 8:
      bytes.replaceSubrange(
        word(at: place, in: bytes), with: bytes[word(at: index(below: bytes.count), in: bytes)])
    case 9: swapLines(&bytes, place, index(below: bytes.count))
    case 10:
      bytes.insert(
        contentsOf: bytes[line(at: place, in: bytes)], at: line(at: place, in: bytes).lowerBound)
    case 11: bytes.removeSubrange(line(at: place, in: bytes))
    case 12: bytes.removeSubrange(place...)
    default:
      // Deep, or long: a stretch many times over.
      let part = Array(bytes[stretch(from: place, in: bytes)].prefix(1 + index(below: 8)))
      bytes.insert(contentsOf: (0..<(1 << index(below: 13))).flatMap { _ in part }, at: place)
    }
  }

  private mutating func stretch(from place: Int, in bytes: [UInt8]) -> Range<Int> {
    place..<min(bytes.count, place + 1 + index(below: 60))
  }

  /// The letters and digits about `place`; one byte where there are none.
  private func word(at place: Int, in bytes: [UInt8]) -> Range<Int> {
    func isOfWord(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: true
      default: false
      }
    }
    var (start, end) = (place, place)
    while start > 0, isOfWord(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isOfWord(bytes[end]) { end += 1 }
    return start < end ? start..<end : place..<place + 1
  }

  /// The line at `place` with its end.
  private func line(at place: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    return start..<end
  }

  private func swapLines(_ bytes: inout [UInt8], _ one: Int, _ other: Int) {
    let lines = [line(at: min(one, other), in: bytes), line(at: max(one, other), in: bytes)]
    guard lines[0] != lines[1] else { return }
    let texts = lines.map { Array(bytes[$0]) }
    bytes.replaceSubrange(lines[1], with: texts[0])
    bytes.replaceSubrange(lines[0], with: texts[1])
  }
}
