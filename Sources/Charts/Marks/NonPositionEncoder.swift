import Scene
import Syntax
import Tables

/// Colours, sizes, shapes and other looks of a unit's marks, row by row (Vega-Lite's `nonPosition`).
struct NonPositionEncoder {
  let instance: ViewInstance
  let unit: Model.Unit
  let parameters: Parameters

  private var mark: Mark { unit.mark }

  /// What a channel gives each row: by its scale, condition or value; nil where the channel says nothing.
  func values(_ channel: Channel) -> ((Int) -> Value?)? {
    guard let definition = unit[channel] else { return nil }
    return values(definition, channel)
  }

  private func values(_ definition: ChannelDefinition, _ channel: Channel) -> ((Int) -> Value?)? {
    let base: ((Int) -> Value?)?
    if definition.isField {
      let name = definition.fieldName()
      let column = instance.table.column(at: FieldPath(name: name))
      if let scale = scale(channel) {
        let invalid = invalidValue(channel, definition, scale)
        // A bin looks as its middle does, where the scale knows more than bins.
        let ends =
          definition.isBinning && !scale.isDiscrete
          ? instance.table.column(definition.fieldName(suffix: "end")) : nil
        base = { row in
          guard let column else { return nil }
          if let invalid, !InvalidValues.isValid(column, row) { return invalid }
          if let ends, !column.isNull(at: row), !ends.isNull(at: row) {
            return scale.value(.number((column.number(at: row) + ends.number(at: row)) / 2))
          }
          return scale.value(column[row])
        }
      } else {
        base = { row in column.map { $0[row] } }
      }
    } else if let datum = definition.datum {
      let value =
        datum.has("expr") || datum.has("signal")
        ? parameters.value(datum)
        : DomainValues.value(datum, definition, zone: parameters.scope.timeZone)
      let output = scale(channel).map { $0.value(value) } ?? value
      base = { _ in output }
    } else if let node = definition.value {
      base = written(node)
    } else {
      base = nil
    }
    guard !definition.conditions.isEmpty else { return base }
    let rows = RowExpressions(instance: instance, parameters: parameters)
    var tests: [(test: (Int) -> Bool, value: (Int) -> Value?)] = []
    for condition in definition.conditions {
      guard let test = rows.test(condition) else { continue }
      let part = EncodingParser.definition(
        JSONNode(
          .object(condition.entries.filter { !["test", "param", "empty"].contains($0.name) })),
        channel: channel)
      tests.append((test, values(part, channel) ?? { _ in nil }))
    }
    let fallback = base ?? defaultValue(channel)
    return { row in
      for item in tests where item.test(row) { return item.value(row) }
      return fallback?(row) ?? nil
    }
  }

  private func written(_ node: JSONNode) -> (Int) -> Value? {
    if let text = node["expr"] ?? node["signal"] {
      let values = RowExpressions(instance: instance, parameters: parameters).values(text)
      return { values($0) }
    }
    let value = Value(node)
    return { _ in value }
  }

  private func scale(_ channel: Channel) -> Scale? {
    guard instance.model.scales[channel] != nil else { return nil }
    return instance.scale(channel)
  }

  /// What stands for a value that the scale cannot place, where such rows are shown.
  private func invalidValue(
    _ channel: Channel, _ definition: ChannelDefinition, _ scale: Scale
  ) -> Value? {
    guard !scale.isDiscrete else { return nil }
    if let output = mark.config["scale", "invalid"]?[channel.rawValue] {
      if let value = output["value"] { return Value(value) }
      if output.string == "zero-or-min" { return scale.value(.number(zeroOrMin(scale))) }
    }
    return InvalidValues.mode(mark) == .show ? scale.value(.number(zeroOrMin(scale))) : nil
  }

  private func zeroOrMin(_ scale: Scale) -> Double {
    let domain = scale.numericDomain
    let (first, last) = (domain.first ?? 0, domain.last ?? 0)
    return min(first, last) <= 0 && max(first, last) >= 0 ? 0 : first
  }

