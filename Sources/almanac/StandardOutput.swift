import Glibc
import Synchronization

/// The stream for what a command is asked for: paths, tables, help. Lines are kept until `flush`, so that a
/// thousand paths are one call of the system.
enum StandardOutput {
  /// What is written and not yet handed on, and whether the stream failed.
  private struct State {
    var bytes: [UInt8] = []
    var failure: CInt = 0
  }

  private static let state = Mutex(State())
  private static let enough = 1 << 16

  /// Writes `text` and the end of the line.
  static func print(_ text: String) {
    state.withLock { state in
      state.bytes += text.utf8
      state.bytes.append(UInt8(ascii: "\n"))
      if state.bytes.count >= enough { write(&state) }
    }
  }

  /// Hands on what is kept. Gives why the stream could not take all that was written since the start, in the C
  /// library's words; nil where it did.
  static func flush() -> String? {
    state.withLock { state in
      write(&state)
      return state.failure == 0 ? nil : String(cString: strerror(state.failure)).lowercased()
    }
  }

  private static func write(_ state: inout State) {
    var offset = 0
    while state.failure == 0, offset < state.bytes.count {
      let count = state.bytes.withUnsafeBytes { buffer in
        Glibc.write(
          STDOUT_FILENO, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      }
      if count >= 0 { offset += count } else if errno != EINTR { state.failure = errno }
    }
    state.bytes = []
  }
}
