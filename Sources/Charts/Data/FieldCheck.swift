import Syntax
import Tables

/// Checks that the data have the fields that a channel names, and that their values fit its type.
struct FieldCheck {
  let definition: ChannelDefinition
  let table: Table
  let origin: RowOrigin
  let file: SourceFile

  func run(into bag: inout DiagnosticBag) {
    guard !table.names.isEmpty else { return }
    if let field = definition.field {
      if let column = column(field) {
        checkType(of: column, field, into: &bag)
      } else {
        missing(field, definition.node["field"] ?? definition.node, into: &bag)
      }
    }
    if let sort = definition.sort?["field"], let field = sort.string, column(field) == nil {
      missing(field, sort, into: &bag)
    }
  }

  private func column(_ field: String) -> Column? {
    guard let path = FieldPath(field) else { return nil }
    return table.column(at: path) ?? table.column(FieldNames.flat(field))
  }

  private func missing(_ field: String, _ node: JSONNode, into bag: inout DiagnosticBag) {
    bag.add(
      ChartDiagnostics.unknownField(field, known: table.names, at: file.span(node.range)))
  }

  /// Values that do not fit would leave a picture without their marks, or with all marks in one place.
  private func checkType(of column: Column, _ field: String, into bag: inout DiagnosticBag) {
    guard Channel.scaled.contains(definition.channel) || definition.channel.isSecondary,
      definition.aggregate.map({ InvalidValues.isCounting($0.name) }) != true
    else { return }
    let isTemporal = definition.type == .temporal || definition.timeUnit != nil
    guard isTemporal || definition.type == .quantitative || definition.isBinning else { return }
    let node = definition.node["type"] ?? definition.node["field"] ?? definition.node
    let check = ReadingCheck(
      field: field, kind: isTemporal ? .time : .number, origin: origin,
      reader: file.span(node.range), isByType: true)
    // What holds times was read when it was loaded; text that a calculation made is no time.
    if let problem = check.problem(column.unread(as: .number, in: .utc)) { bag.add(problem) }
  }
}
