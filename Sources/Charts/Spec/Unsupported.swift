import Syntax

/// What Vega-Lite has and charts of paper do not draw. It is refused: a picture that left it out would say
/// something else than its specification.
enum Unsupported {
  /// What of `member` of an object of `kind` cannot be drawn; nil where all can.
  static func reason(_ member: JSONNode.Member, of kind: String) -> String? {
    let name = member.name
    if isRefused(name, of: kind) { return "the property `\(name)`" }
    if name == "formatType", let type = member.node.string, !formats.contains(type) {
      return "the custom format `\(type)`"
    }
    guard let text = member.node.string else { return nil }
    if let words = values[kind]?[name], words.contains(text) { return "`\(text)`" }
    return nil
  }

  /// Whether the property called `name` of an object of `kind` is never drawn, whatever its value.
  static func isRefused(_ name: String, of kind: String) -> Bool {
    properties[kind]?.contains(name) ?? false
  }

  private static let formats = ["number", "time", "utc"]

  private static let properties: [String: [String]] = [
    "Mark": ["smooth", "time"],
    "Encoding": ["time"],
    "Projection": ["coefficient", "distance", "extent", "fit", "fraction", "lobes", "parallel"]
      + ["radius", "ratio", "size", "spacing", "tilt"],
    "Config": [
      "locale", "normalizedNumberFormatType", "numberFormatType", "timeFormatType",
    ],
    "Scale": ["domainRaw"],
    "ScaleConfig": ["xReverse"],
    "ScaleInterpolateParams": ["gamma"],
  ]

  private static let values: [String: [String: [String]]] = [
    "Mark": ["dir": ["rtl"]]
  ]
}
