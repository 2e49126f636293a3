import Foundation
import Reports
import Syntax
import TestSupport

/// A workspace to build in and to break: a copy of this repository's data, and the small briefing of
/// `Tests/Samples` as its template `annual`, or the repository's own templates.
struct WorkspaceCopy {
  let folder: URL

  init(ownTemplates: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "almanac-workspace-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func copy(_ path: String, to name: String) throws {
      try FileManager.default.copyItem(
        at: repositoryRoot.appending(path: path), to: folder.appending(path: name))
    }
    try copy("data", to: "data")
    if ownTemplates {
      try copy("templates", to: "templates")
    } else {
      try FileManager.default.createDirectory(
        at: folder.appending(path: "templates"), withIntermediateDirectories: true)
      try copy("Tests/Samples/briefing", to: "templates/annual")
    }
  }

  var workspace: Workspace { Workspace(root: folder.path(percentEncoded: false).trimmedSlash) }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Builds `request` and gives how its first document ended; throws where anything has an error.
  @discardableResult
  func build(_ request: BuildRequest) async throws -> BuildOutcome {
    let result = await ReportBuilder(workspace: workspace).build(request)
    try result.problems.throwIfErrors()
    struct NothingBuilt: Error {}
    guard let outcome = result.outcomes.first else { throw NothingBuilt() }
    return outcome
  }

  /// Replaces `old`, which the file must hold, by `new`.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    struct NotFound: Error { var text: String }
    let url = folder.appending(path: path)
    let text = try String(contentsOf: url, encoding: .utf8)
    guard let range = text.range(of: old) else { throw NotFound(text: old) }
    try Data(text.replacingCharacters(in: range, with: new).utf8).write(to: url)
  }

  /// The files below `reports/`, by path.
  func published() throws -> [String: Data] {
    let root = folder.appending(path: "reports")
    guard let paths = FileManager.default.subpaths(atPath: root.path(percentEncoded: false))
    else { return [:] }
    var files: [String: Data] = [:]
    for path in paths {
      let url = root.appending(path: path)
      if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = try Data(contentsOf: url)
      }
    }
    return files
  }
}

extension String {
  fileprivate var trimmedSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
