import Syntax

/// A view of the specification: a unit, or several views layered, faceted or put side by side. What
/// children share (scales, axes, legends) moves up to their parent while the tree is read.
///
/// A tree of references: parents merge what their children hold, and children look upwards for the
/// scale that they share.
final class Model {
  enum Kind {
    case unit(Unit)
    case layer
    /// One child, drawn once for each group of the data.
    case facet(Facet)
    case concat
  }

  /// What only a unit has.
  struct Unit {
    var mark: Mark
    var encoding: [Channel: [ChannelDefinition]]
    var stack: StackProperties?

    /// The definition of a channel: the first where it has several.
    subscript(_ channel: Channel) -> ChannelDefinition? { encoding[channel]?.first }

    /// The field or datum that a channel's scale works on: the definition's own or its condition's.
    func scaled(_ channel: Channel) -> ChannelDefinition? {
      guard let definition = self[channel] else { return nil }
      if definition.isFieldOrDatum { return definition }
      for condition in definition.conditions
      where condition.has("field") || condition.has("datum") || condition.has("aggregate") {
        return EncodingParser.definition(condition, channel: channel)
      }
      return nil
    }

    var isAggregated: Bool {
      encoding.values.contains { $0.contains { $0.fieldPart?.aggregate != nil } }
    }
  }

  /// How a facet divides the data.
  struct Facet {
    var row: ChannelDefinition?
    var column: ChannelDefinition?
    /// The one definition of a wrapped facet.
    var wrapped: ChannelDefinition?

    var definitions: [ChannelDefinition] { [row, column, wrapped].compactMap { $0 } }

    subscript(_ channel: Channel) -> ChannelDefinition? {
      switch channel {
      case .row: row
      case .column: column
      case .facet: wrapped
      default: nil
      }
    }
  }

  let spec: JSONNode
  let kind: Kind
  /// The name with the names of the parents before it, as Vega-Lite builds it; empty for the root.
  let name: String
  private(set) weak var parent: Model?
  private(set) var children: [Model] = []
  let config: Config
  let transforms: [JSONNode]
  let data: JSONNode?
  var resolve: Resolve
  var scales: [Channel: ScaleComponent] = [:]
  /// The channels whose scale went up to the parent.
  var sharedScales: Set<Channel> = []
  var axes: [Channel: [AxisComponent]] = [:]
  var legends: [Channel: LegendComponent] = [:]
  var headers: [Channel: HeaderLayout] = [:]
  var size: [Dimension: SizeComponent] = [:]

  init(
    _ spec: JSONNode, kind: Kind, name: String, parent: Model?, config: Config, size: JSONNode
  ) {
    self.spec = spec
    self.kind = kind
    self.name = name
    self.parent = parent
    self.config = config
    transforms = spec["transform"]?.array ?? []
    data = spec["data"]
    resolve = Resolve(spec["resolve"])
    self.specifiedSize = size
  }

  /// Width and height as written here or handed down by a layer.
  let specifiedSize: JSONNode

  func adopt(_ children: [Model]) { self.children = children }

  var unit: Unit? { if case .unit(let unit) = kind { unit } else { nil } }
  var facet: Facet? { if case .facet(let facet) = kind { facet } else { nil } }
  var isLayer: Bool { if case .layer = kind { true } else { false } }
  var isConcat: Bool { if case .concat = kind { true } else { false } }

  /// The scale that serves a channel here: this view's own, or a parent's that it is merged into.
  func scale(_ channel: Channel) -> ScaleComponent? { scaleOwner(channel)?.scales[channel] }

  /// The view that holds the scale of a channel.
  func scaleOwner(_ channel: Channel) -> Model? {
    if scales[channel] != nil, !sharedScales.contains(channel) { return self }
    return parent?.scaleOwner(channel)
  }

  /// The views below this one and itself that are units.
  var units: [Model] { unit != nil ? [self] : children.flatMap(\.units) }

  /// Whether the size of a side is that of a container.
  func isContained(_ side: Dimension) -> Bool {
    units.contains { $0.specifiedSize[side.rawValue]?.string == "container" }
  }

  /// Whether bars or areas reach from the zero of a continuous offset to their values within the bands of
  /// a discrete position.
  func hasRangedOffset(_ channel: Channel) -> Bool {
    guard channel.isPosition, let unit, unit.mark.type.growsFromZero,
      let offset = scale(channel == .x ? .xOffset : .yOffset), let position = scale(channel)
    else { return false }
    return ScaleFamily.isContinuous(offset.typeName) && ScaleFamily.isDiscrete(position.typeName)
  }

  /// The name of a part of this view.
  func named(_ part: String) -> String { name.isEmpty ? part : "\(name)_\(part)" }
}

/// A mark with the properties that encoding and configuration give it.
struct Mark {
  var type: MarkType
  var definition: JSONNode
  var orient: String?
  var isFilled: Bool
  /// The opacity that unaggregated point marks get.
  var defaultOpacity: Double?
  let config: Config

  /// The property `name`: of the definition, its styles or the configuration.
  func property(_ name: String, vega: String? = nil) -> JSONNode? {
    MarkDefaults.property(
      name, vega: vega, mark: definition, type: type.rawValue, config: config)
  }

  func configured(_ name: String, vega: String? = nil) -> JSONNode? {
    MarkDefaults.configured(
      name, vega: vega, mark: definition, type: type.rawValue, config: config)
  }
}

/// Which scales, axes and legends the children of a view share.
struct Resolve {
  enum Mode: String { case shared, independent }

  private var scale: [Channel: Mode] = [:]
  private var guide: [Channel: Mode] = [:]

  init(_ node: JSONNode?) {
    for entry in node?["scale"]?.entries ?? [] {
      if let channel = Channel(rawValue: entry.name) {
        scale[channel] = entry.node.string.flatMap { Mode(rawValue: $0) }
      }
    }
    for part in ["axis", "legend"] {
      for entry in node?[part]?.entries ?? [] {
        if let channel = Channel(rawValue: entry.name) {
          guide[channel] = entry.node.string.flatMap { Mode(rawValue: $0) }
        }
      }
    }
  }

  /// How the scales of a channel are resolved: as written, else by the kind of view.
  func scale(_ channel: Channel, in model: Model) -> Mode {
    if let mode = scale[channel] { return mode }
    switch model.kind {
    case .facet: return channel == .theta ? .independent : .shared
    case .layer, .unit: return .shared
    case .concat: return channel.isPosition || channel.isPolar ? .independent : .shared
    }
  }

  mutating func setScale(_ channel: Channel, _ mode: Mode) { scale[channel] = mode }

  /// How the guides of a channel are resolved: never shared where the scales are not.
  func guide(_ channel: Channel, in model: Model) -> Mode {
    scale(channel, in: model) == .independent ? .independent : guide[channel] ?? .shared
  }

  mutating func setGuide(_ channel: Channel, _ mode: Mode) { guide[channel] = mode }
}

/// The extent of a view on one side.
struct SizeComponent {
  enum Extent: Equatable {
    case pixels(Double)
    /// As many steps as the scale of the side has.
    case step
  }

  var extent: Extent
  var isExplicit: Bool
}
