import ArgumentParser
import Reports

/// Where the workspace is.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: .customLong("workspace"), help: "The folder that holds data/, templates/ and reports/.")
  var root = "."

  var workspace: Workspace { Workspace(root: root) }
}
