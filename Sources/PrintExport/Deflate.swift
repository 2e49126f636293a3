import CZlib

/// How much work packing may be.
enum PackingLevel: Int32 {
  /// zlib's last level of the quick ones: 4 takes twice as long for pixels and saves a tenth.
  case quick = 3
  /// zlib's own choice.
  case small = 6
}

/// `bytes` in zlib's format (RFC 1950), as PNG and PDF have them.
func deflated(_ bytes: [UInt8], level: PackingLevel) -> [UInt8] {
  var count = compressBound(uLong(bytes.count))
  return [UInt8](unsafeUninitializedCapacity: Int(count)) { target, initialized in
    let status = compress2(
      target.baseAddress, &count, bytes, uLong(bytes.count), level.rawValue)
    // With room for the worst case all that can fail is the memory for zlib's tables, as that for any array.
    precondition(status == Z_OK, "zlib has not memory enough")
    initialized = Int(count)
  }
}
