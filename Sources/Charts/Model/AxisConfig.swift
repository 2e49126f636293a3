import Syntax

/// What the configuration says of an axis, in Vega-Lite's order: styles, sections by kind of scale, then by
/// orientation and channel, then `axis`. Which sections there are is found once: an axis asks for some fifty
/// properties.
struct AxisConfig {
  /// The one that counts most first.
  private let sources: [JSONNode]

  init(
    _ channel: Channel, orient: String?, scaleType: String, styles: [JSONNode], _ config: Config
  ) {
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
    var sources = styles.reversed().compactMap(\.string).compactMap { config["style", $0] }
    for section in names.compactMap({ config[$0] }) {
      sources.append(section)
      if let style = section["style"]?.string.flatMap({ config["style", $0] }) {
        sources.append(style)
      }
    }
    self.sources = sources
  }

  /// The property `name`, where the configuration gives it.
  func value(_ name: String) -> JSONNode? {
    for source in sources {
      if let found = source[name] { return found }
    }
    return nil
  }
}
