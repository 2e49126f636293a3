import Foundation
import Syntax
import Testing

@Suite struct SourceFileLoadingTests {
  @Test func filesAreReadWhole() throws {
    try inFolder { folder in
      try Data("a,b\n".utf8).write(to: folder.appending(path: "x.csv"))
      let file = try SourceFile.load(
        path: folder.appending(path: "x.csv").path, displayPath: "data/x.csv")
      #expect(file.text == "a,b\n")
      #expect(file.path == "data/x.csv")
    }
  }

  @Test func aMissingFileIsToldWithTheNearestName() throws {
    try inFolder { folder in
      try Data().write(to: folder.appending(path: "targets.csv"))
      let far = try #require(problem(folder.appending(path: "x.csv").path))
      #expect(far.id == SyntaxDiagnostics.fileMissing)
      #expect(far.message == "there is no file `data/x.csv`")
      #expect(far.hints == [])
      let near = try #require(
        problem(folder.appending(path: "target.csv").path, shown: "data/target.csv"))
      #expect(near.hints == ["did you mean `data/targets.csv`?"])
    }
  }

  @Test func whatIsNotARegularFileIsRefused() throws {
    try inFolder { folder in
      let found = try #require(problem(folder.path))
      #expect(found.id == SyntaxDiagnostics.fileKind)
      #expect(found.message == "`data/x.csv` is a folder")
    }
    #expect(problem("/dev/zero")?.message == "`data/x.csv` is not a regular file")
  }

  @Test func aFileLargerThanTheLimitIsRefused() throws {
    try inFolder { folder in
      let path = folder.appending(path: "large").path
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      // Sparse: takes no room on the disk.
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.truncate(atOffset: UInt64(SourceFile.maximumByteCount + 1))
      #expect(problem(path)?.id == SyntaxDiagnostics.fileSize)
    }
  }

  @Test func aFileThatCannotBeReadIsToldWithTheReason() throws {
    let found = try #require(problem("/" + String(repeating: "x", count: 300)))
    #expect(found.id == SyntaxDiagnostics.fileUnreadable)
    #expect(found.message == "cannot read `data/x.csv`: file name too long")
  }

  private func problem(_ path: String, shown: String = "data/x.csv") -> Diagnostic? {
    do {
      _ = try SourceFile.load(path: path, displayPath: shown)
      return nil
    } catch { return error.bag.diagnostics.first }
  }

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "almanac-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
