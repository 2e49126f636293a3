import Glibc
import Scene
import Syntax
import Tables

/// What a scale gives, with the sizes of its view at hand.
struct ScaleRange {
  let component: ScaleComponent
  let channel: Channel
  let owner: ViewInstance
  let domain: [Value]
  let bins: ScaleMaker.Bins?
  let zone: TimeZoneRules
  let parameters: Parameters
  /// The length of a range that is made of steps.
  let step: () -> Double?

  /// A view that the scale serves, whose size counts.
  private var view: ViewInstance {
    owner.units.first { $0.model.scales[channel] != nil } ?? owner
  }

  /// The two ends, or the numbers, or the values of the range; a ramp for continuous colours.
  var output: Scale.Output {
    let config = owner.model.config
    switch component.range?.value {
    case .step?, .offsetStep?: return .numbers([0, step() ?? 0])
    case .view(let side)?:
      let size = view.size(side)
      if channel == .y, ScaleFamily.hasContinuousDomain(component.typeName) {
        return .numbers([size, 0])
      }
      return .numbers([0, size])
    case .band(let position)?:
      if let scale = view.scale(position) {
        if case .band = scale.kind {
          let isUpward =
            channel == .yOffset && ScaleFamily.hasContinuousDomain(component.typeName)
          return .numbers(isUpward ? [scale.bandwidth, 0] : [0, scale.bandwidth])
        }
        // Groups leave a tenth of the unit free on either side.
        let inset = (config.number("scale", "bandWithNestedOffsetPaddingInner") ?? 0.2) / 2
        let width = unitWidth(scale, position)
        let shift = (bandPosition(position) - 0.5) * width
        return .numbers([inset * width + shift, (1 - inset) * width + shift])
      }
      let half = view.size(position.dimension) / 2
      return .numbers([-half, half])
    case .numbers(let numbers)?: return .numbers(numbers)
    case .radius(let inner, let outer)?:
      return .numbers([inner, outer ?? min(view.width, view.height) / 2])
    case .values(let nodes)?: return written(nodes)
    case .named(let name)?: return named(config["range", name] ?? VegaDefaults.range(name))
    case .scheme(let node)?: return scheme(node)
    case .field(let field, let unit)?: return fieldValues(field, unit)
    case .sizes(let minimum, let maximum)?: return .numbers(sizes(minimum, maximum))
    case nil: return .numbers([0, 1])
    }
  }

  /// Where within its time unit the view's marks stand.
  private func bandPosition(_ position: Channel) -> Double {
    guard let unit = view.model.unit, let definition = unit.scaled(position) else { return 0.5 }
    return BandRule.position(definition, position, unit) ?? 0.5
  }

  /// The width of one time unit on a continuous position: what an offset divides.
  private func unitWidth(_ scale: Scale, _ position: Channel) -> Double {
    guard let definition = view.model.unit?.scaled(position), let unit = definition.timeUnit?.unit
    else { return view.size(position.dimension) }
    let start = unit.zone(zone).time(of: DateFields(year: 2001))
    let end = unit.end(after: start, in: zone)
    return abs((scale.number(end) ?? 0) - (scale.number(start) ?? 0))
  }

  private func sizes(
    _ minimum: Double, _ maximum: ScaleComponent.Range.SizeMaximum
  ) -> [Double] {
    func smallestStep(_ width: Double, _ height: Double) -> Double {
      var steps: [Double] = []
      var hasBins = false
      for (channel, fallback) in [(Channel.x, width), (.y, height)] {
        if let step = binStep(channel) {
          steps.append(step)
          hasBins = true
        } else {
          steps.append(fallback)
        }
      }
      return hasBins ? (steps.min() ?? 20) : min(width, height)
    }
    let top: Double =
      switch maximum {
      case .value(let value): value
      case .pointStep(let width, let height): pow(0.95 * smallestStep(width, height), 2)
      case .bandStep(let width, let height): smallestStep(width, height) - 1
      }
    if ScaleFamily.discretizing.contains(component.typeName) {
      let count = discretizingCount
      return (0..<count).map {
        minimum + (top - minimum) * Double($0) / Double(max(1, count - 1))
      }
    }
    return [minimum, top]
  }

  /// The pixels between bins of a position.
  private func binStep(_ channel: Channel) -> Double? {
    guard let definition = view.model.unit?.scaled(channel),
      definition.isBinning || definition.isBinned,
      let field = definition.field
    else { return nil }
    let size = view.size(channel.dimension)
    if let bins = view.binning(of: field) {
      return size / ((bins.unmovedStop - bins.start) / bins.step)
    }
    if case .given(let step?) = definition.bin, let scale = view.scale(channel) {
      let domain = scale.numericDomain
      if let first = domain.first, let last = domain.last { return size / ((last - first) / step) }
    }
    return nil
  }

