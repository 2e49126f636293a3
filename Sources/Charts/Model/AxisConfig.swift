import Syntax

/// What the configuration says of an axis, in Vega-Lite's order: styles, sections by kind of scale, then by
/// orientation and channel, then `axis`. Which sections there are is found once: an axis asks for some fifty
/// properties.
struct AxisConfig {
  private let config: Config
  /// The axis's own styles, the one that counts most first.
  private let styles: [String]
  private let sections: [(name: String, style: String?)]

  init(
    _ channel: Channel, orient: String?, scaleType: String, styles: [JSONNode], _ config: Config
  ) {
    self.config = config
    self.styles = styles.reversed().compactMap(\.string)
    let kinds: [String] =
      switch scaleType {
      case "band": ["Band", "Discrete"]
      case "point": ["Point", "Discrete"]
      case "time", "utc": ["Temporal"]
      case _ where ScaleFamily.hasContinuousDomain(scaleType): ["Quantitative"]
      default: []
      }
    let letter = channel == .x ? "X" : "Y"
    var names = kinds.map { "axis\(letter)\($0)" } + kinds.map { "axis\($0)" }
    names.append("axis\(letter)")
    if let orient { names.append("axis\(orient.prefix(1).uppercased())\(orient.dropFirst())") }
    names.append("axis")
    sections = names.filter { config[$0] != nil }.map { ($0, config[$0, "style"]?.string) }
  }

  /// The property `name`, where the configuration gives it.
  func value(_ name: String) -> JSONNode? {
    for style in styles {
      if let found = config.style(style, name) { return found }
    }
    for section in sections {
      if let found = config[section.name, name] { return found }
      if let style = section.style, let found = config.style(style, name) { return found }
    }
    return nil
  }
}
