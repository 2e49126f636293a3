import Foundation
import TestSupport

/// A copy of the fixture workspace in a folder of its own, and a shell in it.
struct Workspace {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "almanac-commands-\(UUID())")
    try FileManager.default.copyItem(
      at: repositoryRoot.appending(path: "Tests/CommandTests/Workspace"), to: folder)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The lines that `command` writes to both outputs, in the order written, then its exit code if it is
  /// not 0. The program's environment holds nothing of the tester's.
  func run(_ command: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "\(Program.location.deletingLastPathComponent().path):/usr/bin:/bin",
      "HOME": folder.path, "LC_ALL": "C.UTF-8",
      "TZ": "UTC", "COLUMNS": "100",
    ]
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var output = String(decoding: data, as: UTF8.self)
    output.replace(folder.path, with: "WORKSPACE")
    if output.hasSuffix("\n") { output.removeLast() }
    var lines =
      output.isEmpty
      ? [] : output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if process.terminationReason == .uncaughtSignal {
      lines.append("[signal \(process.terminationStatus)]")
    } else if process.terminationStatus != 0 {
      lines.append("[exit \(process.terminationStatus)]")
    }
    return lines
  }
}
