import Syntax
import Tables

/// Checks that the data have the fields that a channel names, and that their values fit its type.
struct FieldCheck {
  let definition: ChannelDefinition
  let table: Table
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

  /// A field of which no value fits would leave a picture without a mark, or with all marks in one place.
  private func checkType(of column: Column, _ field: String, into bag: inout DiagnosticBag) {
    guard Channel.scaled.contains(definition.channel) || definition.channel.isSecondary,
      definition.aggregate == nil
    else { return }
    let isTemporal = definition.type == .temporal || definition.timeUnit != nil
    guard isTemporal || definition.type == .quantitative || definition.isBinning else { return }
    var example: String?
    for row in 0..<column.count {
      switch column[row] {
      case .null, .undefined: continue
      case .number(let number) where number.isNaN: continue
      case let value where !value.asNumber.isNaN: return
      case .string(let text): example = example ?? text
      case .bool, .number, .date, .array, .object: return
      }
    }
    guard let example else { return }
    let node = definition.node["type"] ?? definition.node["field"] ?? definition.node
    bag.add(
      ChartDiagnostics.type(
        isTemporal ? "a time" : "a number", of: field, holding: example,
        expected: isTemporal
          ? "times such as 2024-05-01, or the type `nominal` or `ordinal`"
          : "numbers, or the type `nominal` or `ordinal`",
        at: file.span(node.range)))
  }
}
