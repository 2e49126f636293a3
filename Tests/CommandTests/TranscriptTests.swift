import Foundation
import TestSupport
import Testing

/// The commands as users see them: each file of `Transcripts` is run and compared.
@Suite struct TranscriptTests {
  private static let folder = repositoryRoot.appending(path: "Tests/CommandTests/Transcripts")
  private static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".md") }.sorted() ?? []

  @Test(arguments: names)
  func commandsPrintWhatTheTranscriptSays(name: String) throws {
    let file = Self.folder.appending(path: name)
    let written = try String(contentsOf: file, encoding: .utf8)
    let workspace = try Workspace()
    defer { workspace.remove() }
    let transcript = Transcript(written)
    let replayed = try transcript.replayed(in: workspace)
    if ProcessInfo.processInfo.environment["ALMANAC_GOLDEN"] == "record" {
      try Data(replayed.markdown.utf8).write(to: file)
      Issue.record("recorded \(name): look at it, then run again")
      return
    }
    for (expected, actual) in zip(transcript.steps, replayed.steps) {
      #expect(actual.output == expected.output, "\(name): $ \(expected.command)")
    }
  }

  @Test func thereAreTranscripts() { #expect(!Self.names.isEmpty) }

  @Test(arguments: names)
  func aTranscriptIsWrittenAsItWasRead(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    #expect(Transcript(text).markdown == text)
  }

  @Test func exitCodesAndBothOutputsAreNoted() throws {
    let workspace = try Workspace()
    defer { workspace.remove() }
    #expect(try workspace.run("echo one; echo two >&2; exit 3") == ["one", "two", "[exit 3]"])
    #expect(try workspace.run("true") == [])
    #expect(try workspace.run("pwd") == ["WORKSPACE"])
    #expect(try workspace.run("kill -SEGV $$") == ["[signal 11]"])
  }
}

extension Transcript {
  var steps: [Step] {
    parts.flatMap { part -> [Step] in
      switch part {
      case .text: []
      case .console(let steps): steps
      }
    }
  }
}
