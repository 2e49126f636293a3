import Testing

/// The rules of CONTRIBUTING.md and ARCHITECTURE.md that a machine can check in the sources.
@Suite struct SourceTests {
  /// Pure tables of data, which may be long. Each needs its reason here.
  private static let tablesOfData: Set<String> = []

  @Test(arguments: Repository.swiftFiles(in: "Sources"))
  func filesAreShortEnoughToRead(file: Repository.File) {
    guard !Self.tablesOfData.contains(file.path) else { return }
    #expect(file.lines.count <= 600, "\(file) has \(file.lines.count) lines")
  }

  @Test(arguments: [
    (#"\bDate\(\)"#, "reads the clock"),
    (#"\bLocale\.current\b"#, "reads the locale"),
    (#"\bTimeZone\.current\b"#, "reads the time zone"),
    (#"\bUUID\(\)"#, "is different in every run"),
    (#"\bsetlocale\b"#, "changes the locale of libraries"),
    (#"\btry!"#, "ends the process"),
    (#"\bas!"#, "ends the process"),
    (#"\bfatalError\("#, "ends the process"),
    (#"@unchecked Sendable\b"#, "hides a race"),
    (#"\.shuffled\(\)|\.randomElement\(\)"#, "is different in every run"),
  ])
  func forbiddenCallsAreNotMade(call: String, reason: String) throws {
    let pattern = try Regex(call)
    for (file, lines) in code {
      for (index, line) in lines.enumerated() where line.contains(pattern) {
        Issue.record("\(file):\(index + 1): this \(reason)")
      }
    }
  }

  @Test func onlyTheCommandLinePrints() {
    for (file, lines) in code where file.folders[1] != "almanac" {
      for (index, line) in lines.enumerated() where line.contains(/(^|[^.\w])print\(/) {
        Issue.record("\(file):\(index + 1)")
      }
    }
  }

  @Test(arguments: Repository.swiftFiles(in: "Sources") + Repository.swiftFiles(in: "Tests"))
  func nothingIsLeftForLater(file: Repository.File) {
    // Written in two parts, so that this file keeps its own rule.
    for word in ["TO" + "DO", "FIX" + "ME"] {
      #expect(file.text?.contains(word) == false, "\(file) holds \(word)")
    }
  }

  @Test func namesSayWhatTheyHold() {
    let empty = [
      "Utils", "Util", "Utilities", "Helper", "Helpers", "Manager", "Core", "Common", "Misc",
      "Base",
    ]
    for file in Repository.files where file.path.hasPrefix("Sources/") {
      let parts =
        file.folders.dropFirst() + [file.name.split(separator: ".").first.map(String.init) ?? ""]
      for part in parts {
        #expect(!empty.contains { part == $0 || part.hasSuffix($0) && $0.count > 4 }, "\(file)")
      }
      #expect(!file.path.contains(" "), "\(file)")
    }
  }
}
