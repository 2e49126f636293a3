import Glibc

/// The names in a folder.
enum FolderListing {
  /// Those in the folder that `descriptor` has open, sorted, hidden ones left out. The descriptor is closed.
  static func names(of descriptor: CInt) throws(SystemError) -> [String] {
    guard let folder = fdopendir(descriptor) else {
      let failure = SystemError()
      close(descriptor)
      throw failure
    }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError() }
    return names.sorted()
  }
}

/// Why a call of the system failed.
struct SystemError: Error {
  /// `ENOENT` and the like.
  let code: CInt

  init(code: CInt = errno) { self.code = code }

  /// The C library's words, in the C locale that nothing here ever changes.
  var reason: String { strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)" }
}
