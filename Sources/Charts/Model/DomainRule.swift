import Syntax

/// Where the domain of a unit's scale comes from, and how it is ordered (Vega-Lite's
/// `parseDomainForChannel`).
struct DomainRule {
  let parts: Explicit<[ScaleComponent.DomainPart]>
  let sort: ScaleComponent.DomainSort?

  init(model: Model, channel: Channel) {
    guard let unit = model.unit, let definition = unit.scaled(channel),
      let component = model.scale(channel)
    else {
      parts = Explicit([], isExplicit: false)
      sort = nil
      return
    }
    let type = component.typeName
    let written = definition.scale?["domain"]
    var domain = written.flatMap { $0.isNull || $0.has("param") ? nil : $0 }
    if domain == nil, model.config["scale", "useUnaggregatedDomain"]?.bool == true {
      domain = "unaggregated"
    }
    if domain?.string == "unaggregated", !Self.canBeUnaggregated(definition, type) { domain = nil }
    var found = Self.parts(channel, definition, domain, type, model, unit)
    if let secondary = channel.secondary, let second = unit[secondary], second.isFieldOrDatum {
      var other = Self.parts(secondary, second, domain, type, model, unit)
      if other.isExplicit, found.isExplicit { other.value = [] }
      found.value += other.value
    }
    parts = found
    sort = ScaleFamily.isDiscrete(type) ? Self.sort(definition, channel, unit, model) : nil
  }

  private static func canBeUnaggregated(_ definition: ChannelDefinition, _ type: String) -> Bool {
    guard let operation = definition.aggregate?.name else { return false }
    let fits = [
      "mean", "average", "median", "q1", "q3", "min", "max",
    ].contains(operation)
    return fits && ScaleFamily.isContinuous(type)
  }

  private static func parts(
    _ channel: Channel, _ definition: ChannelDefinition, _ domain: JSONNode?, _ type: String,
    _ model: Model, _ unit: Model.Unit
  ) -> Explicit<[ScaleComponent.DomainPart]> {
    let name = model.name
    if let union = domain?["unionWith"]?.array {
      let own = parts(channel, definition, nil, type, model, unit)
      return Explicit(own.value + [.values(union)], isExplicit: true)
    }
    if let items = domain?.array { return Explicit([.values(items)], isExplicit: true) }
    if let domain, domain.isObject, domain.has("expr") || domain.has("signal") {
      return Explicit([.values([domain])], isExplicit: true)
    }
    func main(_ fields: [String]) -> Explicit<[ScaleComponent.DomainPart]> {
      Explicit([.fields(fields, unit: name, isRaw: false)], isExplicit: false)
    }
    if let stack = unit.stack, stack.fieldChannel == channel {
      if stack.offset == .normalize {
        return Explicit([.values([0, 1])], isExplicit: false)
      }
      return main([definition.fieldName(suffix: "start"), definition.fieldName(suffix: "end")])
    }
    if let datum = definition.datum, !definition.isField {
      return Explicit([.values([datum])], isExplicit: false)
    }
    if domain?.string == "unaggregated" {
      return Explicit(
        [.unaggregated(field: definition.field ?? "", unit: name)], isExplicit: false)
    }
    let isSortedByOther =
      definition.sort.map { $0.isObject || isChannelReference($0) } ?? false
    if definition.isBinning {
      if ScaleFamily.isDiscrete(type) {
        if type == "bin-ordinal" { return Explicit([], isExplicit: false) }
        let suffix = BinFields.needsRange(definition, channel) ? "range" : nil
        return Explicit(
          [
            .fields(
              [definition.fieldName(binSuffix: suffix)], unit: name, isRaw: isSortedByOther)
          ], isExplicit: false)
      }
      return Explicit(
        [.bins(field: definition.field ?? "", unit: name)], isExplicit: false)
    }
    if definition.timeUnit != nil, type == "time" || type == "utc" {
      let band = BandRule.position(definition, channel, unit, isMidpoint: false)
      if channel.isPosition, unit.mark.type.isBox,
        unit[channel.secondary ?? channel] == nil || channel.secondary == nil
      {
        if band == 0.5 {
          return main([definition.fieldName(), definition.fieldName(suffix: "end")])
        }
        return main([
          definition.fieldName(suffix: BandRule.rectStart),
          definition.fieldName(suffix: BandRule.rectEnd),
        ])
      }
      if BandRule.hasBand(definition, channel, unit) {
        return main([definition.fieldName(), definition.fieldName(suffix: "end")])
      }
    }
    return Explicit(
      [.fields([definition.fieldName()], unit: name, isRaw: isSortedByOther)], isExplicit: false)
  }

