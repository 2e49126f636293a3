import Analysis
import ArgumentParser
import Facts
import Reports
import Syntax

/// What every `almanac data` command takes.
struct DataOptions: ParsableArguments {
  @Option(name: .customLong("as-of"), help: "Use only sources published by this day (YYYY-MM-DD).")
  var asOf: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  /// The dataset and what follows from it; ends the command with 1 where the data have errors.
  func load() throws -> (dataset: Dataset, scope: ReportScope) {
    var day: CalendarDate?
    if let asOf {
      guard let parsed = CalendarDate(asOf) else {
        throw ValidationError("--as-of `\(asOf)` is not a day such as 2024-11-18")
      }
      day = parsed
    }
    let place = workspace.workspace
    var bag = DiagnosticBag()
    let dataset = DatasetLoader.load(
      "data/datapackage.json",
      reading: { path throws(DiagnosticFailure) in try place.read(path) }, into: &bag)
    let scope = dataset.map { dataset in
      let scope = ReportScope(dataset, asOf: day)
      if day == nil { DerivedRule.check(dataset, scope.register, into: &bag) }
      return scope
    }
    // Notes are for `almanac check`: here they would stand before every answer.
    diagnostics.show(bag, from: .warning)
    guard let dataset, let scope, !bag.hasErrors else { throw ExitCode(1) }
    return (dataset, scope)
  }

  /// Runs `work`; its diagnostics are shown and end the command with 1.
  func run<Result>(_ work: () throws(DiagnosticFailure) -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      diagnostics.show(error.bag)
      throw ExitCode(1)
    }
  }
}

extension DataListing.Format: ExpressibleByArgument {}
