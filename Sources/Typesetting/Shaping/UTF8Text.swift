/// Scalars of valid UTF-8.
enum UTF8Text {
  /// The scalar that begins at `index`, which moves on behind it.
  static func next(of bytes: [UInt8], _ index: inout Int) -> UInt32 {
    let lead = bytes[index]
    index += 1
    let following = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    guard following > 0 else { return UInt32(lead) }
    var scalar = UInt32(lead) & (0x3F >> UInt32(following))
    for _ in 0..<following where index < bytes.count {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    return scalar
  }

  /// The scalar that begins at `index`.
  static func scalar(at index: Int, of bytes: [UInt8]) -> UInt32 {
    var index = index
    return next(of: bytes, &index)
  }

  /// The scalar that ends before `index`, which is not the beginning.
  static func scalar(before index: Int, of bytes: [UInt8]) -> UInt32 {
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start, of: bytes)
  }
}
