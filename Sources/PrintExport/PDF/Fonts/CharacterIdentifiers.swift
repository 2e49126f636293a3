/// The identifiers (CID) of the glyphs of a face with PostScript outlines that numbers its glyphs so: by them
/// and not by its own order a PDF names the glyphs of such a face (ISO 32000-1, 9.7.4.2).
///
/// Read from the table `CFF` (Adobe's Technical Note 5176).
struct CharacterIdentifiers: Sendable {
  /// By glyph. Glyphs beyond are their own identifiers.
  private let identifiers: [UInt16]

  /// The identifier of a glyph.
  func identifier(of glyph: UInt32) -> UInt16 {
    Int(glyph) < identifiers.count
      ? identifiers[Int(glyph)] : UInt16(truncatingIfNeeded: glyph)
  }

  /// nil where glyphs have names and no identifiers, or the table cannot be read.
  ///
  /// - Parameter count: how many glyphs the face has.
  init?(cff table: UnsafeRawBufferPointer, count: Int) {
    var reader = CFFReader(table)
    guard let head = reader.top(), head.hasIdentifiers, head.charset > 2,
      let identifiers = reader.charset(at: head.charset, count: count)
    else { return nil }
    self.identifiers = identifiers
  }
}

/// Reads as much of the table as is needed; every step says nil where the table ends too early.
private struct CFFReader {
  private let table: UnsafeRawBufferPointer
  private var place = 0

  init(_ table: UnsafeRawBufferPointer) { self.table = table }

  private mutating func number(_ bytes: Int) -> Int? {
    guard place >= 0, place + bytes <= table.count else { return nil }
    defer { place += bytes }
    return table[place..<place + bytes].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Passes an INDEX (5) and gives the range of its first object.
  private mutating func index() -> Range<Int>? {
    guard let count = number(2) else { return nil }
    if count == 0 { return place..<place }
    guard let size = number(1), (1...4).contains(size) else { return nil }
    var offsets: [Int] = []
    for _ in 0...count {
      guard let offset = number(size) else { return nil }
      offsets.append(offset)
    }
    let start = place - 1
    guard let last = offsets.last, last >= offsets[1], offsets[1] >= offsets[0] else { return nil }
    place = start + last
    guard place <= table.count else { return nil }
    return start + offsets[0]..<start + offsets[1]
  }

  /// What the Top DICT (9) says of glyphs: whether they have identifiers (`ROS`), and where these are.
  mutating func top() -> (hasIdentifiers: Bool, charset: Int)? {
    guard table.count > 4 else { return nil }
    place = Int(table[2])
    guard index() != nil, let range = index() else { return nil }
    var (hasIdentifiers, charset) = (false, 0)
    var operand = 0
    place = range.lowerBound
    while place < range.upperBound {
      guard let byte = number(1) else { return nil }
      switch byte {
      case 12:
        guard let second = number(1) else { return nil }
        if second == 30 { hasIdentifiers = true }
      case 15: charset = operand
      case 28:
        guard let value = number(2) else { return nil }
        operand = Int(Int16(truncatingIfNeeded: value))
      case 29:
        guard let value = number(4) else { return nil }
        operand = Int(Int32(truncatingIfNeeded: value))
      case 30:
        // A real number, up to a nibble of ones.
        while let pair = number(1), pair & 15 != 15, pair >> 4 != 15 {}
      case 32...246: operand = byte - 139
      case 247...250:
        guard let low = number(1) else { return nil }
        operand = (byte - 247) * 256 + low + 108
      case 251...254:
        guard let low = number(1) else { return nil }
        operand = -(byte - 251) * 256 - low - 108
      default: break
      }
    }
    return (hasIdentifiers, charset)
  }

  /// The identifiers of `count` glyphs (13); the first is always 0.
  mutating func charset(at start: Int, count: Int) -> [UInt16]? {
    place = start
    guard let format = number(1), count > 0 else { return nil }
    var identifiers: [UInt16] = [0]
    identifiers.reserveCapacity(count)
    while identifiers.count < count {
      guard let first = number(2) else { return nil }
      var left = 0
      switch format {
      case 0: break
      case 1:
        guard let number = number(1) else { return nil }
        left = number
      case 2:
        guard let number = number(2) else { return nil }
        left = number
      default: return nil
      }
      for step in 0...min(left, count - identifiers.count - 1) {
        identifiers.append(UInt16(truncatingIfNeeded: first + step))
      }
    }
    return identifiers
  }
}
