import Syntax

/// The width and height of views, merged upwards where layers agree (Vega-Lite's `parseLayoutSize`).
enum SizeParsing {
  static func parse(_ model: Model) {
    if model.unit != nil {
      for side in [Dimension.width, .height] { model.size[side] = unitSize(model, side) }
      return
    }
    for child in model.children { parse(child) }
    guard model.isLayer else { return }
    for side in [Dimension.width, .height] {
      var merged: SizeComponent?
      for child in model.children {
        guard let size = child.size[side] else { continue }
        guard let known = merged else {
          merged = size
          continue
        }
        if known.isExplicit == size.isExplicit {
          // A discrete side of one layer gives its steps to the others.
          if size.extent == .step { merged = size }
        } else if size.isExplicit {
          merged = size
        }
      }
      model.size[side] = merged
    }
  }

  private static func unitSize(_ model: Model, _ side: Dimension) -> SizeComponent {
    let channel: Channel = side == .width ? .x : .y
    let config = model.config
    let scale = model.scale(channel)
    let isDiscrete = scale.map { ScaleFamily.isDiscrete($0.typeName) } ?? false
    if let node = model.specifiedSize[side.rawValue] {
      if node["step"] != nil {
        if isDiscrete { return SizeComponent(extent: .step, isExplicit: true) }
      } else if let number = node.number {
        return SizeComponent(extent: .pixels(number), isExplicit: true)
      } else if node.string == "container" {
        // There is no container: the size of a view that stands alone (200 in Vega-Embed).
        return SizeComponent(
          extent: .pixels(continuous(config, side)), isExplicit: false)
      }
    }
    if scale != nil {
      if isDiscrete {
        if case .step? = scale?.range?.value {
          return SizeComponent(extent: .step, isExplicit: false)
        }
        if case .offsetStep? = scale?.range?.value {
          return SizeComponent(extent: .step, isExplicit: false)
        }
        let key = side == .width ? "discreteWidth" : "discreteHeight"
        return SizeComponent(
          extent: .pixels(config.number("view", key) ?? continuous(config, side)),
          isExplicit: false)
      }
      return SizeComponent(extent: .pixels(continuous(config, side)), isExplicit: false)
    }
    if model.unit?.mark.type.needsPlane == true
      || model.unit?.encoding[.latitude] != nil || model.unit?.encoding[.longitude] != nil
    {
      return SizeComponent(extent: .pixels(continuous(config, side)), isExplicit: false)
    }
    let key = side == .width ? "discreteWidth" : "discreteHeight"
    if let size = config.number("view", key) {
      return SizeComponent(extent: .pixels(size), isExplicit: false)
    }
    return SizeComponent(
      extent: .pixels(RangeRule.configuredStep(config, side) ?? 20), isExplicit: false)
  }

  private static func continuous(_ config: Config, _ side: Dimension) -> Double {
    config.number("view", side == .width ? "continuousWidth" : "continuousHeight") ?? 300
  }
}
