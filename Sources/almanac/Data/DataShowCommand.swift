import Analysis
import ArgumentParser
import Facts
import Syntax

/// `almanac data show`
struct DataShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a row, or a figure that was worked out, with all that is known of it.",
    discussion: """
      EXAMPLE
        almanac data show industry_size_2023
      """)

  @Argument(help: "The id of the row or figure.")
  var id: String

  @OptionGroup var options: DataOptions

  func run() throws {
    let (dataset, scope) = try options.load()
    let record = try options.run { () throws(DiagnosticFailure) in
      try DataRecord(id, in: dataset, scope)
    }
    StandardOutput.print(record.text(width: Terminal.width ?? 100))
  }
}
