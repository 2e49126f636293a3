import Glibc
import Scene
import Syntax
import Tables

/// Puts marks, axes, legends, titles and headers of a view into groups, as Vega-Lite's models assemble
/// them.
struct SceneBuilder {
  let config: Config
  let parameters: Parameters
  let shapes: ShapeStore
  let measurer: TextMeasurer
  let title: ChartContext.TitleOverride?
  let extensions: PrintExtensions
  let theme: ChartTheme

  /// Whether long titles and labels are broken into lines.
  private var wraps: Bool { extensions.wrap ?? theme.wraps }

  /// The root group of the chart.
  func build(_ root: ViewInstance) -> SceneItem {
    let item = SceneItem()
    fill(item, root, isRoot: true)
    if theme == .almanacGrey { GreyLooks.apply(to: item) }
    return item
  }

  private func fill(_ item: SceneItem, _ instance: ViewInstance, isRoot: Bool) {
    let model = instance.model
    switch model.kind {
    case .unit, .layer:
      item.width = instance.width
      item.height = instance.height
      applyView(item, model)
      item.marks += axes(instance, .grid)
      item.marks += axes(instance, .main)
      let drawn = marks(instance)
      if !extensions.targets.isEmpty { TargetLayers.spread(drawn) }
      item.marks += drawn
      if let missing = extensions.missing {
        item.marks += missing.marks(
          for: instance, config: config, parameters: parameters, measurer: measurer)
      }
      if let labels = extensions.directLabels {
        item.marks += LineLabels(config: config, parameters: parameters, measurer: measurer)
          .marks(for: instance, drawn)
        item.marks += BarLabels(
          config: config, parameters: parameters, measurer: measurer, format: labels.format,
          isGrey: theme == .almanacGrey
        ).marks(for: instance, drawn)
      }
      item.marks += legends(instance)
    case .facet(let facet):
      FacetBuilder(scenes: self, instance: instance, facet: facet).fill(item) { cell, child in
        fill(cell, child, isRoot: false)
      }
      item.marks += legends(instance)
    case .concat:
      item.layout.grid = LayoutSettings.grid(model, isFacet: false)
      for child in instance.children {
        let cell = SceneItem()
        fill(cell, child, isRoot: false)
        item.marks.append(
          SceneMark(.group, role: "scope", items: [cell], name: "\(child.model.name)_group"))
      }
      item.marks += legends(instance)
    }
    if let title = titleMark(model, isRoot: isRoot) { item.marks.append(title) }
    order(item)
  }

  /// Marks with a z-index are drawn after those without, in its order.
  private func order(_ item: SceneItem) {
    item.marks = item.marks.enumerated().sorted {
      ($0.element.zindex, $0.offset) < ($1.element.zindex, $1.offset)
    }.map(\.element)
  }

  // MARK: Views

  /// The frame and ground of a view.
  func applyView(_ item: SceneItem, _ model: Model) {
    let view = model.spec["view"] ?? .emptyObject
    let isCell = model.units.contains { $0.unit?[.x] != nil || $0.unit?[.y] != nil }
    let styles = view["style"]?.listed.compactMap(\.string) ?? [isCell ? "cell" : "view"]
    func property(_ name: String) -> JSONNode? {
      if let own = view[name] { return own }
      for style in styles.reversed() {
        if let found = config.style(style, name) { return found }
      }
      if styles.contains("cell"), let found = config["view", name] { return found }
      for style in styles.reversed() {
        if let found = VegaDefaults.style(style, name) { return found }
      }
      return nil
    }
    let guide = GuideStyle(lookup: property, parameters: parameters)
    item.fill = guide.paint("fill")
    item.stroke = guide.paint("stroke")
    if let value = guide.number("strokeWidth") { item.strokeWidth = value }
    if let value = guide.number("opacity") { item.opacity = value }
    if let value = guide.number("fillOpacity") { item.fillOpacity = value }
    if let value = guide.number("strokeOpacity") { item.strokeOpacity = value }
    if let value = guide.node("strokeDash")?.array { item.strokeDash = value.compactMap(\.number) }
    if let value = guide.number("strokeDashOffset") { item.strokeDashOffset = value }
    item.strokeCap = guide.string("strokeCap")
    item.strokeJoin = guide.string("strokeJoin")
    item.strokeMiterLimit = guide.number("strokeMiterLimit")
    if let value = guide.number("cornerRadius") { item.cornerRadii = [value, value, value, value] }
  }

