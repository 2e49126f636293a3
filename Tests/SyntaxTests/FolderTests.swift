import Foundation
import Syntax
import Testing

/// Paths that authors write stay beneath their folder, whatever links say, with the kernel's help and without.
@Suite struct FolderTests {
  private let root = FileManager.default.temporaryDirectory.appending(
    path: "almanac-folder-\(UUID())")

  /// `inside/` with files and links, and a secret beside it.
  private func inFolders(_ body: (URL) throws -> Void) throws {
    let files = FileManager.default
    let inside = root.appending(path: "inside")
    try files.createDirectory(
      at: inside.appending(path: "a/b"), withIntermediateDirectories: true)
    defer { try? files.removeItem(at: root) }
    try Data("here".utf8).write(to: inside.appending(path: "a/file"))
    try Data("secret".utf8).write(to: root.appending(path: "secret"))
    for (name, target) in [
      ("near", "a/file"), ("a/b/up", "../file"), ("folder", "a"), ("chain", "folder/b/up"),
      ("absolute", inside.resolvingSymlinksInPath().path + "/a/file"), ("out", "../secret"),
      ("far", "/etc/hostname"), ("a/b/out", "../../../secret"), ("wide", ".."), ("loop", "loop"),
      ("dangling", "nothing"),
    ] {
      try files.createSymbolicLink(
        atPath: inside.appending(path: name).path, withDestinationPath: target)
    }
    try body(inside)
  }

  @Test(arguments: [true, false]) func onlyWhatLiesInsideIsRead(asksKernel: Bool) throws {
    try inFolders { inside in
      let folder = Folder(inside.path, name: "the workspace", asksKernel: asksKernel)
      for path in [
        "a/file", "./a//file", "a/b/../file", "near", "a/b/up", "folder/file", "chain", "absolute",
      ] {
        let file = try folder.read(path)
        #expect(file.text == "here", "\(path)")
      }
      for path in [
        "../secret", "a/../../secret", "/etc/hostname", "out", "far", "a/b/out", "wide/secret",
        "folder/b/out",
      ] {
        let found = problem(folder, path)
        #expect(found?.id == SyntaxDiagnostics.pathOutside, "\(path)")
        // Nothing of what lies there.
        #expect(found.map { $0.rendered(as: .text).contains("secret\n") } == false)
      }
      for path in ["dangling", "a/c", "a/file/b"] {
        #expect(problem(folder, path)?.id == SyntaxDiagnostics.fileMissing, "\(path)")
      }
      #expect(problem(folder, "loop")?.id == SyntaxDiagnostics.fileUnreadable)
      #expect(problem(folder, "a")?.message == "`a` is a folder")
      #expect(problem(folder, "a/fiel")?.hints == ["did you mean `a/file`?"])
    }
  }

  @Test(arguments: [true, false]) func foldersAreListedOrToldAbout(asksKernel: Bool) throws {
    try inFolders { inside in
      let folder = Folder(inside.path, asksKernel: asksKernel)
      for path in ["a", "folder", "folder/b/.."] {
        let names = try folder.names(in: path)
        #expect(names == ["b", "file"], "\(path)")
      }
      for (path, kind) in [("folder", .folder), ("near", .file), ("dangling", nil)]
        as [(String, Folder.Kind?)]
      {
        let found = try folder.kind(of: path)
        #expect(found == kind, "\(path)")
      }
      for (path, id) in [
        ("wide", SyntaxDiagnostics.pathOutside), ("c", SyntaxDiagnostics.folderMissing),
        ("loop", SyntaxDiagnostics.folderUnreadable),
        ("a/file", SyntaxDiagnostics.folderUnreadable),
      ] {
        let failure = #expect(throws: DiagnosticFailure.self) { try folder.names(in: path) }
        #expect(failure?.bag.diagnostics.map(\.id) == [id], "\(path)")
      }
    }
  }

  private func problem(_ folder: Folder, _ path: String) -> Diagnostic? {
    do {
      _ = try folder.read(path)
      return nil
    } catch { return error.bag.diagnostics.first }
  }
}
