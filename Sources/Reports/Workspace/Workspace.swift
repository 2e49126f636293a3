package import Syntax

/// A folder with `data/`, `templates/` and `reports/`: all that a build reads and writes.
package struct Workspace: Sendable {
  /// The folder, as given; every path shown to the user is relative to it.
  package let root: String
  /// What is read is read beneath it.
  package let folder: Folder

  package init(root: String) {
    self.root = root
    folder = Folder(root, name: "the workspace")
  }

  /// The path of `path` (relative to the workspace) for the operating system.
  package func location(_ path: String) -> String { root == "." ? path : "\(root)/\(path)" }

  /// The names of the templates: the folders of `templates/` that hold a `report.md`, sorted. That there are
  /// none, that they cannot be read, and that a template's file has another name, goes to `bag`.
  package func templates(into bag: inout DiagnosticBag) -> [String] {
    do throws(DiagnosticFailure) {
      guard try folder.kind(of: Self.templates) != nil else {
        bag.add(try absence())
        return []
      }
      let count = bag.diagnostics.count
      let found = try folder.names(in: Self.templates).filter { name in
        do throws(DiagnosticFailure) {
          return try isTemplate(name)
        } catch {
          bag.add(contentsOf: error.bag)
          return false
        }
      }
      if found.isEmpty, bag.diagnostics.count == count {
        bag.add(ReportDiagnostics.noTemplates(in: location(Self.templates)))
      }
      return found
    } catch {
      bag.add(contentsOf: error.bag)
      return []
    }
  }

  /// Throws where there is no template of that name.
  package func requireTemplate(_ name: String) throws(DiagnosticFailure) {
    guard try folder.kind(of: Self.templates) != nil else {
      throw DiagnosticFailure(try absence())
    }
    if !name.contains("/"), !name.hasPrefix("."), try isTemplate(name) { return }
    var others = DiagnosticBag()
    throw DiagnosticFailure(
      ReportDiagnostics.noReport(name, known: templates(into: &others)))
  }

  private static let templates = "templates"

  /// Whether the folder of that name holds a `report.md`. Throws where that cannot be known, and where it holds
  /// one in other letters, which systems that do not tell them apart would read.
  private func isTemplate(_ name: String) throws(DiagnosticFailure) -> Bool {
    let path = "\(Self.templates)/\(name)"
    guard try folder.kind(of: path) == .folder else { return false }
    let files = try folder.names(in: path)
    if files.contains("report.md") { return true }
    if let other = files.first(where: { $0.lowercased() == "report.md" }) {
      throw DiagnosticFailure(ReportDiagnostics.misnamedTemplate("\(path)/\(other)"))
    }
    return false
  }

  /// Why there is no `templates/`. Throws where that cannot be known.
  private func absence() throws(DiagnosticFailure) -> Diagnostic {
    guard let place = folder.absolutePath else {
      return ReportDiagnostics.noFolder(
        root, isWorkingFolder: root.split(separator: "/").allSatisfy { $0 == "." })
    }
    return ReportDiagnostics.noWorkspace(place, holding: try folder.names())
  }
}
