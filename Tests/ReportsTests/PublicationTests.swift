import Foundation
import Reports
import Syntax
import Testing

@Suite struct PublicationTests {
  private let publication = Publication(files: [
    .init(name: "report.pdf", bytes: Array("one".utf8)),
    .init(name: "manifest.json", bytes: Array("two".utf8)),
  ])

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "almanac-publication-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func filesAppearUnderTheirNamesAndNothingElseStays() throws {
    try withFolder { folder in
      let paths = try publication.write(into: "\(folder)/a/b")
      #expect(paths == ["\(folder)/a/b/report.pdf", "\(folder)/a/b/manifest.json"])
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/a/b").sorted()
      #expect(names == ["manifest.json", "report.pdf"])
      #expect(try String(contentsOfFile: paths[0], encoding: .utf8) == "one")
    }
  }

  @Test func whatStandsAlreadyIsKnown() throws {
    try withFolder { folder in
      #expect(!publication.stands(in: folder))
      _ = try publication.write(into: folder)
      #expect(publication.stands(in: folder))
      try Data("other".utf8).write(to: URL(filePath: "\(folder)/report.pdf"))
      #expect(!publication.stands(in: folder))
    }
  }

  @Test func aFolderThatCannotBeMadeIsTold() throws {
    try withFolder { folder in
      try Data().write(to: URL(filePath: "\(folder)/file"))
      let failure = #expect(throws: DiagnosticFailure.self) {
        try publication.write(into: "\(folder)/file/reports")
      }
      let diagnostic = try #require(failure?.bag.diagnostics.first)
      #expect(diagnostic.id == ReportDiagnostics.unwritableOutput)
      #expect(diagnostic.message.contains("Not a directory"))
    }
  }

  @Test func anObstacleIsSeenBeforehand() throws {
    try withFolder { folder in
      #expect(Publication.obstacle(to: "\(folder)/a/b") == nil)
      try Data().write(to: URL(filePath: "\(folder)/file"))
      #expect(
        Publication.obstacle(to: "\(folder)/file/reports")?.id == ReportDiagnostics.unwritableOutput
      )
    }
  }

  @Test func aFailedWriteLeavesWhatWasThere() throws {
    try withFolder { folder in
      _ = try publication.write(into: folder)
      // A folder in the way of the last file: writing succeeds, renaming onto it cannot.
      try FileManager.default.removeItem(atPath: "\(folder)/manifest.json")
      try FileManager.default.createDirectory(
        atPath: "\(folder)/manifest.json/x", withIntermediateDirectories: true)
      #expect(throws: DiagnosticFailure.self) { try publication.write(into: folder) }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["manifest.json", "report.pdf"])
    }
  }
}
