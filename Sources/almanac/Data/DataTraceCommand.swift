import Analysis
import ArgumentParser
import Facts
import Syntax

/// `almanac data trace`
struct DataTraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Trace a figure through its arithmetic to the paragraphs that it rests on.",
    discussion: """
      EXAMPLE
        almanac data trace derived.size_target_2025.attained
      """)

  @Argument(help: "The id of the figure, as the annex of a report prints it.")
  var id: String

  @OptionGroup var options: DataOptions

  func run() throws {
    let (dataset, scope) = try options.load()
    let trace = try options.run { () throws(DiagnosticFailure) in
      try DataTrace(id, in: dataset, scope)
    }
    StandardOutput.print(trace.text(width: Terminal.width ?? 100))
  }
}
