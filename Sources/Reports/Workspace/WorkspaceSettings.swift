import Documents
import Syntax

/// What a workspace says once for all its reports, in `almanac.yaml`. Front matter and command line go before it.
struct WorkspaceSettings: Sendable {
  static let fileName = "almanac.yaml"

  /// Who draws; nil where the file does not say.
  var renderer: Renderer?
  /// Whether the file can be read; else nothing is made, since it may ask for what was not understood.
  var isSound = true
  /// The file, for manifests, if there is one.
  var entries: [Manifest.Entry] = []

  /// The settings of `workspace`; none where it has no such file.
  static func load(from workspace: Workspace, into bag: inout DiagnosticBag) -> WorkspaceSettings {
    var settings = WorkspaceSettings()
    let log = InputLog(workspace)
    do throws(DiagnosticFailure) {
      guard try log.holds(fileName) else { return settings }
      let file = try log.read(fileName)
      settings.entries = log.entries
      var problems = DiagnosticBag()
      let node = YAMLParser.parse(file, into: &problems)
      // A file of comments says nothing.
      if let node, !node.isNull, var reader = ObjectReader(node, in: file, into: &problems) {
        settings.renderer = reader.optionalChoice("renderer", as: Renderer.self)
        reader.finish(into: &problems)
      }
      settings.isSound = !problems.hasErrors
      bag.add(contentsOf: problems)
    } catch {
      settings.isSound = false
      bag.add(contentsOf: error.bag)
    }
    return settings
  }
}
