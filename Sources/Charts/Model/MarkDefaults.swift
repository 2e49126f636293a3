import Syntax

/// Properties of marks that follow from encoding and configuration (Vega-Lite's `initMarkdef`).
enum MarkDefaults {
  /// The property `name` of a mark of `type`: of its definition, its styles, or the configuration. Vega's
  /// own name for it, where that differs, is tried first.
  static func property(
    _ name: String, vega: String? = nil, mark: JSONNode, type: String, config: Config
  ) -> JSONNode? {
    if let vega, let own = mark[vega] { return own }
    if let own = mark[name] { return own }
    return configured(name, vega: vega, mark: mark, type: type, config: config)
  }

  /// The same from the configuration alone.
  static func configured(
    _ name: String, vega: String? = nil, mark: JSONNode, type: String, config: Config
  ) -> JSONNode? {
    let styles = (mark["style"]?.listed.compactMap(\.string) ?? []).reversed()
    let names = [vega, name].compactMap { $0 }
    for style in styles {
      for name in names { if let node = config.style(style, name) { return node } }
    }
    for name in names { if let node = config.style(type, name) { return node } }
    for name in names { if let node = config[type, name] { return node } }
    for name in names { if let node = config["mark", name] { return node } }
    return nil
  }

  static func isFilled(_ type: MarkType, mark: JSONNode, config: Config) -> Bool {
    property("filled", mark: mark, type: type.rawValue, config: config)?.bool
      ?? !type.isStroked
  }

  /// Which way a mark lies, nil for marks that have no direction.
  static func orient(
    _ type: MarkType, mark: JSONNode, encoding: [Channel: [ChannelDefinition]], config: Config
  ) -> String? {
    guard type.hasOrient else { return nil }
    let specified = property("orient", mark: mark, type: type.rawValue, config: config)?.string
    let (x, y) = (encoding[.x]?.first, encoding[.y]?.first)
    let (hasX2, hasY2) = (encoding[.x2] != nil, encoding[.y2] != nil)
    func isBinnedField(_ definition: ChannelDefinition?) -> Bool {
      definition.map { $0.isField && $0.isBinned } ?? false
    }
    func aggregates(_ a: ChannelDefinition?, not b: ChannelDefinition?) -> Bool {
      guard let a, let b, a.isField, b.isField else { return false }
      return a.aggregate != nil && b.aggregate == nil
    }
    func isPlainMeasure(_ definition: ChannelDefinition?) -> Bool {
      definition.map { $0.isFieldOrDatum && $0.type == .quantitative && !$0.isBinning } ?? false
    }
    if type == .bar {
      if isBinnedField(x) || aggregates(y, not: x) { return "vertical" }
      if isBinnedField(y) || aggregates(x, not: y) { return "horizontal" }
      if hasX2 || hasY2 {
        if let specified { return specified }
        if !hasX2 {
          return isPlainMeasure(x) && isBinnedField(y) ? "horizontal" : "vertical"
        }
        if !hasY2 {
          return isPlainMeasure(y) && isBinnedField(x) ? "vertical" : "horizontal"
        }
      }
    }
    if type == .bar || type == .rule, hasX2, hasY2, !isBinnedField(x), !isBinnedField(y) {
      return nil
    }
    if type.growsFromZero || type == .rule {
      if hasY2 { return isBinnedField(y) ? "horizontal" : "vertical" }
      if hasX2 { return isBinnedField(x) ? "vertical" : "horizontal" }
      if type == .rule {
        if x != nil, y == nil { return "vertical" }
        if y != nil, x == nil { return "horizontal" }
      }
    }
    if let specified { return specified }
    func isMeasure(_ definition: ChannelDefinition?) -> Bool {
      definition.map { $0.isFieldOrDatum && $0.type == .quantitative && $0.bin == nil } ?? false
    }
    let xIsMeasure = isMeasure(x)
    let yIsMeasure = isMeasure(y)
    // A tick stands across the measure, all other marks lie along it.
    let along = type == .tick ? (x: "vertical", y: "horizontal") : (x: "horizontal", y: "vertical")
    switch (xIsMeasure, yIsMeasure) {
    case (true, false): return along.x
    case (false, true): return along.y
    case (true, true):
      if aggregates(x, not: y) { return along.x }
      return along.y
    case (false, false):
      switch (x?.type == .temporal, y?.type == .temporal) {
      case (true, false): return "vertical"
      case (false, true): return "horizontal"
      case (true, true), (false, false): return nil
      }
    }
  }
}
