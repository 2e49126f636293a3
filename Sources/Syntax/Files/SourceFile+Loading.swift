import Glibc

extension SourceFile {
  /// Files above this are refused: every reader keeps offsets of 32 bits, and a larger table belongs in a
  /// database.
  package static let maximumByteCount = 1 << 30

  /// Reads the file at `path`, which the caller of the program names or the system has, to be known to the user
  /// as `displayPath`. What an author names is read beneath a `Folder`.
  ///
  /// Throws where there is no such file (with the nearest name of its folder), where it cannot be read,
  /// is not a regular file, or is larger than `maximumByteCount`.
  package static func load(
    path: String, displayPath: String
  ) throws(DiagnosticFailure) -> SourceFile {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let error = SystemError()
      if error.code == ENOENT || error.code == ENOTDIR {
        throw DiagnosticFailure(
          SyntaxDiagnostics.missingFile(displayPath, neighbours: neighbours(of: path)))
      }
      throw DiagnosticFailure(SyntaxDiagnostics.unreadableFile(displayPath, error.reason))
    }
    defer { close(descriptor) }
    return try read(descriptor, displayPath: displayPath)
  }

  /// Reads the file that `descriptor` has open.
  static func read(
    _ descriptor: CInt, displayPath: String
  ) throws(DiagnosticFailure) -> SourceFile {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw DiagnosticFailure(
        SyntaxDiagnostics.unreadableFile(displayPath, SystemError().reason))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw DiagnosticFailure(SyntaxDiagnostics.notAFile(displayPath, isFolder: isFolder))
    }
    guard status.st_size <= maximumByteCount else {
      throw DiagnosticFailure(SyntaxDiagnostics.largeFile(displayPath, maximumByteCount))
    }
    return SourceFile(
      path: displayPath, bytes: try bytes(of: descriptor, count: status.st_size, displayPath))
  }

  /// The bytes of an open file, at most `count`: a file that grows meanwhile is read as it was.
  private static func bytes(
    of descriptor: CInt, count: Int, _ displayPath: String
  ) throws(DiagnosticFailure) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + filled, count - filled)
        if got > 0 {
          filled += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failure = SystemError()
          return
        }
      }
    }
    if let failure {
      throw DiagnosticFailure(SyntaxDiagnostics.unreadableFile(displayPath, failure.reason))
    }
    return bytes
  }

  /// The names in the folder of `path`, sorted; empty where there is no such folder.
  private static func neighbours(of path: String) -> [String] {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return (try? Folder(folder).names()) ?? []
  }
}
