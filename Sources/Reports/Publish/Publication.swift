import Glibc
package import Syntax

/// Files that appear together: each is written under a temporary name, made durable and renamed, the
/// manifest last, so that a reader who sees a manifest sees the files that it names.
package struct Publication: Sendable {
  package struct File: Sendable {
    /// Relative to the folder of the publication.
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// In the order of writing.
  package var files: [File]

  package init(files: [File]) { self.files = files }

  /// Whether every file already is in `folder`, byte for byte.
  package func stands(in folder: String) -> Bool {
    files.allSatisfy { file in
      let known = try? SourceFile.load(path: "\(folder)/\(file.name)", displayPath: file.name)
      return known?.bytes == file.bytes
    }
  }

  /// Writes the files into `folder`, made where it is missing, and returns their paths.
  ///
  /// Nothing is renamed before all are written, so a full disk leaves what was there before.
  package func write(into folder: String) throws(DiagnosticFailure) -> [String] {
    let folders = Set(files.map { Self.folder(of: "\(folder)/\($0.name)") }).sorted()
    for folder in folders { try Self.makeFolder(folder) }
    var written: [(temporary: String, final: String)] = []
    defer { for file in written { unlink(file.temporary) } }
    for file in files {
      let final = "\(folder)/\(file.name)"
      let place = Self.folder(of: final)
      let temporary = "\(place)/.\(final.dropFirst(place.count + 1)).\(getpid()).tmp"
      written.append((temporary, final))
      try Self.write(file.bytes, to: temporary, shown: final)
    }
    for file in written where rename(file.temporary, file.final) != 0 {
      throw Self.failure("write", file.final)
    }
    // The renames themselves become durable with the folders.
    for folder in folders {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY)
      guard descriptor >= 0 else { continue }
      fsync(descriptor)
      close(descriptor)
    }
    return written.map(\.final)
  }

  /// Why `folder` could not be written into, as far as that can be known without trying: the nearest
  /// folder above it that exists must be a folder, and writable.
  package static func obstacle(to folder: String) -> Diagnostic? {
    var path = folder
    while true {
      var status = stat()
      if stat(path, &status) == 0 {
        if status.st_mode & S_IFMT != S_IFDIR {
          errno = ENOTDIR
        } else if access(path, W_OK) == 0 {
          return nil
        }
        return failure("write into", folder).bag.diagnostics.first
      }
      guard errno == ENOENT || errno == ENOTDIR else {
        return failure("write into", folder).bag.diagnostics.first
      }
      guard let slash = path.lastIndex(of: "/") else { return nil }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
  }

  /// What stands before the last `/` of `path`.
  private static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  private static func write(
    _ bytes: [UInt8], to path: String, shown: String
  ) throws(DiagnosticFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw failure("write", shown) }
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw unwritten(shown) }
      offset += count
    }
    guard fsync(descriptor) == 0 else { throw unwritten(shown) }
  }

  /// Makes a folder and those above it.
  private static func makeFolder(_ path: String) throws(DiagnosticFailure) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/\(part)"
      if mkdir(made, 0o755) != 0, errno != EEXIST { throw failure("make", path) }
    }
    guard access(path, W_OK) == 0 else { throw failure("write into", path) }
  }

  private static func unwritten(_ path: String) -> DiagnosticFailure {
    DiagnosticFailure(
      ReportDiagnostics.unwritten(path, reason: String(cString: strerror(errno))))
  }

  private static func failure(_ verb: String, _ path: String) -> DiagnosticFailure {
    DiagnosticFailure(
      ReportDiagnostics.unwritable(verb, path, reason: String(cString: strerror(errno))))
  }
}