  private var discretizingCount: Int {
    let config = owner.model.config
    switch component.typeName {
    case "quantile": return Int(limited: config.number("scale", "quantileCount") ?? 4)
    case "quantize": return Int(limited: config.number("scale", "quantizeCount") ?? 4)
    default: return domain.count + 1
    }
  }

  private func written(_ nodes: [JSONNode]) -> Scale.Output {
    var values: [Value] = []
    for node in nodes {
      if let name = node.string, name == "width" || name == "height", !channel.isColor {
        values.append(.number(view.size(name == "width" ? .width : .height)))
      } else if node.isObject, node.has("expr") || node.has("signal") {
        let value = parameters.value(
          node, names: ["width": .number(view.width), "height": .number(view.height)])
        if case .array(let items) = value { values += items } else { values.append(value) }
      } else {
        values.append(Value(node))
      }
    }
    if ScaleFamily.hasContinuousDomain(component.typeName), channel.isColor,
      !ScaleFamily.discretizing.contains(component.typeName)
    {
      return .ramp(.piecewise(colors(values), interpolation))
    }
    let numbers = values.compactMap { value -> Double? in
      if case .number(let number) = value { return number }
      return nil
    }
    if numbers.count == values.count, !channel.isColor { return .numbers(numbers) }
    return .values(values)
  }

  private func colors(_ values: [Value]) -> [Color] {
    values.map { value in
      if case .string(let text) = value, let color = CSSColor.parse(text) { return color ?? .white }
      return .black
    }
  }

  private var interpolation: ColorInterpolation {
    let node = component.property("interpolate")
    let name = node?.string ?? node?["type"]?.string ?? "rgb"
    return ColorInterpolation(rawValue: name) ?? .rgb
  }

  private func named(_ node: JSONNode?) -> Scale.Output {
    guard let node else { return .values([]) }
    if let items = node.array { return written(items) }
    return scheme(node)
  }

  /// A colour scheme by name, or as an object with extent and count, or a list of colours.
  private func scheme(_ node: JSONNode) -> Scale.Output {
    let named = node["scheme"] ?? node["name"] ?? node
    var count = node["count"]?.number.map { Int(limited: $0) }
    let extent = node["extent"]?.array?.compactMap { parameters.number($0) }
    var found: ColorSchemes.Scheme?
    if let items = named.array {
      found = .continuous(.piecewise(colors(items.map { Value($0) }), interpolation))
    } else if let name = named.string {
      found = ColorSchemes.scheme(name)
      if found == nil, let dash = name.lastIndex(of: "-"),
        let number = Int(name[name.index(after: dash)...])
      {
        found = ColorSchemes.scheme(String(name[..<dash]))
        count = count ?? number
      }
    }
    guard let found else { return .values([]) }
    let type = component.typeName
    let size: Int =
      switch type {
      case "threshold": domain.count + 1
      case "bin-ordinal": max(0, (bins?.bounds(domain: []).count ?? domain.count) - 1)
      // Vega's own number of classes: those of the configuration are for sizes.
      case "quantile", "quantize": count ?? 5
      default: domain.count
      }
    switch found {
    case .categorical(let colors):
      let text = colors.map { Value.string(CSSColor.text($0)) }
      if type == "ordinal" { return .values(text) }
      if ScaleFamily.isContinuous(type) { return .ramp(.piecewise(colors, interpolation)) }
      return .values(Array(text.prefix(size)))
    case .continuous(var ramp):
      if let extent, extent.count == 2 {
        ramp = .part(ramp, from: extent[0], to: extent[1])
      }
      if type == "time" || type == "utc" {
        // Scales of times do not interpolate in Vega: they get a colour for each value of the domain.
        return .ramp(.piecewise(ramp.quantized(max(2, domain.count)), interpolation))
      }
      if ScaleFamily.isContinuous(type) { return .ramp(ramp) }
      return .values(ramp.quantized(size).map { .string(CSSColor.text($0)) })
    }
  }

  private func fieldValues(_ field: String, _ unit: String) -> Scale.Output {
    var values: [Value] = []
    for value in domain {
      for instance in owner.units where instance.model.name == unit {
        guard let definition = instance.model.unit?.scaled(channel),
          let keys = instance.table.column(definition.fieldName())
            ?? instance.raw.column(definition.fieldName()),
          let column = instance.table.column(field) ?? instance.raw.column(field)
        else { continue }
        if let row = (0..<keys.count).first(where: { keys[$0] == value }), row < column.count {
          values.append(column[row])
          break
        }
      }
    }
    return .values(values)
  }
}
