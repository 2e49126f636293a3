import Analysis
import ArgumentParser
import Facts
import Reports
import Syntax

/// `almanac data verify`
struct DataVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that every figure and term stands in the paragraph that its row cites.",
    discussion: """
      The folder holds the plain text of each source under the name that `archived_as` gives it; a
      paragraph is a line. Curly and straight quotes, dashes and spaces of every kind are the same.

      EXAMPLE
        almanac data verify --sources ../sources
      """)

  @Option(help: "The folder with the texts of the sources.")
  var sources: String

  @OptionGroup var options: DataOptions

  func run() throws {
    let (dataset, _) = try options.load()
    let folder = Folder(sources, name: "the folder of sources")
    // Where no row names a text, nothing else would look into it.
    _ = try options.run { () throws(DiagnosticFailure) in try folder.names() }
    let verification = Verification(
      dataset,
      reading: { name throws(DiagnosticFailure) in
        try folder.read(name, displayPath: "\(sources)/\(name)")
      }, fingerprint: { Fingerprint(of: $0).hex })
    options.diagnostics.show(verification.bag)
    let rows = verification.counts.map { count in
      [count.table, String(count.statements), String(count.confirmed)]
    }
    let table = TextTable(header: ["table", "statements", "confirmed"], rows: rows)
    StandardOutput.print(table.text(width: Terminal.width))
    try ExitStatus(verification.bag).throwIfNotFine()
  }
}
