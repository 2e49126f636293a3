package import Syntax

/// Reads files of a workspace and remembers which: the inputs that a manifest names.
///
/// A reference type, since readers all the way down share it; used within one build only.
package final class InputLog {
  private let workspace: Workspace
  private var files: [String: SourceFile] = [:]

  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// The file at `path`, relative to the workspace; read once.
  package func read(_ path: String) throws(DiagnosticFailure) -> SourceFile {
    if let known = files[path] { return known }
    let file = try workspace.folder.read(path)
    files[path] = file
    return file
  }

  /// The file that an author names by `path`, from `folder` of the workspace.
  package func read(_ path: String, from folder: String) throws(DiagnosticFailure) -> SourceFile {
    // One file has one name, by which manifests list it.
    let whole = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    return try read(Folder.normalised(whole) ?? whole)
  }

  /// The names in a folder of the workspace, sorted; none where it is not there.
  package func names(in folder: String) throws(DiagnosticFailure) -> [String] {
    guard try holds(folder) else { return [] }
    return try workspace.folder.names(in: folder)
  }

  /// Whether the workspace has something at `path`.
  package func holds(_ path: String) throws(DiagnosticFailure) -> Bool {
    try workspace.folder.kind(of: path) != nil
  }

  /// The files read so far, by path.
  package var entries: [Manifest.Entry] {
    files.keys.sorted().compactMap { path in
      files[path].map { Manifest.Entry(path: path, contents: $0.contents) }
    }
  }
}
