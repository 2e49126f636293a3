import Syntax
import Tables

/// The words of text marks, row by row.
struct TextEncoder {
  let builder: MarkBuilder

  private var instance: ViewInstance { builder.instance }

  var formatting: Formatting {
    Formatting(
      config: instance.model.config, zone: builder.parameters.scope.timeZone,
      locale: builder.parameters.scope.timeLocale, stack: builder.unit.stack)
  }

  var texts: (Int) -> String {
    if let definition = builder.unit[.text] {
      let values = text(definition)
      return { values($0) ?? "" }
    }
    let values = builder.looks.values(property: "text")
    return { row in
      guard let value = values?(row) else { return "" }
      return Self.joined(value)
    }
  }

  private static func joined(_ value: Value) -> String {
    switch value {
    case .null, .undefined: ""
    case .array(let items): items.map(\.asText).joined(separator: "\n")
    default: value.asText
    }
  }

  /// The text of a definition: its field under its format, its value, or its conditions.
  func text(_ definition: ChannelDefinition) -> (Int) -> String? {
    var base: (Int) -> String? = { _ in nil }
    let formatting = formatting
    let format = definition.node["format"]
    let formatType = definition.node["formatType"]?.string
    if definition.isField {
      let column = instance.table.column(at: FieldPath(name: definition.fieldName()))
      if definition.isBinning {
        let ends = instance.table.column(definition.fieldName(binSuffix: "end"))
        base = { row in
          guard let column, let ends, InvalidValues.isValid(column, row) else { return "null" }
          return Formatting.range(
            column.number(at: row), ends.number(at: row), format: format?.string)
        }
      } else {
        base = { row in
          guard let column else { return nil }
          return formatting.text(column[row], definition, format: format, formatType: formatType)
        }
      }
    } else if let datum = definition.datum {
      let value =
        datum.has("expr")
        ? builder.parameters.value(datum)
        : DomainValues.value(datum, definition, zone: builder.parameters.scope.timeZone)
      base = { _ in
        formatting.text(value, definition, format: format, formatType: formatType)
      }
    } else if let node = definition.value {
      if let expression = node["expr"] ?? node["signal"] {
        let values = RowExpressions(instance: instance, parameters: builder.parameters)
          .values(expression)
        base = { Self.joined(values($0)) }
      } else {
        let value = Self.joined(Value(node))
        base = { _ in value }
      }
    }
    guard !definition.conditions.isEmpty else { return base }
    let rows = RowExpressions(instance: instance, parameters: builder.parameters)
    var tests: [((Int) -> Bool, (Int) -> String?)] = []
    for condition in definition.conditions {
      guard let test = rows.test(condition) else { continue }
      let part = EncodingParser.definition(
        JSONNode(
          .object(condition.entries.filter { !["test", "param", "empty"].contains($0.name) })),
        channel: definition.channel)
      tests.append((test, text(part)))
    }
    return { row in
      for (test, value) in tests where test(row) { return value(row) }
      return base(row)
    }
  }
}
