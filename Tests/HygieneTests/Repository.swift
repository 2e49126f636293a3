import Foundation
import TestSupport

/// The files of the repository: those that git tracks or would track, or all but build products where
/// there is no git (an unpacked archive).
struct Repository {
  struct File: Sendable, CustomStringConvertible {
    /// Relative to the repository, with `/`.
    let path: String
    var description: String { path }

    var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The text, or nil where the file is not UTF-8 or not there any more.
    var text: String? {
      try? String(contentsOf: repositoryRoot.appending(path: path), encoding: .utf8)
    }
    var lines: [String] {
      text?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
    }
  }

  static let files: [File] = {
    let listed = output(of: [
      "git", "-C", repositoryRoot.path, "ls-files", "-z", "--cached", "--others",
      "--exclude-standard",
    ])?.split(separator: "\0").map(String.init)
    let paths = listed ?? FileManager.default.subpaths(atPath: repositoryRoot.path) ?? []
    return Set(paths).sorted()
      .filter { !$0.hasPrefix(".build/") && !$0.hasPrefix(".git/") }
      .map(File.init)
      .filter { FileManager.default.fileExists(atPath: repositoryRoot.path + "/" + $0.path) }
  }()

  /// The Swift files under `folder`.
  static func swiftFiles(in folder: String) -> [File] {
    files.filter { $0.path.hasPrefix(folder + "/") && $0.name.hasSuffix(".swift") }
  }

  static func file(_ path: String) -> File? { files.first { $0.path == path } }

  /// What a command writes to its standard output, or nil where it fails.
  private static func output(of arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}

/// The Swift files of `Sources`, line by line, with comments and the texts of strings taken out: what is
/// left is code.
let code: [(file: Repository.File, lines: [String])] = Repository.swiftFiles(in: "Sources").map {
  ($0, codeLines($0.lines))
}

private func codeLines(_ lines: [String]) -> [String] {
  let quote = UInt8(ascii: "\"")
  var isInText = false
  return lines.map { line in
    let bytes = Array(line.utf8)
    var code: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.starts(with: [quote, quote, quote]) {
        isInText.toggle()
        index += 3
      } else if isInText {
        index += 1
      } else if rest.starts(with: [0x2F, 0x2F]) {
        break
      } else if bytes[index] == quote {
        index += 1
        while index < bytes.count, bytes[index] != quote {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
        code += [quote, quote]
      } else {
        code.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: code, as: UTF8.self)
  }
}
