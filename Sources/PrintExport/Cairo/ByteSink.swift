import CCairo

/// Where Cairo's output goes: memory.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  /// What Cairo calls with each part of its output; its first argument is an unretained `ByteSink`.
  static let write: cairo_write_func_t = { sink, data, count in
    guard let sink else { return CAIRO_STATUS_WRITE_ERROR }
    if let data {
      Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes.append(
        contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    }
    return CAIRO_STATUS_SUCCESS
  }

  /// The sink as `write` expects it; the sink must outlive every call.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
