import Glibc
import Scene
import Syntax
import Tables
import Wording

/// Draws an axis: grid lines behind the marks, or ticks, labels, domain line and title beside them (Vega's
/// `parsers/axis.js` and `guides/axis-*.js`).
///
/// An object, because the lookups of its styles hold it.
final class AxisBuilder {
  enum Part { case grid, main }

  let axis: AxisComponent
  let scale: Scale
  /// The scale across, along whose range grid lines run; nil where they run over the whole view.
  let crossScale: Scale?
  let width: Double
  let height: Double
  let parameters: Parameters
  private let configured: AxisConfig
  /// What `raw` has found, by name: each tick asks for the same properties.
  private var known: [String: JSONNode?] = [:]

  init(
    axis: AxisComponent, scale: Scale, crossScale: Scale?, width: Double, height: Double,
    parameters: Parameters
  ) {
    self.axis = axis
    self.scale = scale
    self.crossScale = crossScale
    self.width = width
    self.height = height
    self.parameters = parameters
    configured = AxisConfig(
      axis.channel, orient: axis.orient, scaleType: scale.type,
      styles: axis.property("style")?.listed ?? [], axis.config)
  }

  var isX: Bool { orient == "top" || orient == "bottom" }
  var orient: String { axis.orient }
  var config: Config { axis.config }

  func raw(_ name: String) -> JSONNode? {
    if let known = known[name] { return known }
    let found = found(name)
    known[name] = .some(found)
    return found
  }

  private func found(_ name: String) -> JSONNode? {
    if let own = axis.property(name) {
      if own.isNull, name == "labelAlign" || name == "labelBaseline" { return nil }
      return own
    }
    if let configured = configured.value(name) { return configured }
    if name == "tickOffset", scale.type == "band" { return -0.5 }
    return VegaDefaults.axis[name]
  }

  var style: GuideStyle {
    GuideStyle(
      lookup: { name in
        guard let node = self.raw(name) else { return nil }
        // A conditional property's own value stands where no tick is at hand.
        if node.has("condition") { return node["value"] ?? node["expr"] }
        return node
      }, parameters: parameters)
  }

  func labelStyle(_ name: String) -> JSONNode? {
    config.style("guide-label", name) ?? VegaDefaults.style("guide-label", name)
  }
  func titleStyle(_ name: String) -> JSONNode? {
    config.style("guide-title", name) ?? VegaDefaults.style("guide-title", name)
  }

  /// A tick with its place along the axis.
  struct Tick {
    /// From 0 at the first tick to 1 at the last, as Vega counts them.
    var index: Double
    var value: Value
    var label: String
    /// An extra tick at the start of the first band.
    var isExtra = false
  }

  var length: Double { isX ? width : height }

  func build(_ part: Part) -> SceneMark? {
    let style = style
    let showsGrid = axis.property("grid")?.bool ?? false
    if part == .grid, !showsGrid { return nil }
    let bands = bands(style)
    var ticks = ticks(style)
    if bands.hasExtra, let first = ticks.first {
      ticks.insert(Tick(index: -1, value: first.value, label: "", isExtra: true), at: 0)
    }
    let group = SceneItem()
    let range = scale.numericRange ?? (0, length)
    group.layout.orient = orient
    group.layout.range = abs(range.1 - range.0)
    group.layout.offset = style.number("offset") ?? 0
    group.layout.translate = style.number("translate") ?? 0.5
    group.layout.titlePadding = style.number("titlePadding") ?? 4
    if part == .grid {
      group.layout.minExtent = 0
      group.layout.maxExtent = 0
    } else {
      group.layout.minExtent = style.number("minExtent") ?? 0
      group.layout.maxExtent = style.number("maxExtent") ?? 200
    }
    group.layout.position = style.number("position") ?? 0
    let mark = SceneMark(.group, role: "axis", items: [group])
    mark.zindex = style.number("zindex") ?? 0
    switch part {
    case .grid:
      mark.isHidden = true
      group.marks.append(grid(ticks, bands, style))
    case .main:
      let showsTicks = style.flag("ticks")
      let showsLabels = style.flag("labels")
      if showsTicks { group.marks.append(tickMarks(ticks, bands, style)) }
      if showsLabels {
        group.marks.append(labels(ticks, bands, style, tickSize: showsTicks ? tickSize(style) : 0))
      }
      if style.flag("domain") { group.marks.append(domainLine(range, style)) }
      if let title = titleMark(range, style) { group.marks.append(title) }
      mark.roleDescription = "axis"
      mark.caption = caption()
      if style.node("aria")?.bool == false || config.root["aria"]?.bool == false {
        mark.isHidden = true
      }
    }
    return mark
  }

  // MARK: Words

  /// What the axis shows, for readers of the SVG (vega-scenegraph's `axisCaption`).
  private func caption() -> String {
    let letter = isX ? "X" : "Y"
    let lines = axis.title?.value.lines.filter { !$0.isEmpty } ?? []
    let kind = scale.isDiscrete ? "discrete" : scale.type
    return Label.axisCaption.form(
      lines.isEmpty ? 0 : 1, in: parameters.wording,
      [
        letter, lines.joined(separator: " "), kind,
        DomainCaption(scale, parameters).text,
      ])
  }
}
