/// Patterns by their letters: a hash table in two flat arrays.
///
/// libhyphen makes a finite-state machine of the patterns, which takes 10 ms for English: a tenth of
/// the time for a whole briefing. To put them into a table takes a fraction of that, and what a word takes
/// longer is paid once.
struct PatternTable {
  /// For each pattern: how many bytes of letters, the letters, and one value more than there are letters.
  private var pool: [UInt8] = []
  /// Where in `pool` a pattern lies, plus one; 0 where there is none. Linear probing.
  private var slots: [UInt32]
  private let mask: UInt32
  private var longest = 0
  private(set) var isEmpty = true

  /// A table for at most `capacity` patterns.
  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    mask = UInt32(size - 1)
    pool.reserveCapacity(16 * capacity)
  }

  /// Adds a pattern as a file writes it (`.ad4der`); of two with the same letters the later counts.
  mutating func insert(_ pattern: Slice<UnsafeBufferPointer<UInt8>>) {
    let offset = pool.count
    pool.append(0)
    var hash = Self.seed
    for byte in pattern where !Self.isDigit(byte) {
      pool.append(byte)
      hash = Self.extended(hash, by: byte)
    }
    let length = pool.count - offset - 1
    guard length > 0, length < 256 else {
      pool.removeSubrange(offset...)
      return
    }
    pool[offset] = UInt8(length)
    var value: UInt8 = 0
    for byte in pattern {
      if Self.isDigit(byte) {
        value = byte - 0x30
      } else {
        pool.append(value)
        value = 0
      }
    }
    pool.append(value)
    longest = max(longest, length)
    isEmpty = false

    var slot = hash & mask
    while slots[Int(slot)] != 0, !isSame(Int(slots[Int(slot)]) - 1, offset) {
      slot = (slot + 1) & mask
    }
    slots[Int(slot)] = UInt32(offset + 1)
  }

  /// For each byte of `word`, the greatest value that a pattern gives to a break before it.
  func scores(of word: [UInt8]) -> [UInt8] {
    var scores = [UInt8](repeating: 0, count: word.count + 1)
    word.withUnsafeBufferPointer { word in
      pool.withUnsafeBufferPointer { pool in
        slots.withUnsafeBufferPointer { slots in
          for start in word.indices {
            var hash = Self.seed
            for end in start..<min(word.count, start + longest) {
              hash = Self.extended(hash, by: word[end])
              let length = end - start + 1
              var slot = hash & mask
              while slots[Int(slot)] != 0 {
                let offset = Int(slots[Int(slot)]) - 1
                slot = (slot + 1) & mask
                guard pool[offset] == length,
                  (0..<length).allSatisfy({ pool[offset + 1 + $0] == word[start + $0] })
                else { continue }
                for index in 0...length {
                  scores[start + index] = max(
                    scores[start + index], pool[offset + 1 + length + index])
                }
                break
              }
            }
          }
        }
      }
    }
    return scores
  }

  private func isSame(_ first: Int, _ second: Int) -> Bool {
    let length = Int(pool[first])
    return pool[second] == pool[first]
      && (1...length).allSatisfy { pool[first + $0] == pool[second + $0] }
  }

  /// FNV-1a, which is taken in letter by letter.
  private static let seed: UInt32 = 2_166_136_261

  private static func extended(_ hash: UInt32, by byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
