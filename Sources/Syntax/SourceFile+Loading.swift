import Glibc

extension SourceFile {
  /// Files above this are refused: every reader keeps offsets of 32 bits, and a larger table belongs in a
  /// database.
  package static let maximumByteCount = 1 << 30

  /// Reads the file at `path`, to be known to the user as `displayPath`.
  ///
  /// Throws where there is no such file (with the nearest name of its folder), where it cannot be read,
  /// is not a regular file, or is larger than `maximumByteCount`.
  package static func load(
    path: String, displayPath: String
  ) throws(DiagnosticFailure) -> SourceFile {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR {
        throw DiagnosticFailure(
          SyntaxDiagnostics.missingFile(displayPath, neighbours: neighbours(of: path)))
      }
      throw DiagnosticFailure(SyntaxDiagnostics.unreadableFile(displayPath, reason(code)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw DiagnosticFailure(SyntaxDiagnostics.notAFile(displayPath, isFolder: isFolder))
    }
    guard status.st_size <= maximumByteCount else {
      throw DiagnosticFailure(SyntaxDiagnostics.largeFile(displayPath, maximumByteCount))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw DiagnosticFailure(SyntaxDiagnostics.unreadableFile(displayPath, reason(errno)))
    }
    defer { close(descriptor) }
    return SourceFile(
      path: displayPath, bytes: try bytes(of: descriptor, count: status.st_size, displayPath))
  }

  /// The bytes of an open file, at most `count`: a file that grows meanwhile is read as it was.
  private static func bytes(
    of descriptor: CInt, count: Int, _ displayPath: String
  ) throws(DiagnosticFailure) -> [UInt8] {
    var failure: CInt = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + filled, count - filled)
        if got > 0 {
          filled += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if failure != 0 {
      throw DiagnosticFailure(SyntaxDiagnostics.unreadableFile(displayPath, reason(failure)))
    }
    return bytes
  }

  /// The names in the folder of `path`, sorted; empty where there is no such folder.
  private static func neighbours(of path: String) -> [String] {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The C library's words for an error, in the C locale that nothing here ever changes.
  private static func reason(_ code: CInt) -> String {
    strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
  }
}
