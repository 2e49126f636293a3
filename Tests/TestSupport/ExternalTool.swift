package import Foundation

/// A program that a test judges output with.
package struct ExternalTool: Sendable {
  package let name: String

  package init(_ name: String) { self.name = name }

  /// Python with the packages of `scripts/checkers.txt`, as `scripts/checkers` makes it.
  package static let python = ExternalTool(".build/checkers/bin/python")

  /// In CI a test never is skipped for want of what `scripts/setup test` and `scripts/checkers` install: it fails.
  package static let mustBeThere = ProcessInfo.processInfo.environment["CI"] != nil

  /// Whether a test that needs the program is to be run.
  package var isAvailable: Bool { path != nil || Self.mustBeThere }

  /// Of a name with a folder, the program there in the repository; of another, that on the search path.
  private var path: String? {
    let candidates =
      name.contains("/")
      ? [repositoryRoot.appending(path: name).path(percentEncoded: false)]
      : (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/\(name)" }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What a run left: standard output, then standard error, and the exit code.
  package struct Outcome: Sendable {
    package var bytes: [UInt8]
    package var errors: String
    package var code: Int32

    /// Standard output as text.
    package var output: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Runs the program on `file`, written for it to a temporary folder; `FILE` among the arguments stands
  /// for its path.
  package func run(_ arguments: [String], on file: [UInt8], suffix: String) throws -> Outcome {
    try inTemporaryFolder { folder in
      let input = folder.appending(path: "input.\(suffix)")
      try Data(file).write(to: input)
      return try run(
        arguments.map { $0 == "FILE" ? input.path(percentEncoded: false) : $0 }, in: repositoryRoot,
        keepingOutputIn: folder)
    }
  }

  /// Runs the program in `folder`.
  package func run(_ arguments: [String], in folder: URL) throws -> Outcome {
    try inTemporaryFolder { try run(arguments, in: folder, keepingOutputIn: $0) }
  }

  private func inTemporaryFolder(_ work: (URL) throws -> Outcome) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "almanac-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder)
  }

  private func run(
    _ arguments: [String], in working: URL, keepingOutputIn folder: URL
  ) throws -> Outcome {
    struct Missing: Error { var name: String }
    guard let path else { throw Missing(name: name) }
    // Files, not pipes: a pipe that nobody empties stops a program that writes much.
    let output = folder.appending(path: "output")
    let errors = folder.appending(path: "errors")
    try Data().write(to: output)
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = working
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      bytes: Array(try Data(contentsOf: output)),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      code: process.terminationStatus)
  }
}
