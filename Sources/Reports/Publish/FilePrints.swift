import Glibc
import Scene
import Syntax

/// The fingerprints of files of the system that have a part in the bytes, each taken once in a run. They
/// are named without their folders: where they lie differs between machines.
struct FilePrints {
  private var known: [String: Manifest.Entry] = [:]

  /// Fonts, each file once.
  ///
  /// What is hashed is the table directory, which has the checksum, place and length of every table
  /// (OpenType, "Organization of an OpenType font"): collections of Han have tens of megabytes, and would
  /// take longer to hash than a briefing takes to make.
  mutating func entries(of faces: [FontFace]) throws(DiagnosticFailure) -> [Manifest.Entry] {
    try entries(of: faces.map(\.file)) { (path, name) throws(DiagnosticFailure) in
      try Self.directory(of: path, shown: name)
    }
  }

  /// Files that are hashed whole, each once.
  mutating func entries(of paths: [String]) throws(DiagnosticFailure) -> [Manifest.Entry] {
    try entries(of: paths) { (path, name) throws(DiagnosticFailure) in
      try Self.whole(path, shown: name)
    }
  }

  private mutating func entries(
    of paths: [String],
    fingerprinting: (String, String) throws(DiagnosticFailure) -> Manifest.Entry
  ) throws(DiagnosticFailure) -> [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    for path in paths {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let entry: Manifest.Entry
      if let taken = known[path] {
        entry = taken
      } else {
        entry = try fingerprinting(path, name)
        known[path] = entry
      }
      if !entries.contains(entry) { entries.append(entry) }
    }
    return entries
  }

  private static func whole(
    _ path: String, shown name: String
  ) throws(DiagnosticFailure) -> Manifest.Entry {
    let file = try SourceFile.load(path: path, displayPath: name)
    return Manifest.Entry(path: name, contents: file.contents)
  }

  /// A font file's size with the fingerprint of its header and table directories.
  private static func directory(
    of path: String, shown name: String
  ) throws(DiagnosticFailure) -> Manifest.Entry {
    // Where the file cannot be opened, reading it says why.
    guard let file = FontHead(path: path) else { return try whole(path, shown: name) }
    let head = file.bytes(at: 0, count: 12)
    var directories = head
    if Array(head.prefix(4)) == Array("ttcf".utf8) {
      let count = file.number(at: 8)
      let offsets = file.bytes(at: 12, count: 4 * count)
      directories += offsets
      for face in 0..<offsets.count / 4 {
        directories += file.tables(at: file.number(at: 12 + 4 * face))
      }
    } else {
      directories += file.tables(at: 0)
    }
    return Manifest.Entry(
      path: name, bytes: file.size, fingerprint: Fingerprint(of: directories))
  }
}

/// A font file that is read in places.
private struct FontHead: ~Copyable {
  private let descriptor: Int32
  let size: Int

  /// nil where it cannot be opened.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    var status = stat()
    size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// The bytes there, fewer at the end of the file.
  func bytes(at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: min(count, size)) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)))
    }
  }

  /// The 32-bit number there, big endian.
  func number(at offset: Int) -> Int {
    bytes(at: offset, count: 4).reduce(0) { $0 << 8 | Int($1) }
  }

  /// The table directory there: sixteen bytes a table behind a head of twelve.
  func tables(at offset: Int) -> [UInt8] {
    let head = bytes(at: offset, count: 12)
    guard head.count == 12 else { return head }
    return head + bytes(at: offset + 12, count: 16 * (Int(head[4]) << 8 | Int(head[5])))
  }
}
