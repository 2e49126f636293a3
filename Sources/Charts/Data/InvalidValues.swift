import Syntax
import Tables

/// What becomes of rows whose values no scale can place: null and NaN (Vega-Lite's `invalid`).
enum InvalidValues {
  enum Mode: String {
    case filter
    case breakPathsFilterDomains = "break-paths-filter-domains"
    case breakPathsShowDomains = "break-paths-show-domains"
    case breakPathsShowPathDomains = "break-paths-show-path-domains"
    case show
  }

  static func mode(_ mark: Mark) -> Mode {
    guard let node = mark.property("invalid") else { return .breakPathsShowPathDomains }
    if node.isNull { return .show }
    return node.string.flatMap { Mode(rawValue: $0) } ?? .breakPathsShowPathDomains
  }

  /// The fields that must be valid in a row: those of channels with a continuous scale.
  static func fields(_ instance: ViewInstance) -> [(channel: Channel, name: String)] {
    guard let unit = instance.model.unit else { return [] }
    var result: [(channel: Channel, name: String)] = []
    for channel in Channel.scaled {
      guard let component = instance.model.scale(channel),
        let definition = unit.scaled(channel), definition.isField,
        ScaleFamily.hasContinuousDomain(component.typeName)
      else { continue }
      if definition.isCount || definition.aggregate.map({ isCounting($0.name) }) == true {
        continue
      }
      // A channel with an output of its own for them can show all values, whatever the mark's mode.
      if unit.mark.config["scale", "invalid"]?[channel.rawValue] != nil { continue }
      result.append((channel, definition.fieldName()))
    }
    return result
  }

  /// The fields of the other ends of marks: of second channels, and of what stacks were made of. A row
  /// without one keeps its place on the axes and has no mark (Vega collapses the mark to nothing).
  static func ends(_ instance: ViewInstance) -> [String] {
    guard let unit = instance.model.unit, mode(unit.mark) != .show else { return [] }
    var names: [String] = []
    for channel in [Channel.x, .y, .theta, .radius] {
      guard let component = instance.model.scale(channel),
        ScaleFamily.hasContinuousDomain(component.typeName)
      else { continue }
      if let second = channel.secondary.flatMap({ unit[$0] }), second.isField {
        names.append(second.fieldName())
      }
    }
    if let stack = unit.stack, let measure = unit[stack.fieldChannel] {
      names.append(measure.fieldName(suffix: "end"))
    }
    return names
  }

  /// Whether an aggregate counts values, whatever they are.
  static func isCounting(_ operation: String) -> Bool {
    ["count", "valid", "missing", "distinct"].contains(operation)
  }

  /// Whether rows with invalid values are left out of the marks.
  static func filtersMarks(_ mark: Mark) -> Bool {
    switch mode(mark) {
    case .filter: true
    case .breakPathsFilterDomains, .breakPathsShowDomains, .breakPathsShowPathDomains:
      !mark.type.isPath
    case .show: false
    }
  }

  static func filtered(_ table: Table, _ instance: ViewInstance) -> Table {
    guard let unit = instance.model.unit else { return table }
    if unit.mark.type == .geoshape, let field = unit[.shape]?.field,
      let path = FieldPath(field), let column = table.column(at: path)
    {
      // A row without a region has no place on the map, whatever the mark does with invalid values.
      let rows = (0..<table.rowCount).filter { !column.isNull(at: $0) }
      if rows.count < table.rowCount { return filtered(table.taking(rows), instance) }
    }
    guard filtersMarks(unit.mark) else { return table }
    let rows = validRows(table, fields(instance).map(\.name))
    return rows.count == table.rowCount ? table : table.taking(rows)
  }

  /// The rows in which all `names` hold something that can be placed.
  static func validRows(_ table: Table, _ names: [String]) -> [Int] {
    let columns = names.compactMap { table.column($0) }
    return (0..<table.rowCount).filter { row in
      columns.allSatisfy { isValid($0, row) }
    }
  }

  static func isValid(_ column: Column, _ row: Int) -> Bool {
    if column.isNull(at: row) { return false }
    let number = column.number(at: row)
    return number.isFinite
  }
}
