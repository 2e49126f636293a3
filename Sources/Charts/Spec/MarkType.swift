import Wording

/// The kinds of marks that draw one thing a row, or a path over rows. What a rule of Vega-Lite says of some
/// kinds of marks is a property here, so that a new mark answers each question once. The composite marks
/// (box plots and the like) are layers of these: `CompositeMark`.
enum MarkType: String, Hashable, Sendable, CaseIterable {
  case arc, area, bar, circle, geoshape, image, line, point, rect, rule, square, text, tick, trail

  /// Vega's mark for it.
  var vega: SceneMark.Kind {
    switch self {
    case .arc: .arc
    case .area: .area
    case .bar, .rect, .tick: .rect
    case .circle, .point, .square: .symbol
    case .geoshape: .path
    case .image: .image
    case .line: .line
    case .rule: .rule
    case .text: .text
    case .trail: .trail
    }
  }

  /// Whether rows are joined into one outline.
  var isPath: Bool {
    switch self {
    case .area, .line, .trail: true
    case .arc, .bar, .circle, .geoshape, .image, .point, .rect, .rule, .square, .text, .tick: false
    }
  }

  /// Whether it is drawn as an outline unless it is asked to be filled.
  var isStroked: Bool {
    switch self {
    case .line, .point, .rule: true
    case .arc, .area, .bar, .circle, .geoshape, .image, .rect, .square, .text, .tick, .trail: false
    }
  }

  /// Whether it lies along one direction.
  var hasOrient: Bool {
    switch self {
    case .area, .bar, .line, .rule, .tick, .trail: true
    case .arc, .circle, .geoshape, .image, .point, .rect, .square, .text: false
    }
  }

  /// Whether its parts are put on top of each other, and whether without being asked.
  var stacking: Stacking {
    switch self {
    case .arc, .area, .bar: .byDefault
    case .circle, .line, .point, .rule, .square, .text, .tick: .onDemand
    case .geoshape, .image, .rect, .trail: .never
    }
  }

  enum Stacking { case never, onDemand, byDefault }

  /// Whether rows that are missing from a stack are filled in, so that its outlines meet.
  var imputesStacks: Bool { self == .area || self == .line }

  /// Whether it is drawn somewhat transparent where each row has a mark of its own.
  var showsOverplotting: Bool {
    switch self {
    case .circle, .point, .square, .tick: true
    case .arc, .area, .bar, .geoshape, .image, .line, .rect, .rule, .text, .trail: false
    }
  }

  /// Whether an empty inside is painted transparent, so that it can be pointed at; readers of the SVG are
  /// told its name for the same kinds.
  var hasInside: Bool {
    switch self {
    case .bar, .circle, .geoshape, .point, .square: true
    case .arc, .area, .image, .line, .rect, .rule, .text, .tick, .trail: false
    }
  }

  /// Whether it fills the band of a time unit, rather than standing at its start.
  var fillsTimeUnits: Bool { isBox || self == .arc }

  /// Whether it is a box over the bands of its scales.
  var isBox: Bool {
    switch self {
    case .bar, .image, .rect: true
    case .arc, .area, .circle, .geoshape, .line, .point, .rule, .square, .text, .tick, .trail: false
    }
  }

  /// Whether discrete positions are bands for it, not points.
  var needsBands: Bool { isBox || self == .rule || self == .tick }

  /// Whether the scale of its measure begins at zero.
  var growsFromZero: Bool { self == .area || self == .bar }

  /// Whether the scale along its dimension need not hold zero.
  var hasDimension: Bool { isPath || self == .bar }

  /// What the channel `size` is for it.
  var size: SizeMeaning {
    switch self {
    case .bar, .tick: .band
    case .line, .rule, .trail: .strokeWidth
    case .text: .fontSize
    case .arc, .area, .circle, .geoshape, .image, .point, .rect, .square: .area
    }
  }

  enum SizeMeaning { case area, band, fontSize, strokeWidth }

  /// Whether it needs an area and not only a length, though it has no scale of x or y.
  var needsPlane: Bool { self == .arc || self == .geoshape }

  /// Whether its colours are those of a heat map.
  var isHeat: Bool { self == .geoshape || self == .rect }

  /// Its symbol in a legend.
  var legendSymbol: String {
    switch self {
    case .bar, .image, .rect, .square: "square"
    case .line, .rule, .trail: "stroke"
    case .arc, .area, .circle, .geoshape, .point, .text, .tick: "circle"
    }
  }

  /// The property of the configuration `scale` that says what is left free between its bands.
  var bandPadding: String {
    switch self {
    case .bar: "barBandPaddingInner"
    case .tick: "tickBandPaddingInner"
    case .arc, .area, .circle, .geoshape, .image, .line, .point, .rect, .rule, .square, .text,
      .trail:
      "rectBandPaddingInner"
    }
  }

  /// What a chart of it is called in a sentence.
  var chartLabel: Label {
    switch self {
    case .arc: .pieChart
    case .area: .areaChart
    case .bar: .barChart
    case .line, .trail: .lineChart
    case .rect: .heatMap
    case .circle, .geoshape, .image, .point, .rule, .square, .text, .tick: .chart
    }
  }
}
