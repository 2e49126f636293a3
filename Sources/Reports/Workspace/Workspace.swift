import Glibc
package import Syntax

/// A folder with `data/`, `templates/` and `reports/`: all that a build reads and writes.
package struct Workspace: Sendable {
  /// The folder, as given; every path shown to the user is relative to it.
  package let root: String

  package init(root: String) { self.root = root }

  /// The path of `path` (relative to the workspace) for the operating system.
  package func location(_ path: String) -> String { root == "." ? path : "\(root)/\(path)" }

  /// The file at `path`, relative to the workspace.
  package func read(_ path: String) throws(DiagnosticFailure) -> SourceFile {
    try SourceFile.load(path: location(path), displayPath: path)
  }

  /// Whether something is at `path`.
  package func holds(_ path: String) -> Bool { access(location(path), F_OK) == 0 }

  /// The names of the templates: the folders of `templates/` that hold a `report.md`, sorted.
  package var templates: [String] {
    names(in: "templates").filter { holds("templates/\($0)/report.md") }
  }

  /// The names in a folder, sorted, hidden ones left out; empty where it cannot be read.
  package func names(in folder: String) -> [String] {
    guard let directory = opendir(location(folder)) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
