import CCairo

/// Bytes at a fixed address, for Cairo to read from.
final class ByteSource {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var position = 0

  init(_ content: [UInt8]) {
    bytes = .allocate(capacity: content.count)
    _ = bytes.initialize(from: content)
  }

  deinit { bytes.deallocate() }

  /// What Cairo calls for more; its first argument is an unretained `ByteSource`.
  static let read: cairo_read_func_t = { source, data, count in
    guard let source, let data else { return CAIRO_STATUS_READ_ERROR }
    return Unmanaged<ByteSource>.fromOpaque(source).takeUnretainedValue()
      .take(UnsafeMutableBufferPointer(start: data, count: Int(count)))
  }

  /// The source as `read` expects it; the source must outlive every call.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  private func take(_ target: UnsafeMutableBufferPointer<UInt8>) -> cairo_status_t {
    guard target.count <= bytes.count - position else { return CAIRO_STATUS_READ_ERROR }
    _ = target.update(from: bytes[position..<position + target.count])
    position += target.count
    return CAIRO_STATUS_SUCCESS
  }
}
