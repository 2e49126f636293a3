/// The offset of the first byte in `range` that is not part of well-formed UTF-8 (Unicode, table 3-7), or
/// nil where all are.
func firstInvalidUTF8(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
  var offset = range.lowerBound
  while offset < range.upperBound {
    let lead = bytes[offset]
    if lead < 0x80 {
      offset += 1
      continue
    }
    let length: Int
    let second: ClosedRange<UInt8>
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return offset
    }
    guard offset + length <= range.upperBound, second.contains(bytes[offset + 1]) else {
      return offset
    }
    for next in (offset + 2)..<max(offset + 2, offset + length)
    where !(0x80...0xBF).contains(bytes[next]) {
      return offset
    }
    offset += length
  }
  return nil
}
