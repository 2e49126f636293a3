import Glibc
import Scene
import Syntax
import Tables
import Wording

/// Draws a legend: symbols with labels, or a bar of colours (Vega's `parsers/legend.js` and
/// `guides/legend-*.js`).
struct LegendBuilder {
  enum Kind { case symbols, gradient, discrete }

  let legend: LegendComponent
  /// The scales by Vega's name of the channel, the leading one first.
  let scales: [(vega: String, scale: Scale)]
  let width: Double
  let height: Double
  let config: Config
  let parameters: Parameters
  let measurer: TextMeasurer

  /// Which of several scales leads: Vega's order, whatever a specification's.
  static func rank(_ vega: String) -> Int {
    ["size", "shape", "fill", "stroke", "strokeWidth", "strokeDash", "opacity"]
      .firstIndex(of: vega) ?? 7
  }

  func raw(_ name: String) -> JSONNode? {
    if let own = legend.property(name) { return own }
    return config["legend", name] ?? VegaDefaults.legend[name]
  }

  var style: GuideStyle { GuideStyle(lookup: raw, parameters: parameters) }

  func labelStyle(_ name: String) -> JSONNode? {
    config.style("guide-label", name) ?? VegaDefaults.style("guide-label", name)
  }
  private func titleStyle(_ name: String) -> JSONNode? {
    config.style("guide-title", name) ?? VegaDefaults.style("guide-title", name)
  }

  var scale: Scale { scales[0].scale }

  /// Symbols, unless one continuous colour scale stands alone.
  var kind: Kind {
    let isDiscretizing = if case .thresholds = scale.kind { true } else { false }
    let hasBins: Bool = if case .bins = scale.kind { true } else { false }
    var type = legend.type?.value
    if type == nil, scales.count == 1, ["fill", "stroke"].contains(scales[0].vega) {
      if case .continuous = scale.kind {
        type = "gradient"
      } else if isDiscretizing || hasBins {
        type = "discrete"
      } else {
        type = "symbol"
      }
    }
    switch type ?? "symbol" {
    case "gradient", "discrete":
      if isDiscretizing || hasBins { return .discrete }
      if case .continuous = scale.kind { return .gradient }
      return .symbols
    default: return .symbols
    }
  }

  func direction(_ kind: Kind, _ style: GuideStyle) -> String {
    if let own = style.string("direction") { return own }
    let key = kind == .symbols ? "symbolDirection" : "gradientDirection"
    if let configured = config["legend", key]?.string { return configured }
    switch style.string("orient") ?? "right" {
    case "top", "bottom": return "horizontal"
    case "left", "right", "none": return "vertical"
    default: return kind == .symbols ? "vertical" : "horizontal"
    }
  }

  func build() -> SceneMark? {
    guard !legend.isDisabled, !scales.isEmpty else { return nil }
    let style = style
    let kind = kind
    let direction = direction(kind, style)
    let entry = SceneItem()
    var entries: [SceneMark] = []
    switch kind {
    case .symbols:
      guard let mark = symbols(style, direction, entry) else { return nil }
      entries = [mark]
    case .gradient: entries = gradient(style, isVertical: direction == "vertical")
    case .discrete: entries = bands(style, isVertical: direction == "vertical")
    }
    entry.marks = entries
    let group = SceneItem()
    group.layout.orient = style.string("orient") ?? "right"
    group.layout.offset = style.number("offset") ?? .nan
    group.layout.padding = style.number("padding") ?? 0
    group.layout.titlePadding = style.number("titlePadding") ?? 5
    group.layout.isSymbolLegend = kind == .symbols
    group.layout.isVerticalGradient = kind != .symbols && direction == "vertical"
    group.fill = style.paint("fillColor")
    group.stroke = style.paint("strokeColor")
    if let width = config["legend", "strokeWidth"]?.number { group.strokeWidth = width }
    if let dash = config["legend", "strokeDash"]?.array {
      group.strokeDash = dash.compactMap(\.number)
    }
    if let radius = style.number("cornerRadius") {
      group.cornerRadii = [radius, radius, radius, radius]
    }
    group.x = style.number("legendX") ?? 0
    group.y = style.number("legendY") ?? 0
    group.marks = [SceneMark(.group, role: "legend-entry", items: [entry])]
    if let title = title(style, kind, direction) {
      group.layout.hasTitle = true
      let orient = style.string("titleOrient") ?? "top"
      group.layout.titleOrient = orient
      group.layout.titleAnchor =
        style.string("titleAnchor") ?? (orient == "left" || orient == "right" ? "middle" : "start")
      group.marks.append(title)
    }
    let mark = SceneMark(.group, role: "legend", items: [group])
    mark.zindex = style.number("zindex") ?? 0
    mark.roleDescription = "legend"
    mark.caption = caption(kind)
    if raw("aria")?.bool == false || config.root["aria"]?.bool == false { mark.isHidden = true }
    return mark
  }

  private func title(_ style: GuideStyle, _ kind: Kind, _ direction: String) -> SceneMark? {
    guard let lines = legend.title?.value.lines, lines.contains(where: { !$0.isEmpty }) else {
      return nil
    }
    let item = SceneItem()
    var text = style.text("title", style: titleStyle)
    text.lines = lines.flatMap {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let orient = style.string("titleOrient") ?? "top"
    // Vega's `legend-title`: titles at a side stand in the middle, and turn along an upright colour bar.
    let anchor = style.string("titleAnchor")
    let isAtSide = orient == "left" || orient == "right"
    let isTurned = isAtSide && kind != .symbols && direction == "vertical"
    let anchorOrDefault = anchor ?? (isAtSide ? "middle" : "start")
    func place(_ start: String, _ end: String, _ middle: String) -> String {
      anchorOrDefault == "start" ? start : anchorOrDefault == "end" ? end : middle
    }
    if isTurned {
      text.align =
        orient == "right" ? place("right", "left", "center") : place("left", "right", "center")
      text.baseline = orient == "right" ? "bottom" : "top"
      item.angle = orient == "left" ? -90 : 90
    } else if isAtSide {
      text.align = "left"
      text.baseline = place("top", "bottom", "middle")
    } else {
      text.align = place("left", "right", "center")
      text.baseline = "top"
    }
    if let align = style.string("titleAlign") { text.align = align }
    if let baseline = style.string("titleBaseline") { text.baseline = baseline }
    item.text = text
    item.fill = style.paint("titleColor") ?? paint(titleStyle("fill"))
    if let opacity = style.number("titleOpacity") { item.fillOpacity = opacity }
    return SceneMark(.text, role: "legend-title", items: [item])
  }

  func paint(_ node: JSONNode?) -> ScenePaint? {
    node?.string.flatMap { CSSColor.parse($0) }.map { .color($0 ?? .clear) }
  }

  private func caption(_ kind: Kind) -> String {
    let name: String =
      switch kind {
      case .symbols: "Symbol legend"
      case .gradient: "Gradient legend"
      case .discrete: "Discrete legend"
      }
    let lines = legend.title?.value.lines.filter { !$0.isEmpty } ?? []
    let channels = scales.map { part in
      part.vega == "fill" || part.vega == "stroke" ? "\(part.vega) color" : part.vega
    }
    let joined =
      channels.count < 2
      ? channels.joined()
      : channels.dropLast().joined(separator: ", ") + " and " + (channels.last ?? "")
    return Label.legendCaption.form(
      lines.isEmpty ? 0 : 1, in: parameters.wording,
      [
        name, lines.joined(separator: " "), joined,
        DomainCaption(scale, parameters).text,
      ])
  }
}
