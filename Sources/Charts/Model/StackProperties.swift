import Syntax

/// How the marks of a unit are stacked, nil where they are not (Vega-Lite's `stack`).
struct StackProperties: Sendable {
  enum Offset: String, Sendable { case zero, center, normalize }

  /// The channels that tell one stack from another.
  var groupbyChannels: [Channel]
  /// The channel along which is stacked.
  var fieldChannel: Channel
  var offset: Offset
  /// What tells the parts of a stack from each other.
  var stackBy: [ChannelDefinition]
  /// Whether parts that are missing from a stack are filled with zero.
  var imputes: Bool

  init?(mark: MarkType, orient: String?, encoding: [Channel: [ChannelDefinition]]) {
    guard mark.stacking != .never else { return nil }
    func definition(_ channel: Channel) -> ChannelDefinition? { encoding[channel]?.first }
    guard
      let channel = Self.channel(.x, .y, mark: mark, orient: orient, definition)
        ?? Self.channel(.theta, .radius, mark: mark, orient: orient, definition),
      let stacked = definition(channel)
    else { return nil }
    let dimension: Channel =
      switch channel {
      case .x: .y
      case .y: .x
      case .theta: .radius
      default: .theta
      }
    let stackedName = stacked.fieldName()
    var groups: [Channel] = []
    var groupNames: Set<String> = []
    var candidates = [dimension]
    if dimension == .x { candidates.append(.xOffset) }
    if dimension == .y { candidates.append(.yOffset) }
    for candidate in candidates {
      guard let group = definition(candidate), group.isField, group.fieldName() != stackedName
      else { continue }
      groups.append(candidate)
      groupNames.insert(group.fieldName())
    }
    var parts: [ChannelDefinition] = []
    for other in Channel.allCases {
      switch other {
      case .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth,
        .strokeDash, .size, .angle, .shape, .text, .href, .url, .description, .detail, .order,
        .key, .time:
        for part in encoding[other] ?? [] {
          guard let field = part.fieldPart, field.aggregate == nil else { continue }
          if !groupNames.contains(field.fieldName()) { parts.append(field) }
        }
      default: break
      }
    }
    switch stacked.node["stack"]?.value {
    case .bool(true)?: offset = .zero
    case .string(let name)?:
      guard let named = Offset(rawValue: name) else { return nil }
      offset = named
    case nil:
      guard mark.stacking == .byDefault else { return nil }
      offset = .zero
    default: return nil
    }
    let isAggregated = encoding.values.contains { $0.contains { $0.aggregate != nil } }
    if isAggregated, parts.isEmpty { return nil }
    if let secondary = channel.secondary, definition(secondary)?.isFieldOrDatum == true {
      return nil
    }
    fieldChannel = channel
    groupbyChannels = groups
    stackBy = parts
    imputes = stacked.node["impute"]?.isNull == true ? false : mark.imputesStacks
  }

  private static func channel(
    _ x: Channel, _ y: Channel, mark: MarkType, orient: String?,
    _ definition: (Channel) -> ChannelDefinition?
  ) -> Channel? {
    let isBarOrArea = x == .x && mark.growsFromZero
    func isMeasure(_ candidate: ChannelDefinition?) -> Bool {
      guard let candidate, candidate.isField else { return false }
      return candidate.type == .quantitative && candidate.bin == nil
    }
    let (xDefinition, yDefinition) = (definition(x), definition(y))
    if let xField = xDefinition, let yField = yDefinition, xField.isField, yField.isField {
      switch (isMeasure(xField), isMeasure(yField)) {
      case (true, true):
        func asks(_ field: ChannelDefinition) -> Bool {
          guard let stack = field.node["stack"] else { return false }
          return !stack.isNull && stack.bool != false
        }
        if asks(xField) { return x }
        if asks(yField) { return y }
        if (xField.aggregate != nil) != (yField.aggregate != nil) {
          return xField.aggregate != nil ? x : y
        }
        if isBarOrArea { return orient == "vertical" ? y : orient == "horizontal" ? x : nil }
        return nil
      case (true, false): return x
      case (false, true): return y
      case (false, false): return nil
      }
    }
    if isMeasure(xDefinition) { return isBarOrArea && orient == "vertical" ? nil : x }
    if isMeasure(yDefinition) { return isBarOrArea && orient == "horizontal" ? nil : y }
    return nil
  }
}

extension ChannelDefinition {
  /// The definition itself where it names a field, else the first of its conditions that does.
  var fieldPart: ChannelDefinition? {
    if isField { return self }
    for condition in conditions where condition.has("field") || condition.has("aggregate") {
      return EncodingParser.definition(condition, channel: channel)
    }
    return nil
  }
}
