import Analysis
import Facts
import Foundation
import Syntax
import TestSupport
import Testing

/// The dataset of this repository, read once for all tests.
private let loaded: (dataset: Dataset?, bag: DiagnosticBag) = {
  var bag = DiagnosticBag()
  let dataset = DatasetLoader.load(
    "data/datapackage.json",
    reading: { path throws(DiagnosticFailure) in
      try SourceFile.load(path: repositoryRoot.appending(path: path).path, displayPath: path)
    }, into: &bag)
  return (dataset, bag)
}()

/// The dataset of this repository, which has no errors.
func repositoryDataset() throws -> Dataset {
  #expect(!loaded.bag.hasErrors)
  return try #require(loaded.dataset)
}

/// The main series of an indicator.
func series(_ indicator: String, in analysis: DatasetAnalysis) throws -> Series {
  try #require(
    analysis.series.first { $0.indicator.id == indicator }?.series.first,
    "no indicator \(indicator)")
}

/// The progress of a target.
func progress(_ target: String, in analysis: DatasetAnalysis) throws -> TargetProgress {
  try #require(analysis.progress.first { $0.target.id == target }, "no target \(target)")
}

/// Whether two numbers differ by less than a part in a million.
func isClose(_ a: Double?, _ b: Double) -> Bool {
  guard let a else { return false }
  return abs(a - b) <= 1e-6 * max(1, abs(b))
}
