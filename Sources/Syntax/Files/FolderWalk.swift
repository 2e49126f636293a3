import CLinux
import Glibc

/// Opens a path beneath a folder part by part, each link read and followed here: what `openat2` does with
/// `RESOLVE_BENEATH`, save that an absolute link is followed where it leads back into the folder.
enum FolderWalk {
  /// As many as Linux follows (`MAXSYMLINKS`).
  private static let maximumLinks = 40

  /// A descriptor of what `path` leads to; EXDEV where that is not beneath `root`.
  static func open(_ path: String, beneath root: CInt, _ flags: CInt) throws(SystemError) -> CInt {
    var waiting = parts(of: path)
    /// The folders above what comes next, outermost first, without the root.
    var folders: [CInt] = []
    defer { for folder in folders { close(folder) } }
    var links = 0
    while let part = waiting.popLast() {
      if part == "." { continue }
      if part == ".." {
        guard let folder = folders.popLast() else { throw SystemError(code: EXDEV) }
        close(folder)
        continue
      }
      let (base, isLast) = (folders.last ?? root, waiting.isEmpty)
      let descriptor = openat(
        base, part,
        isLast ? flags | O_NOFOLLOW : linux_path_only | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let failure = SystemError()
      if descriptor >= 0 {
        if isLast { return descriptor }
        folders.append(descriptor)
        continue
      }
      // ELOOP for a link, ENOTDIR for one where a folder is wanted.
      guard let target = target(ofLink: part, in: base) else { throw failure }
      links += 1
      guard links <= maximumLinks else { throw SystemError(code: ELOOP) }
      if target.hasPrefix("/") {
        guard let own = location(of: root), target == own || target.hasPrefix(own + "/") else {
          throw SystemError(code: EXDEV)
        }
        for folder in folders { close(folder) }
        folders = []
        waiting += parts(of: String(target.dropFirst(own.count)))
      } else {
        waiting += parts(of: target)
      }
    }
    // The path, or the link at its end, is a folder on the way.
    let descriptor = openat(folders.last ?? root, ".", flags)
    guard descriptor >= 0 else { throw SystemError() }
    return descriptor
  }

  /// Last first, as they are taken from a stack.
  private static func parts(of path: String) -> [String] {
    path.split(separator: "/").reversed().map(String.init)
  }

  /// Where the link leads; nil where there is none of that name.
  private static func target(ofLink name: String, in folder: CInt) -> String? {
    let bytes = [CChar](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      filled = max(0, readlinkat(folder, name, base, buffer.count))
    }
    return bytes.isEmpty ? nil : String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The path of an open folder, without links and without a `/` at its end.
  private static func location(of folder: CInt) -> String? {
    let path = target(ofLink: "/proc/self/fd/\(folder)", in: AT_FDCWD)
    return path == "/" ? "" : path
  }
}
