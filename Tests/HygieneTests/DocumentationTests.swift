import Foundation
import TestSupport
import Testing

/// What the documents point to is there, and nothing names one particular machine.
@Suite struct DocumentationTests {
  /// Documents for people who read the repository; templates and fixtures are inputs.
  private static let documents = Repository.files.filter {
    $0.name.hasSuffix(".md") && !$0.path.hasPrefix("templates/") && !$0.path.hasPrefix("reports/")
      && !$0.path.hasPrefix("Tests/")
  }

  @Test(arguments: documents)
  func relativeLinksResolve(document: Repository.File) throws {
    // Fenced examples show templates, whose links are those of a report.
    let text = try #require(document.text).replacing(/(?ms)^(`{3,})\w.*?^\1$/, with: "")
    for match in text.matches(of: /\]\(([^)\s]+)\)|<img [^>]*src="([^"]+)"/) {
      let link = String(match.1 ?? match.2 ?? "")
      if link.contains("://") || link.hasPrefix("mailto:") { continue }
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let folder = document.folders.joined(separator: "/")
      let path =
        parts[0].isEmpty
        ? document.path : folder.isEmpty ? String(parts[0]) : "\(folder)/\(parts[0])"
      let isThere = FileManager.default.fileExists(
        atPath: repositoryRoot.appending(path: path).path)
      #expect(isThere, "\(document): \(link)")
      guard parts.count == 2, path.hasSuffix(".md"), isThere else { continue }
      let target = try String(contentsOf: repositoryRoot.appending(path: path), encoding: .utf8)
      #expect(anchors(of: target).contains(String(parts[1])), "\(document): \(link)")
    }
  }

  @Test func theReadmeNamesTheTwoCommands() throws {
    guard let text = Repository.file("README.md")?.text else { return }
    for command in ["make briefing", "make test"] { #expect(text.contains(command)) }
  }

  @Test func theMakefileExplainsEachCommandOfTheGuide() throws {
    let makefile = try #require(Repository.file("Makefile")?.text)
    for document in Self.documents {
      for match in (document.text ?? "").matches(of: /`make ([a-z]+)/) {
        #expect(makefile.contains("\n\(match.1): "), "\(document): make \(match.1)")
      }
    }
  }

  @Test func noPathOfAParticularMachineIsWritten() throws {
    // Put together here, so that this file keeps its own rule.
    let folders = ["work", "root", "opt/swift", "home/\\w+", "tmp/wt", "Users/\\w+"]
    let pattern = try Regex("(?:^|[\\s\"'`(=:])/(?:\(folders.joined(separator: "|")))/")
    for file in Repository.files {
      guard let text = file.text else { continue }
      for match in text.matches(of: pattern) { Issue.record("\(file): \(text[match.range])") }
    }
  }

  /// The anchors that GitHub gives to headings.
  private func anchors(of text: String) -> Set<String> {
    var anchors: Set<String> = []
    for match in text.matches(of: /(?m)^#{1,6} (.+)$/) {
      let kept = match.1.lowercased().unicodeScalars.compactMap { scalar -> String? in
        if scalar == " " { return "-" }
        let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        return isWord || scalar == "-" || scalar == "_" ? String(scalar) : nil
      }
      anchors.insert(kept.joined())
    }
    return anchors
  }
}
