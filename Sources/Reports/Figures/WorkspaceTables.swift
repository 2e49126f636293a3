import Analysis
import Charts
import Facts
import Syntax
import Tables

/// The tables of a workspace's dataset, for charts drawn on their own. The dataset is read when the first
/// chart names a table; a reference type, so that it is read once for all of them.
final class WorkspaceTables {
  private let workspace: Workspace
  private var scope: ReportScope?

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// What `spec` names, by name; nothing where it names nothing, or where the workspace has no dataset.
  ///
  /// - Throws: the problems of the dataset.
  func tables(for spec: ChartSpec) throws(DiagnosticFailure) -> [String: Table] {
    guard !ChartTables.names(in: spec.root).isEmpty,
      try workspace.folder.kind(of: Self.descriptor) != nil
    else { return [:] }
    return ChartTables(spec, scope: try loadedScope()).byName
  }

  private static let descriptor = "data/datapackage.json"

  private func loadedScope() throws(DiagnosticFailure) -> ReportScope {
    if let scope { return scope }
    var bag = DiagnosticBag()
    let dataset = DatasetLoader.load(
      Self.descriptor,
      reading: { path throws(DiagnosticFailure) in try workspace.folder.read(path) }, into: &bag)
    try bag.throwIfErrors()
    guard let dataset else { throw DiagnosticFailure(bag) }
    let made = ReportScope(dataset)
    scope = made
    return made
  }
}
