import Syntax
import Tables

/// The accessible names of marks, as `year: 2024; value: 12` (Vega-Lite's `aria` encoders).
struct MarkDescriptions {
  let builder: MarkBuilder

  /// What the mark is, such as `bar`; nil for marks that Vega names well enough itself.
  var role: String? {
    if let own = builder.mark.definition["ariaRoleDescription"]?.string { return own }
    let type = builder.mark.type
    return ["bar", "tick", "point", "circle", "square", "geoshape"].contains(type) ? type : nil
  }

  /// The name of the item of a row; nil where the mark has none.
  var texts: (Int) -> String? {
    let unit = builder.unit
    if builder.mark.definition["aria"]?.bool == false
      || builder.instance.model.config.root["aria"]?.bool == false
    {
      return { _ in nil }
    }
    let encoder = TextEncoder(builder: builder)
    if let own = unit[.description] { return encoder.text(own) }
    if let own = builder.mark.definition["description"]?.string { return { _ in own } }
    var parts: [(title: String, text: (Int) -> String?)] = []
    var known: Set<String> = []
    for channel in Channel.allCases where !Self.silent.contains(channel) {
      for definition in unit.encoding[channel] ?? [] {
        guard let part = definition.fieldPart ?? (definition.isDatum ? definition : nil) else {
          continue
        }
        if channel.isSecondary, part.isField, unit[channel.main]?.isBinned == true { continue }
        let title =
          part.isField
          ? FieldTitle.title(of: part, config: builder.instance.model.config)
            ?? FieldTitle.defaultTitle(of: part, config: builder.instance.model.config)
          : channel.rawValue
        let key = "\(title)\u{1}\(part.isField ? part.fieldName() : "")"
        guard known.insert(key).inserted else { continue }
        var formatted = part
        if formatted.node["format"] == nil {
          let guide = part.node["axis"] ?? part.node["legend"]
          if let format = guide?["format"] {
            formatted.node = formatted.node.setting("format", format)
            if let type = guide?["formatType"] {
              formatted.node = formatted.node.setting("formatType", type)
            }
          }
        }
        if formatted.type == nil { formatted.type = unit[channel.main]?.type }
        parts.append((title, encoder.text(formatted)))
      }
    }
    guard !parts.isEmpty else { return { _ in nil } }
    return { row in
      parts.map { "\($0.title): \($0.text(row) ?? "")" }.joined(separator: "; ")
    }
  }

  /// Channels that say nothing of the data beside the others.
  private static let silent: Set<Channel> = [
    .tooltip, .href, .url, .description, .order, .key, .time, .row, .column, .facet,
  ]
}