  /// What a channel has without a definition of its own.
  private func defaultValue(_ channel: Channel) -> ((Int) -> Value?)? {
    let name: String
    switch channel {
    case .color: name = "color"
    default: name = channel.rawValue
    }
    guard let node = property(name) else { return nil }
    return written(node)
  }

  /// A property of the mark: its own, or of styles and configuration, or Vega's default.
  func property(_ name: String, vega: String? = nil) -> JSONNode? {
    if let node = mark.property(name, vega: vega) { return node.isNull ? nil : node }
    let key = vega ?? name
    return VegaDefaults.style(mark.type.rawValue, key)
      ?? VegaDefaults.mark(mark.type.vega, key).flatMap {
        key == "fill" || key == "stroke" ? nil : $0
      }
  }

  /// Numbers for each row: of the channel, or the mark's property.
  func numbers(_ channel: Channel, property name: String) -> ((Int) -> Double?)? {
    if let values = values(channel) {
      return { row in
        guard let number = values(row)?.asNumber, !number.isNaN else { return nil }
        return number
      }
    }
    return numbers(property: name)
  }

  /// Numbers of the mark's property, which may be an expression over the row.
  func numbers(property name: String, vega: String? = nil) -> ((Int) -> Double?)? {
    guard let node = property(name, vega: vega) else { return nil }
    if let text = node["expr"] ?? node["signal"] {
      return RowExpressions(instance: instance, parameters: parameters).numbers(text)
    }
    let number = parameters.number(node)
    return number == nil ? nil : { _ in number }
  }

  /// Texts of the mark's property.
  func texts(property name: String) -> ((Int) -> String?)? {
    guard let node = property(name) else { return nil }
    let values = written(node)
    return { row in
      guard let value = values(row), !value.isAbsent else { return nil }
      return value.asText
    }
  }

  /// The values of the mark's property, constant or by row.
  func values(property name: String) -> ((Int) -> Value?)? { property(name).map { written($0) } }

  // MARK: Colour

  /// Fill and stroke of each row (Vega-Lite's `color`).
  func paints() -> (fill: (Int) -> Value?, stroke: (Int) -> Value?) {
    let isFilled = mark.isFilled
    let needsTransparent = mark.type.hasInside
    func property(_ name: String, usesColor: Bool) -> JSONNode? {
      if let own = mark.definition[name] { return own }
      if usesColor, let color = mark.definition["color"] { return color }
      if let own = mark.configured(name) { return own }
      return usesColor ? mark.configured("color") : nil
    }
    let defaultFill =
      property("fill", usesColor: isFilled)
      ?? (needsTransparent ? JSONNode.text("transparent") : nil)
    let defaultStroke = property("stroke", usesColor: !isFilled)
    var fill: ((Int) -> Value?)? = defaultFill.map { written($0) }
    var stroke: ((Int) -> Value?)? = defaultStroke.map { written($0) }
    // What the mark itself is given holds against the channel of colour (Vega-Lite's `initEncoding`).
    let isGiven = mark.definition[isFilled ? "fill" : "stroke"] != nil
    if !isGiven, let color = values(.color) {
      let base = isFilled ? fill : stroke
      let isOnlyCondition = unit[.color].map { !$0.isFieldOrDatum && $0.value == nil } ?? false
      let chosen: (Int) -> Value? =
        isOnlyCondition ? { color($0) ?? base?($0) ?? nil } : { color($0) }
      if isFilled { fill = chosen } else { stroke = chosen }
    }
    if let own = values(.fill) { fill = own }
    if let own = values(.stroke) { stroke = own }
    if fill == nil, stroke == nil {
      // Vega's own default for the kind of mark.
      fill = VegaDefaults.mark(mark.type.vega, "fill").map { written($0) }
      stroke = VegaDefaults.mark(mark.type.vega, "stroke").map { written($0) }
    }
    return (fill ?? { _ in nil }, stroke ?? { _ in nil })
  }
}
