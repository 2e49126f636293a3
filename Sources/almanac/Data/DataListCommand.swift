import Analysis
import ArgumentParser
import Facts
import Syntax

/// `almanac data list`
struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the tables, or the rows of one.",
    discussion: """
      Without TABLE: the tables and how many rows each has. The table `facts` holds every figure,
      those worked out included.

      EXAMPLES
        almanac data list targets
        almanac data list observations --where "unit == 'CNY' && value > 500" --format csv
        almanac data list facts --where "kind == 'derived'"
      """)

  @Argument(help: "The table to list.")
  var table: String?

  @Option(
    name: .customLong("where"),
    help: "Keep the rows for which this expression holds; it names columns.")
  var condition: String?

  @Option(help: "The columns to show, parted by commas.")
  var columns: String?

  @Option(help: "text, csv or json.")
  var format = DataListing.Format.text

  @OptionGroup var options: DataOptions

  func validate() throws {
    guard table == nil, condition != nil || columns != nil else { return }
    throw ValidationError(
      "\(condition != nil ? "--where" : "--columns") is about the rows of a table: name one.")
  }

  func run() throws {
    let (dataset, scope) = try options.load()
    guard let table else {
      StandardOutput.print(
        DataListing.overview(dataset, scope).text(as: format, width: Terminal.width))
      return
    }
    let wanted = columns.map { $0.split(separator: ",").map { String($0.drop { $0 == " " }) } }
    let listing = try options.run { () throws(DiagnosticFailure) in
      try DataListing.rows(
        of: table, in: dataset, scope, where: condition, columns: wanted,
        isBrief: format == .text)
    }
    StandardOutput.print(listing.text(as: format, width: Terminal.width))
  }
}
