import Facts
import Foundation
import Syntax
import TestSupport

/// The dataset of this repository, with what was found in it.
func repositoryDataset() -> (dataset: Dataset?, bag: DiagnosticBag) {
  var bag = DiagnosticBag()
  let dataset = DatasetLoader.load(
    "data/datapackage.json",
    reading: { path throws(DiagnosticFailure) in
      try SourceFile.load(path: repositoryRoot.appending(path: path).path, displayPath: path)
    }, into: &bag)
  return (dataset, bag)
}
