import Glibc
import Scene
import Syntax
import Tables

/// Makes the scales of all views from their data, in three rounds: domains of positions, sizes of views,
/// then everything else, since ranges depend on sizes and sizes on the domains of discrete positions.
struct ScaleStage {
  let zone: TimeZoneRules
  let parameters: Parameters
  /// Sizes asked for from outside: a width that the frame must fit in.
  var fixedSize: [Dimension: Double] = [:]
  /// By how much all views are wider than they ask for, where several together are to fill a width.
  let stretch: Double
  /// Domains that their scales cannot map.
  private(set) var bag = DiagnosticBag()
  /// Domains already computed, by owner and channel.
  private var domains: [ObjectIdentifier: [Channel: [Value]]] = [:]

  init(
    zone: TimeZoneRules, parameters: Parameters, fixedSize: [Dimension: Double] = [:],
    stretch: Double = 1
  ) {
    self.stretch = stretch
    self.zone = zone
    self.parameters = parameters
    self.fixedSize = fixedSize
  }

  mutating func run(_ root: ViewInstance) {
    findDomains(root)
    findSizes(root)
    for channel in Channel.scaled { makeScales(channel, root) }
  }

  private mutating func findDomains(_ instance: ViewInstance) {
    let model = instance.model
    for channel in Channel.scaled
    where model.scales[channel] != nil && !model.sharedScales.contains(channel) {
      if let component = model.scales[channel] {
        domains[ObjectIdentifier(instance), default: [:]][channel] =
          ScaleDomain(
            component: component, channel: channel, owner: instance, zone: zone,
            parameters: parameters
          ).values
      }
    }
    for child in instance.children { findDomains(child) }
  }

  // MARK: Sizes

  private mutating func findSizes(_ instance: ViewInstance) {
    let model = instance.model
    if model.unit != nil || model.isLayer {
      for side in [Dimension.width, .height] {
        var size = extent(instance, side)
        if side == .width { size *= stretch }
        setSize(instance, side, size)
      }
    } else {
      for child in instance.children { findSizes(child) }
    }
  }

  private func setSize(_ instance: ViewInstance, _ side: Dimension, _ size: Double) {
    if side == .width { instance.width = size } else { instance.height = size }
    for child in instance.children { setSize(child, side, size) }
  }

  private func extent(_ instance: ViewInstance, _ side: Dimension) -> Double {
    if instance.parent == nil, let fixed = fixedSize[side] { return max(0, fixed) }
    let channel: Channel = side == .width ? .x : .y
    guard let size = instance.model.size[side] else { return 300 }
    switch size.extent {
    case .pixels(let pixels): return pixels
    case .step:
      guard let owner = owner(channel, instance), let component = owner.model.scales[channel] else {
        return 20
      }
      return steps(component, channel, owner) ?? 20
    }
  }

  /// The instance that holds the scale of a channel, which may be a layer's child where layers do not
  /// share it.
  private func owner(_ channel: Channel, _ instance: ViewInstance) -> ViewInstance? {
    if let model = instance.model.scaleOwner(channel), let owner = instance.instance(of: model) {
      return owner
    }
    for child in instance.children {
      if let found = owner(channel, child) { return found }
    }
    return nil
  }

  /// The pixels that a discrete scale takes, nil where its range is not made of steps.
  private func steps(
    _ component: ScaleComponent, _ channel: Channel, _ owner: ViewInstance
  ) -> Double? {
    guard let step = step(component, channel, owner) else { return nil }
    let count = domains[ObjectIdentifier(owner)]?[channel]?.count ?? 0
    let (inner, outer) = paddings(component)
    return BandLayout.space(count: count, inner: inner, outer: outer) * step
  }