  private func titleMark(_ model: Model, isRoot: Bool) -> SceneMark? {
    var node = Self.title(of: model)
    if isRoot {
      switch title {
      case .none?: return nil
      case .text(let title, let subtitle)?:
        var spec: JSONNode = .emptyObject.setting("text", .text(title))
        if let subtitle { spec = spec.setting("subtitle", .text(subtitle)) }
        node = spec
      case nil: break
      }
    }
    guard let node, !node.isNull else { return nil }
    let anchor = node["anchor"] ?? config["title", "anchor"]
    var defaults = JSONNode.emptyObject
    if model.unit != nil || model.isLayer {
      if anchor == nil || anchor?.string == "middle" {
        defaults = config["title", "frame"] == nil ? .of(["frame": "group"]) : .emptyObject
      }
    } else if anchor == nil {
      defaults = .of(["anchor": "start"])
    }
    let mark = TitleBuilder(config: config, parameters: parameters).build(node, defaults: defaults)
    if wraps, let mark { TextWrapping.allow(in: mark, of: node) }
    return mark
  }

  /// The title of a view; of layers the first that has one (Vega-Lite's `LayerModel.assembleTitle`).
  private static func title(of model: Model) -> JSONNode? {
    if let node = model.spec["title"], !node.isNull { return node }
    guard model.isLayer else { return nil }
    return model.children.lazy.compactMap { title(of: $0) }.first
  }

  // MARK: Marks

  private func marks(_ instance: ViewInstance) -> [SceneMark] {
    if let unit = instance.model.unit {
      let marks = MarkBuilder(instance, unit, parameters: parameters, shapes: shapes).build()
      if TargetLayers.isPart(unit) { return TargetLayers.placed(marks, instance, measurer) }
      extensions.status?.apply(to: marks, of: instance.table)
      let brushes = BrushMarks(instance: instance, parameters: parameters).marks
      return brushes.under + marks + brushes.over
    }
    return instance.children.flatMap { marks($0) }
  }

  // MARK: Axes

  func unit(_ id: ObjectIdentifier, in instance: ViewInstance) -> ViewInstance? {
    instance.units.first { ObjectIdentifier($0.model) == id }
  }

  private func axes(_ instance: ViewInstance, _ part: AxisBuilder.Part) -> [SceneMark] {
    var result: [SceneMark] = []
    for channel in [Channel.x, .y] {
      for axis in instance.model.axes[channel] ?? [] {
        if part == .main, axis.isMainExtracted { continue }
        if let mark = self.axis(axis, instance, part) { result.append(mark) }
      }
    }
    return result
  }

  /// An axis drawn for the view of `instance`.
  func axis(_ axis: AxisComponent, _ instance: ViewInstance, _ part: AxisBuilder.Part) -> SceneMark?
  {
    guard let unit = unit(axis.unit, in: instance), let scale = unit.scale(axis.channel) else {
      return nil
    }
    let cross: Channel = axis.channel == .x ? .y : .x
    let holder =
      unit.model.scale(cross) != nil ? unit : instance.units.first { $0.model.scale(cross) != nil }
    let mark = AxisBuilder(
      axis: axis, scale: scale, crossScale: holder?.scale(cross), width: unit.width,
      height: unit.height, parameters: parameters
    ).build(part)
    if wraps, let mark {
      TextWrapping(measurer: measurer).wrapLabels(
        of: mark, scale: scale, isX: axis.orient == "top" || axis.orient == "bottom")
    }
    return mark
  }

  // MARK: Legends

