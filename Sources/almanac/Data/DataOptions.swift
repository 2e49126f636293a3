import Analysis
import ArgumentParser
import Facts
import Reports
import Syntax

/// What every `almanac data` command takes.
struct DataOptions: ParsableArguments {
  @Option(help: "Use only sources published by this day (YYYY-MM-DD).", transform: Day.parse)
  var asOf: CalendarDate?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  /// The dataset and what follows from it; ends the command with 1 where the data have errors.
  func load() throws -> (dataset: Dataset, scope: ReportScope) {
    let place = workspace.workspace
    var bag = DiagnosticBag()
    let dataset = DatasetLoader.load(
      "data/datapackage.json",
      reading: { path throws(DiagnosticFailure) in try place.folder.read(path) }, into: &bag)
    if let dataset, let day = asOf,
      let problem = ReportDiagnostics.nothingKnown(of: dataset, on: day)
    {
      bag.add(problem)
    }
    let scope = dataset.map { dataset in
      let scope = ReportScope(dataset, asOf: asOf)
      if asOf == nil { DerivedRule.check(dataset, scope.register, into: &bag) }
      return scope
    }
    // Notes are for `almanac check`: here they would stand before every answer.
    diagnostics.show(bag, from: .warning)
    guard let dataset, let scope, !bag.hasErrors else { throw ExitStatus.inputs }
    return (dataset, scope)
  }

  /// Runs `work`; its diagnostics are shown and end the command with 1.
  func run<Result>(_ work: () throws(DiagnosticFailure) -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      diagnostics.show(error.bag)
      throw ExitStatus(error.bag)
    }
  }
}

extension DataListing.Format: ExpressibleByArgument {}
