package import Foundation

/// The program `almanac` that tests run as a whole.
package enum Program {
  /// What the environment names, as `make test` does with the release build; otherwise the debug build beside the
  /// bundle of the tests, which `swift test` has just made.
  package static let location: URL = {
    if let named = ProcessInfo.processInfo.environment["ALMANAC_PROGRAM"] {
      return URL(filePath: named, relativeTo: repositoryRoot).absoluteURL
    }
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let program = folder.appending(path: "almanac")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    return repositoryRoot.appending(path: ".build/debug/almanac")
  }()
}
