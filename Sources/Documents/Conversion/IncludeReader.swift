package import Syntax

/// Finds the files that `{{< include path >}}` names, each counted from the file that names it.
package struct IncludeReader {
  /// Reads the file known as a path of the workspace.
  package typealias Load = (String) throws(DiagnosticFailure) -> SourceFile

  /// Deeper inclusion is refused.
  static let maximumDepth = 8
  /// More files than this are refused: files that include each other twice over would double at each level.
  static let maximumCount = 200

  private let load: Load?
  /// The files being read, outermost first.
  private(set) var stack: [String]
  private var count = 0

  /// A reader for `template`; without `load` every include is refused.
  init(template: SourceFile, load: Load?) {
    self.load = load
    stack = [template.path]
  }

  /// The file that `path`, written at `span` of the innermost file, names; nil with a diagnostic where it
  /// may not be read or cannot be. The caller must `leave` it once read.
  mutating func enter(
    _ path: String, at span: SourceSpan, into bag: inout DiagnosticBag
  ) -> SourceFile? {
    guard let name = resolved(path) else {
      bag.add(DocumentDiagnostics.includeOutside(path, at: span))
      return nil
    }
    if stack.contains(name) {
      bag.add(DocumentDiagnostics.includeCycle(stack + [name], at: span))
      return nil
    }
    guard stack.count <= Self.maximumDepth, count < Self.maximumCount else {
      bag.add(
        DocumentDiagnostics.includeLimit(
          depth: Self.maximumDepth, count: Self.maximumCount, at: span))
      return nil
    }
    guard let load else {
      bag.add(DocumentDiagnostics.includeUnavailable(path, at: span))
      return nil
    }
    do throws(DiagnosticFailure) {
      let file = try load(name)
      stack.append(name)
      count += 1
      return file
    } catch {
      // The file is to blame, but the author looks where it is named.
      for var diagnostic in error.bag.diagnostics {
        diagnostic.span = diagnostic.span ?? span
        bag.add(diagnostic)
      }
      return nil
    }
  }

  /// Ends the innermost file.
  mutating func leave() { stack.removeLast() }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  /// `path` from the innermost file's folder; nil where it leads out of the workspace.
  private func resolved(_ path: String) -> String? {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("\\"), let inner = stack.last else {
      return nil
    }
    return Folder.normalised(Self.folder(of: inner) + path)
  }
}
