import Syntax
import Tables
import Wording

/// The accessible names of marks, as `year: 2024; value: 12` (Vega-Lite's `aria` encoders).
struct MarkDescriptions {
  let builder: MarkBuilder

  /// What the mark is, such as `bar`; nil for marks that Vega names well enough itself, and where the word would
  /// stand in another language.
  var role: String? {
    if let own = builder.mark.definition["ariaRoleDescription"]?.string { return own }
    guard builder.parameters.wording.isOfData else { return nil }
    let type = builder.mark.type
    return type.hasInside || type == .tick ? type.rawValue : nil
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
    let parts = parts
    guard !parts.isEmpty else { return { _ in nil } }
    let wording = builder.parameters.wording
    return { row in
      parts.map { Label.markPart.text(in: wording, $0.title, $0.text(row) ?? "") }
        .joined(separator: wording.isOfData ? "; " : wording[.recordSeparator])
    }
  }

  /// A field of an encoding with its name and the words of each row.
  struct Part {
    var title: String
    var text: (Int) -> String?
  }

  /// The fields of all channels that say something of the data, each once.
  var parts: [Part] {
    parts(
      of: Channel.allCases.filter { !Self.silent.contains($0) }
        .flatMap { builder.unit.encoding[$0] ?? [] })
  }

  /// The fields of `definitions`, each once.
  func parts(of definitions: [ChannelDefinition]) -> [Part] {
    let unit = builder.unit
    let config = builder.instance.model.config
    let encoder = TextEncoder(builder: builder)
    var parts: [Part] = []
    var known: Set<String> = []
    for definition in definitions {
      let channel = definition.channel
      guard let part = definition.fieldPart ?? (definition.isDatum ? definition : nil) else {
        continue
      }
      if channel.isSecondary, part.isField, unit[channel.main]?.isBinned == true { continue }
      let title =
        part.isField
        ? FieldTitle.title(of: part, config: config)
          ?? defaultTitle(of: part, config: config)
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
      if builder.parameters.writesPlainly, formatted.node["format"] == nil,
        formatted.type == .quantitative, config.root["numberFormat"] == nil
      {
        formatted.node = formatted.node.setting("format", .text(Self.plainNumber))
      }
      if formatted.type == nil { formatted.type = unit[channel.main]?.type }
      parts.append(Part(title: title, text: encoder.text(formatted)))
    }
    return parts
  }

  /// Six significant digits, thousands marked.
  private static let plainNumber = ",.6~r"

  /// A number as people write it.
  static func plain(_ number: Double) -> String {
    NumberFormat(plainNumber)?.text(of: number) ?? NumberText.text(of: number)
  }

  /// The name of a field without a title: as it is, or in the words of the report.
  private func defaultTitle(of part: ChannelDefinition, config: Config) -> String {
    let title = FieldTitle.defaultTitle(of: part, config: config)
    let parameters = builder.parameters
    return parameters.writesPlainly ? parameters.wording.word(for: title) : title
  }

  /// Channels that say nothing of the data beside the others.
  private static let silent: Set<Channel> = [
    .tooltip, .href, .url, .description, .order, .key, .time, .row, .column, .facet,
  ]
}