  private func step(
    _ component: ScaleComponent, _ channel: Channel, _ owner: ViewInstance
  ) -> Double? {
    switch component.range?.value {
    case .step(let step)?:
      // A size that is asked for from outside is divided among the steps.
      guard channel == .x || channel == .y,
        let fixed = fixedSize[channel == .x ? .width : .height]
      else { return step }
      let count = domains[ObjectIdentifier(owner)]?[channel]?.count ?? 0
      let (inner, outer) = paddings(component)
      let space = BandLayout.space(count: count, inner: inner, outer: outer)
      return space > 0 ? fixed / space : step
    case .offsetStep(let step)?:
      let offset: Channel = channel == .x ? .xOffset : .yOffset
      var count = 1
      var space = 1.0
      if let unit = owner.units.first(where: { $0.model.scale(offset) != nil }),
        let model = unit.model.scaleOwner(offset), let holder = unit.instance(of: model),
        let component = model.scales[offset]
      {
        count = domains[ObjectIdentifier(holder)]?[offset]?.count ?? 1
        let (inner, outer) = paddings(component)
        space = BandLayout.space(count: count, inner: inner, outer: outer)
        if component.typeName == "point" { space = Double(count) }
      }
      let inner = paddings(component).0
      return step * space / (1 - inner)
    default: return nil
    }
  }

  private func paddings(_ component: ScaleComponent) -> (Double, Double) {
    func number(_ name: String) -> Double? {
      component.property(name).flatMap { parameters.number($0) }
    }
    let padding = number("padding")
    let outer = number("paddingOuter") ?? padding ?? 0
    if component.typeName == "point" { return (1, outer) }
    return (number("paddingInner") ?? padding ?? 0, outer)
  }

  // MARK: Scales

  private mutating func makeScales(_ channel: Channel, _ instance: ViewInstance) {
    let model = instance.model
    if let component = model.scales[channel], !model.sharedScales.contains(channel) {
      let scale = scale(component, channel, instance)
      instance.scales[channel] = scale
      check(scale, channel, instance)
    }
    for child in instance.children { makeScales(channel, child) }
  }

  /// A logarithm has no place for zero, and none for both signs.
  private mutating func check(_ scale: Scale, _ channel: Channel, _ owner: ViewInstance) {
    guard scale.type == "log" else { return }
    let numbers = scale.domain.map(\.asNumber)
    if numbers.allSatisfy({ $0 > 0 }) || numbers.allSatisfy({ $0 < 0 }) { return }
    let definition = owner.units.lazy.compactMap { $0.model.unit?.scaled(channel) }.first
    let node = definition.map { $0.scale?["domain"] ?? $0.scale ?? $0.node } ?? .null
    let ends = numbers.map { NumberText.text(of: $0) }.joined(separator: " … ")
    bag.add(
      ChartDiagnostics.value(
        "the domain \(ends)", path: "\(channel.rawValue)/scale",
        expected: "numbers of one sign, without zero, on a logarithmic scale",
        hints: ["a `symlog` scale maps zero and both signs"],
        at: parameters.file.span(node.range)))
  }

  private func scale(
    _ component: ScaleComponent, _ channel: Channel, _ owner: ViewInstance
  ) -> Scale {
    let domain = domains[ObjectIdentifier(owner)]?[channel] ?? []
    let bins = bins(component, channel, owner)
    let range = ScaleRange(
      component: component, channel: channel, owner: owner, domain: domain, bins: bins,
      zone: zone, parameters: parameters,
      step: { steps(component, channel, owner) })
    return ScaleMaker(
      component: component, channel: channel, domain: domain, bins: bins, range: range,
      zone: zone, parameters: parameters
    ).scale
  }

  /// The bounds of the bins that the data of a scale fall into.
  private func bins(
    _ component: ScaleComponent, _ channel: Channel, _ owner: ViewInstance
  ) -> ScaleMaker.Bins? {
    guard let node = component.property("bins") else { return nil }
    if let items = node.array { return .bounds(items.compactMap { parameters.number($0) }) }
    if node["computed"]?.bool == true {
      for unit in owner.units {
        guard let definition = unit.model.unit?.scaled(channel), let field = definition.field,
          let found = unit.binning(of: field)
        else { continue }
        return .binning(start: found.start, stop: found.unmovedStop, step: found.step)
      }
      return nil
    }
    guard let step = node["step"].flatMap({ parameters.number($0) }) else { return nil }
    return .binning(
      start: node["start"].flatMap { parameters.number($0) },
      stop: node["stop"].flatMap { parameters.number($0) }, step: step)
  }
}

extension ViewInstance {
  /// The bins of a field, found here or in a view above.
  func binning(of field: String) -> Binning? { bins[field] ?? parent?.binning(of: field) }
}
