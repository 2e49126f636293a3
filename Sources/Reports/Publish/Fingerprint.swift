import CGLib

/// The SHA-256 of some bytes, in lower-case hexadecimal: how manifests name the contents of a file.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  package let hex: String

  package init(hex: String) { self.hex = hex }

  /// GLib computes it: the library is loaded for Pango anyway.
  package init(of bytes: [UInt8]) {
    let digest = bytes.withUnsafeBufferPointer { buffer in
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, buffer.baseAddress, gsize(buffer.count))
    }
    guard let digest else { preconditionFailure("GLib knows SHA-256") }
    defer { g_free(digest) }
    hex = String(cString: digest)
  }

  package var description: String { hex }
}
