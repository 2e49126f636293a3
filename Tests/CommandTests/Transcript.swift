import Foundation
import TestSupport

/// Commands and what they print, written as Markdown: fenced `console` blocks in which a line after `$ `
/// is given to a shell and the lines below it are what came back on both outputs. `[exit 1]` after them
/// is an exit code other than 0. All commands of a file share one copy of the workspace.
struct Transcript {
  struct Step {
    var command: String
    var output: [String]
  }

  /// Text is kept as written; the blocks are run.
  enum Part {
    case text([String])
    case console([Step])
  }

  var parts: [Part]

  init(_ markdown: String) {
    parts = []
    var text: [String] = []
    var steps: [Step]?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if var open = steps {
        if line == "```" {
          parts.append(.console(open))
          steps = nil
          text = [line]
          continue
        }
        if line.hasPrefix("$ ") {
          open.append(Step(command: String(line.dropFirst(2)), output: []))
        } else if !open.isEmpty {
          open[open.count - 1].output.append(line)
        }
        steps = open
      } else {
        text.append(line)
        if line == "```console" {
          parts.append(.text(text))
          text = []
          steps = []
        }
      }
    }
    parts.append(.text(text))
  }

  var markdown: String {
    parts.map { part in
      switch part {
      case .text(let lines): lines.joined(separator: "\n")
      case .console(let steps):
        steps.map { (["$ " + $0.command] + $0.output).joined(separator: "\n") }
          .joined(separator: "\n")
      }
    }.joined(separator: "\n")
  }

  /// The transcript with the outputs that its commands give now.
  func replayed(in workspace: Workspace) throws -> Transcript {
    var copy = self
    copy.parts = try parts.map { part in
      switch part {
      case .text: part
      case .console(let steps):
        .console(
          try steps.map { Step(command: $0.command, output: try workspace.run($0.command)) })
      }
    }
    return copy
  }
}
