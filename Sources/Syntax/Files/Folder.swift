import CLinux
import Glibc

/// A folder beneath which files are named: no path that an author writes leads out of it, and no link does.
///
/// A link that stays inside is followed.
package struct Folder: Sendable {
  /// What is at a path.
  package enum Kind: Sendable { case file, folder, other }

  /// For the operating system.
  package let path: String
  /// What messages call it: `the workspace`.
  private let name: String
  /// False for tests of what happens where the kernel or a container has no `openat2`.
  private let asksKernel: Bool

  /// The folder at `path`; nothing is looked at yet.
  package init(_ path: String, name: String = "the folder", asksKernel: Bool = true) {
    self.path = path
    self.name = name
    self.asksKernel = asksKernel
  }

  /// The folder's path from the root of the system, without links; nil where there is no such folder.
  package var absolutePath: String? {
    guard let path = realpath(path, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// `path` without `.`, `..` and empty parts: one file has one name. Nil where it is absolute, leads above the
  /// folder, or could not be the name of a file.
  package static func normalised(_ path: String) -> String? {
    guard !path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  /// The file at `path`, known to the user as `displayPath`, or by `path` itself.
  ///
  /// Throws where the path leads out of the folder, and where `SourceFile.load` would.
  package func read(
    _ path: String, displayPath: String? = nil
  ) throws(DiagnosticFailure) -> SourceFile {
    let name = Self.normalised(path)
    let shown = displayPath ?? name ?? path
    let descriptor: CInt
    do throws(SystemError) {
      // Without O_NONBLOCK the opening of a pipe would wait for who writes to it.
      descriptor = try open(name, O_RDONLY | O_NONBLOCK)
    } catch {
      switch error.code {
      case EXDEV: throw DiagnosticFailure(SyntaxDiagnostics.outside(shown, of: self.name))
      case ENOENT, ENOTDIR:
        throw DiagnosticFailure(
          SyntaxDiagnostics.missingFile(shown, neighbours: neighbours(of: name ?? "")))
      default: throw DiagnosticFailure(SyntaxDiagnostics.unreadableFile(shown, error.reason))
      }
    }
    defer { close(descriptor) }
    return try SourceFile.read(descriptor, displayPath: shown)
  }

  /// The names in the folder at `path`, sorted, hidden ones left out.
  ///
  /// Throws where it leads out, is not there, or cannot be read.
  package func names(in path: String = "") throws(DiagnosticFailure) -> [String] {
    let shown = path.isEmpty ? self.path : path
    do throws(SystemError) {
      return try FolderListing.names(
        of: try open(Self.normalised(path), O_RDONLY | O_DIRECTORY))
    } catch {
      switch error.code {
      case EXDEV: throw DiagnosticFailure(SyntaxDiagnostics.outside(shown, of: self.name))
      case ENOENT: throw DiagnosticFailure(SyntaxDiagnostics.missingFolder(shown))
      default: throw DiagnosticFailure(SyntaxDiagnostics.unreadableFolder(shown, error.reason))
      }
    }
  }

  /// What is at `path`; nil where nothing is. Throws where that cannot be known.
  package func kind(of path: String) throws(DiagnosticFailure) -> Kind? {
    do throws(SystemError) {
      let descriptor = try open(Self.normalised(path), O_RDONLY | O_NONBLOCK)
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw SystemError() }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      default: return .other
      }
    } catch {
      switch error.code {
      case ENOENT, ENOTDIR: return nil
      // A socket, or a device without a driver.
      case ENXIO, ENODEV: return .other
      case EXDEV: throw DiagnosticFailure(SyntaxDiagnostics.outside(path, of: name))
      default: throw DiagnosticFailure(SyntaxDiagnostics.unreadableFile(path, error.reason))
      }
    }
  }

  /// A descriptor of what is at `normalised`; nil leads out.
  private func open(_ normalised: String?, _ flags: CInt) throws(SystemError) -> CInt {
    guard let path = normalised else { throw SystemError(code: EXDEV) }
    let root = Glibc.open(self.path, linux_path_only | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { throw SystemError() }
    defer { close(root) }
    let flags = flags | O_CLOEXEC
    if asksKernel {
      let descriptor = linux_open_beneath(root, path.isEmpty ? "." : path, flags)
      if descriptor >= 0 { return descriptor }
      // ENOSYS: an old kernel. EPERM: a container that lets through only what it knows. EAGAIN: something was
      // renamed meanwhile. EXDEV: a link leads out, or by an absolute path back in, which the kernel does not ask.
      let failure = SystemError()
      guard [ENOSYS, EPERM, EAGAIN, EXDEV].contains(failure.code) else { throw failure }
    }
    return try FolderWalk.open(path, beneath: root, flags)
  }

  /// The names beside `path`, which is not there; none where they cannot be read either.
  private func neighbours(of path: String) -> [String] {
    let slash = path.lastIndex(of: "/")
    return (try? names(in: slash.map { String(path[..<$0]) } ?? "")) ?? []
  }
}