  /// Whether a sort names a channel, such as `-x`.
  static func isChannelReference(_ sort: JSONNode) -> Bool {
    guard let text = sort.string else { return false }
    let name = text.hasPrefix("-") ? String(text.dropFirst()) : text
    return Channel(rawValue: name) != nil
  }

  private static func sort(
    _ definition: ChannelDefinition, _ channel: Channel, _ unit: Model.Unit, _ model: Model
  ) -> ScaleComponent.DomainSort {
    guard definition.isField else { return .none }
    // Named bins stand in the order of their starts.
    let isByOrder = definition.sort.map { ["ascending", "descending"].contains($0.string) } ?? true
    if definition.isBinning, isByOrder {
      return .byField(
        operation: "min", field: definition.fieldName(),
        isDescending: definition.sort?.string == "descending")
    }
    guard let sort = definition.sort else {
      return listOfColour(definition, channel, unit) ?? .natural(isDescending: false)
    }
    if let items = sort.array { return .list(items) }
    if sort.isNull { return .none }
    func isStackedMeasure(_ field: String?) -> Bool {
      guard let stack = unit.stack else { return false }
      let dimensions =
        stack.groupbyChannels.compactMap { unit[$0]?.field } + stack.stackBy.compactMap(\.field)
      return !dimensions.contains(field ?? "")
    }
    func byField(_ operation: String?, _ field: String?, _ order: String?)
      -> ScaleComponent.DomainSort
    {
      .byField(
        operation: operation ?? (isStackedMeasure(field) ? "sum" : "min"),
        field: field.map(FieldNames.flat), isDescending: order == "descending")
    }
    func byChannel(_ name: String, _ order: String?) -> ScaleComponent.DomainSort {
      guard let channel = Channel(rawValue: name), let other = unit.scaled(channel) else {
        return .natural(isDescending: order == "descending")
      }
      if let aggregate = other.aggregate, case .operation(let operation) = aggregate {
        return byField(operation, other.field, order)
      }
      if other.aggregate != nil { return byField(nil, other.fieldName(), order) }
      return byField(nil, other.field, order)
    }
    if sort.isObject {
      if let encoding = sort["encoding"]?.string {
        return byChannel(encoding, sort["order"]?.string)
      }
      if sort.has("field") || sort.has("op") {
        return byField(sort["op"]?.string, sort["field"]?.string, sort["order"]?.string)
      }
      return .natural(isDescending: sort["order"]?.string == "descending")
    }
    if isChannelReference(sort), let text = sort.string {
      let isDescending = text.hasPrefix("-")
      return byChannel(
        isDescending ? String(text.dropFirst()) : text, isDescending ? "descending" : "ascending")
    }
    return .natural(isDescending: sort.string == "descending")
  }
}

extension DomainRule {
  /// Marks that stand beside each other have the order in which the domain of their colour was written.
  private static func listOfColour(
    _ definition: ChannelDefinition, _ channel: Channel, _ unit: Model.Unit
  ) -> ScaleComponent.DomainSort? {
    guard channel.isOffset, let field = definition.field else { return nil }
    return [Channel.color, .fill, .stroke].lazy.compactMap { unit.scaled($0) }
      .first { $0.field == field }
      .flatMap { $0.scale?["domain"]?.array ?? $0.sort?.array }
      .map { .list($0) }
  }
}

/// The extra fields of binned data.
enum BinFields {
  /// Whether a bin on a discrete scale is named by its range, as `10 – 20` (`binRequiresRange`).
  static func needsRange(_ definition: ChannelDefinition, _ channel: Channel) -> Bool {
    guard definition.isBinning else { return false }
    return (channel.isPosition || channel.isOffset)
      && (definition.type == .ordinal || definition.type == .nominal)
      || channel.isFacet && definition.isBinning
  }
}
