import Foundation

/// A program that a test judges output with.
package struct ExternalTool: Sendable {
  package let name: String

  package init(_ name: String) { self.name = name }

  /// Whether the program is on the search path. In CI it counts as there, so that a test which needs it
  /// fails instead of being skipped.
  package var isAvailable: Bool { path != nil || ProcessInfo.processInfo.environment["CI"] != nil }

  private var path: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
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
    struct Missing: Error { var name: String }
    guard let path else { throw Missing(name: name) }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "almanac-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "input.\(suffix)")
    try Data(file).write(to: input)
    // Files, not pipes: a pipe that nobody empties stops a program that writes much.
    let output = folder.appending(path: "output")
    let errors = folder.appending(path: "errors")
    try Data().write(to: output)
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments.map { $0 == "FILE" ? input.path(percentEncoded: false) : $0 }
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