  private func legends(_ instance: ViewInstance) -> [SceneMark] {
    let model = instance.model
    // Legends of scales with one domain are one legend (Vega-Lite's `assembleLegends`).
    var merged: [(key: String, legends: [LegendComponent])] = []
    for channel in Channel.legended {
      guard let legend = model.legends[channel] else { continue }
      guard let reference = legend.scales.first, let unit = unit(reference.unit, in: instance),
        let component = unit.model.scale(channel)
      else { continue }
      if extensions.directLabels != nil,
        let field = unit.model.unit?.scaled(channel)?.fieldName(),
        LineLabels.replace(legendOf: field, in: instance)
      {
        continue
      }
      let key = LegendKey.text(component, in: instance)
      if let index = merged.firstIndex(where: { $0.key == key }) {
        if let last = merged[index].legends.indices.last,
          let both = LegendParsing.merge(merged[index].legends[last], legend)
        {
          merged[index].legends[last] = both
        } else {
          merged[index].legends.append(legend)
        }
      } else {
        merged.append((key, [legend]))
      }
    }
    var result: [SceneMark] = []
    for legend in merged.flatMap(\.legends) {
      let scales = legend.scales.compactMap { reference -> (vega: String, scale: Scale)? in
        guard let unit = unit(reference.unit, in: instance),
          let scale = unit.scale(reference.channel)
        else { return nil }
        return (reference.vega, scale)
      }.sorted { LegendBuilder.rank($0.vega) < LegendBuilder.rank($1.vega) }
      let view = legend.scales.first.flatMap { unit($0.unit, in: instance) } ?? instance
      let builder = LegendBuilder(
        legend: legend, scales: scales, width: view.width, height: view.height, config: config,
        parameters: parameters, measurer: measurer)
      guard let mark = builder.build() else { continue }
      if wraps { TextWrapping(measurer: measurer).wrapLegend(mark) }
      result.append(mark)
    }
    if model.isLayer { result += instance.children.flatMap { legends($0) } }
    return result
  }
}

/// What tells the domains of scales apart without their data.
enum LegendKey {
  static func text(_ component: ScaleComponent, in instance: ViewInstance) -> String {
    var parts: [String] = []
    /// What a unit's data come from, where views within `instance` have data of their own.
    func source(_ unit: String) -> String {
      var parts: [String] = []
      var model = instance.units.first { $0.model.name == unit }?.model
      while let current = model, current !== instance.model {
        for name in ["data", "transform"] {
          if let node = current.spec[name] { parts.append(text(node)) }
        }
        model = current.parent
      }
      return parts.joined()
    }
    for part in component.domains?.value ?? [] {
      let text: String =
        switch part {
        case .values(let nodes): "v" + nodes.map { Self.text($0) }.joined(separator: ",")
        case .fields(let fields, let unit, _):
          "f" + fields.joined(separator: ",") + "|" + sortText(component.sort) + source(unit)
        case .bins(let field, let unit): "b" + field + source(unit)
        case .unaggregated(let field, let unit): "u" + field + source(unit)
        }
      if !parts.contains(text) { parts.append(text) }
    }
    return parts.isEmpty ? component.channel.rawValue : parts.joined(separator: ";")
  }

  private static func sortText(_ sort: ScaleComponent.DomainSort?) -> String {
    switch sort {
    case nil, .none?: "none"
    case .natural(let isDescending)?: "natural\(isDescending)"
    case .byField(let operation, let field, let isDescending)?:
      "\(operation)\(field ?? "")\(isDescending)"
    case .list(let nodes)?: nodes.map { text($0) }.joined(separator: ",")
    }
  }

  private static func text(_ node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let number): "\(number)"
    case .string(let string): "'\(string)'"
    case .array(let items): "[" + items.map { text($0) }.joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\($0.name):\(text($0.node))" }.joined(separator: ",") + "}"
    }
  }
}

/// The `layout` of facets and concatenations.
enum LayoutSettings {
  static func grid(_ model: Model, isFacet: Bool) -> GridSettings {
    var settings = GridSettings()
    let spec = model.spec
    let config = model.config
    let section = isFacet ? "facet" : "concat"
    let fallback: GridSettings.Align = isFacet ? .all : .each
    func align(_ side: String) -> GridSettings.Align {
      let node = spec["align"]
      return (node?[side]?.string ?? node?.string).flatMap { GridSettings.Align(rawValue: $0) }
        ?? fallback
    }
    settings.alignColumns = align("column")
    settings.alignRows = align("row")
    func spacing(_ side: String) -> Double {
      let node = spec["spacing"]
      if let own = node?[side]?.number ?? node?.number { return own }
      let configured = config[section, "spacing"]
      return configured?[side]?.number ?? configured?.number ?? 20
    }
    settings.columnPadding = spacing("column")
    settings.rowPadding = spacing("row")
    settings.isFlush = spec["bounds"]?.string == "flush"
    let center = spec["center"]
    settings.centersColumns = center?["column"]?.bool ?? center?.bool ?? false
    settings.centersRows = center?["row"]?.bool ?? center?.bool ?? false
    if spec.has("vconcat") {
      settings.columns = 1
    } else if !spec.has("hconcat"), let columns = spec["columns"]?.number {
      settings.columns = max(0, Int(limited: columns))
    } else if !spec.has("hconcat"), let columns = config[section, "columns"]?.number {
      settings.columns = max(0, Int(limited: columns))
    }
    return settings
  }
}
