import Glibc
import Scene
import Syntax
import Tables

/// Bars of colours: a gradient, or a band for each step.
extension LegendBuilder {
  func length(_ style: GuideStyle, isVertical: Bool) -> Double {
    if let own = style.node("gradientLength")?.number,
      legend.property("gradientLength") != nil
        || config["legend", "gradientLength"] != nil
    {
      return own
    }
    func limit(_ name: String, _ fallback: Double) -> Double { style.number(name) ?? fallback }
    guard case .continuous = scale.kind else { return 200 }
    if isVertical {
      return min(
        limit("gradientVerticalMaxLength", 200),
        max(limit("gradientVerticalMinLength", 64), height))
    }
    let orient = style.string("orient")
    let minimum = limit("gradientHorizontalMinLength", 100)
    if orient == "top" || orient == "bottom" {
      return min(limit("gradientHorizontalMaxLength", 200), max(minimum, width))
    }
    return minimum
  }

  func gradient(_ style: GuideStyle, isVertical: Bool) -> [SceneMark] {
    let thickness = style.number("gradientThickness") ?? 16
    let length = length(style, isVertical: isVertical)
    let item = SceneItem()
    item.width = isVertical ? thickness : length
    item.height = isVertical ? length : thickness
    item.fill = .gradient(
      SceneGradient(
        course: .line(
          from: Point(x: 0, y: isVertical ? 1 : 0), to: Point(x: isVertical ? 0 : 1, y: 0)),
        stops: stops()))
    item.strokeWidth = style.number("gradientStrokeWidth") ?? 0
    item.stroke = style.paint("gradientStrokeColor")
    item.opacity =
      style.number("gradientOpacity") ?? legend.gradientOpacity.flatMap { parameters.number($0) }
      ?? 1
    let entries = entries(.gradient, style, length: length)
    return [
      SceneMark(.rect, role: "legend-gradient", items: [item]),
      gradientLabels(entries, style, length, thickness, isVertical: isVertical),
    ]
  }

  /// The colours of the scale at its ticks (vega-scale's `scaleGradient`).
  private func stops() -> [SceneGradient.Stop] {
    guard case .continuous(let mapping) = scale.kind, let low = mapping.domain.first,
      let high = mapping.domain.last
    else { return [] }
    if low == high, case .ramp(let ramp) = scale.output {
      // Of one value alone the bar shows the colours that others would have.
      return (0...20).map { step in
        let share = Double(step) / 20
        return SceneGradient.Stop(offset: share, color: ramp.color(at: share))
      }
    }
    guard low != high else { return [] }
    let plain = ContinuousMapping(function: mapping.function, domain: [low, high])
    var values: [Double]
    if mapping.domain.count == 2, case .linear = mapping.function {
      values = (0...20).map { low + (high - low) * Double($0) / 20 }
    } else {
      values = (0...20).map {
        mapping.inverse(
          plain.transformed(low) + (plain.transformed(high) - plain.transformed(low)) * Double($0)
            / 20)
      }
    }
    values[values.count - 1] = high
    return values.compactMap { value in
      guard case .string(let text)? = scale.value(.number(value)),
        let color = CSSColor.parse(text)
      else { return nil }
      return SceneGradient.Stop(offset: plain.share(value), color: color ?? .white)
    }
  }

  func bands(_ style: GuideStyle, isVertical: Bool) -> [SceneMark] {
    let thickness = style.number("gradientThickness") ?? 16
    let length = length(style, isVertical: isVertical)
    let entries = entries(.discrete, style, length: length)
    let paint = PaintReader(parameters: parameters)
    let items = entries.map { entry -> SceneItem in
      let item = SceneItem()
      let (from, to) = (entry.share * length, entry.endShare * length)
      if isVertical {
        item.y = length - to
        item.height = to - from
        item.width = thickness
      } else {
        item.x = from
        item.width = to - from
        item.height = thickness
      }
      let probe = entry.value.asNumber.isFinite ? entry.value : .number(-1e300)
      item.fill = paint.paint(scale.value(probe))
      item.strokeWidth = style.number("gradientStrokeWidth") ?? 0
      item.stroke = style.paint("gradientStrokeColor")
      item.opacity = style.number("gradientOpacity") ?? 1
      return item
    }
    return [
      SceneMark(.rect, role: "legend-band", items: items),
      gradientLabels(entries, style, length, thickness, isVertical: isVertical),
    ]
  }

  private func gradientLabels(
    _ entries: [Entry], _ style: GuideStyle, _ length: Double, _ thickness: Double,
    isVertical: Bool
  ) -> SceneMark {
    let offset =
      legend.property("labelOffset")?.number ?? config.number("legend", "gradientLabelOffset") ?? 2
    let items = entries.map { entry -> SceneItem in
      let item = SceneItem()
      var text = style.text("label", style: labelStyle)
      text.lines =
        entry.label.isEmpty
        ? []
        : entry.label.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      text.limit =
        legend.property("labelLimit")?.number ?? config.number("legend", "gradientLabelLimit") ?? 0
      if isVertical {
        item.x = thickness + offset
        item.y = (1 - entry.share) * length
        text.align = "left"
        text.baseline = entry.share <= 0 ? "bottom" : entry.share >= 1 ? "top" : "middle"
      } else {
        item.x = entry.share * length
        item.y = thickness + offset
        text.align = entry.share <= 0 ? "left" : entry.share >= 1 ? "right" : "center"
        text.baseline = "top"
      }
      item.text = text
      item.fill = style.paint("labelColor") ?? paint(labelStyle("fill"))
      if let opacity = style.number("labelOpacity") { item.fillOpacity = opacity }
      return item
    }
    let mark = SceneMark(.text, role: "legend-label", items: items)
    if let node = style.node("labelOverlap"), node.bool != false {
      mark.overlap = LabelOverlap.Request(
        method: node.string == "greedy" ? .greedy : .parity,
        separation: style.number("labelSeparation") ?? 0, isHorizontal: !isVertical)
    }
    return mark
  }
}
