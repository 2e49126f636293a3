import Syntax
import Wording

extension Dataset {
  /// The words for codes and counted things that the dataset has in `language`.
  package func words(in language: String) -> [String: String] {
    var words: [String: String] = [:]
    for item in translations where item.language == language && item.table == Translation.wordTable
    {
      words[item.rowID] = item.text
    }
    return words
  }

  /// The dataset in the present wording: texts translated where there is a translation, as they are where
  /// there is none, and figures in the powers of ten that the language counts in.
  ///
  /// Records are read again with the translated cells in place, so that every column of every table can be
  /// translated alike.
  package func worded() -> Dataset {
    let language = Wording.current.language
    var result = self
    var cells: [String: [CellPlace: String]] = [:]
    var places: [String: [String: Int]] = [:]
    for item in translations where item.language == language {
      if item.table == Translation.packageTable {
        if item.field == "title" { result.package.title = item.text }
        continue
      }
      guard let table = table(item.table), let column = table.columnIndex(named: item.field) else {
        continue
      }
      if places[item.table] == nil { places[item.table] = table.rowsByID }
      guard let row = places[item.table]?[item.rowID] else { continue }
      cells[item.table, default: [:]][CellPlace(row: row, column: column)] = item.text
    }
    // What is wrong with the rows was told when they were first read.
    var told = DiagnosticBag()
    result.readRecords(of: cells.keys.sorted(), replacing: cells, into: &told)
    for index in result.observations.indices { result.observations[index].quantity.count() }
    for index in result.targets.indices { result.targets[index].quantity.count() }
    return result
  }
}

/// A cell of a table, from 0.
struct CellPlace: Hashable, Sendable {
  var row: Int
  var column: Int
}

extension CSVTable {
  /// The row of each id.
  fileprivate var rowsByID: [String: Int] {
    guard let column = columnIndex(named: "id") else { return [:] }
    return Dictionary((0..<rowCount).map { (cell(row: $0, column: column).text, $0) }) { first, _ in
      first
    }
  }
}

extension Quantity {
  /// Moves the point so that the figure is in a power of ten that the present wording counts in.
  fileprivate mutating func count() {
    let counted = Multiple.counted(multiplier)
    guard counted < multiplier else { return }
    number = number?.shifted(by: multiplier - counted)
    multiplier = counted
  }
}
