import Glibc
import Scene
import Syntax
import Tables

/// Puts the cells of a facet into rows and columns with their headers (Vega-Lite's `FacetModel` and
/// `header/assemble.ts`).
struct FacetBuilder {
  let scenes: SceneBuilder
  let instance: ViewInstance
  let facet: Model.Facet

  private var model: Model { instance.model }
  private var config: Config { model.config }

  func fill(_ item: SceneItem, cell draw: (SceneItem, ViewInstance) -> Void) {
    var settings = LayoutSettings.grid(model, isFacet: true)
    let rows = values(.row, facet.row)
    let columns = values(.column, facet.column)
    var ordered: [ViewInstance?] = []
    if let wrapped = facet.wrapped {
      ordered = sortedCells(wrapped)
    } else {
      for row in rows ?? [nil] {
        for column in columns ?? [nil] {
          ordered.append(
            instance.children.first { child in
              (row == nil || child.key[.row] == row)
                && (column == nil || child.key[.column] == column)
            })
        }
      }
      settings.columns = columns?.count ?? 1
      if model.spec["align"] == nil {
        if facet.row == nil, model.resolve.scale(.x, in: model) == .independent {
          settings.alignColumns = .none
          settings.alignRows = .none
        } else if facet.column == nil, model.resolve.scale(.y, in: model) == .independent {
          settings.alignColumns = .none
          settings.alignRows = .none
        }
      }
    }
    for channel in [Channel.row, .column] {
      guard let layout = model.headers[channel], layout.header != nil || layout.footer != nil,
        layout.title != nil
      else { continue }
      if side(of: channel, "titleOrient") == .row {
        settings.rowTitleOffset = 10
      } else {
        settings.columnTitleOffset = 10
      }
    }
    if let child = model.children.first, child.unit == nil, !child.isLayer {
      // A composed child has no size of its own: its headers stand in the middle of what it takes.
      settings.rowHeaderBand = 0.5
      settings.columnHeaderBand = 0.5
    }
    applyAnchors(&settings)
    addHeaders(item, rows: rows, columns: columns, count: ordered.count, settings: settings)

    let cells = ordered.map { child -> SceneItem in
      let cell = SceneItem()
      if let child {
        draw(cell, child)
        for channel in [Channel.row, .column, .facet] {
          guard let definition = facet[channel] else { continue }
          // A label that does not stand in line with its row or column is the title of each cell.
          if channel == .facet || side(of: channel, "labelOrient") != channel {
            addLabel(cell, child, definition, channel)
          }
        }
      } else if let sample = instance.children.first {
        cell.width = blank(sample, .width)
        cell.height = blank(sample, .height)
        scenes.applyView(cell, sample.model)
      }
      return cell
    }
    item.marks.append(SceneMark(.group, role: "scope", items: cells, name: model.named("cell")))
    item.layout.grid = settings
  }

  /// The size of a cell without rows: none where it comes of the steps of a scale of its own.
  private func blank(_ sample: ViewInstance, _ side: Dimension) -> Double {
    let channel: Channel = side == .width ? .x : .y
    if sample.model.size[side]?.extent == .step, sample.scales[channel] != nil { return 0 }
    return sample.size(side)
  }

  private func applyAnchors(_ settings: inout GridSettings) {
    for channel in [Channel.row, .column, .facet] {
      guard let header = facet[channel]?.node["header"] else { continue }
      let anchor = HeaderParsing.property("titleAnchor", header, channel, config)?.string
      let band: Double? = anchor == "start" ? 0 : anchor == "end" ? 1 : nil
      let orient = HeaderParsing.property("titleOrient", header, channel, config)?.string
      if side(of: channel, "titleOrient") == .row {
        // Titles of rows read upwards: they start at the bottom.
        if let band { settings.rowTitleBand = 1 - band }
        if orient == "right" { settings.rowTitleAnchor = "end" }
      } else {
        if let band { settings.columnTitleBand = band }
        if orient == "bottom" { settings.columnTitleAnchor = "end" }
      }
    }
  }

  // MARK: Order

  /// The distinct values of a row or column in order, nil where the facet has no such channel.
  private func values(_ channel: Channel, _ definition: ChannelDefinition?) -> [Value?]? {
    guard let definition else { return nil }
    var seen: Set<Value> = []
    var found: [(value: Value, cell: ViewInstance)] = []
    for child in instance.children {
      guard let value = child.key[channel], seen.insert(value).inserted else { continue }
      found.append((value, child))
    }
    let rank = rank(definition, channel)
    return found.enumerated().sorted { a, b in
      rank(a.element.value, a.offset, b.element.value, b.offset)
    }.map { Optional($0.element.value) }
  }

  private func sortedCells(_ definition: ChannelDefinition) -> [ViewInstance?] {
    let rank = rank(definition, .facet)
    return instance.children.enumerated().sorted { a, b in
      rank(
        a.element.key[.facet] ?? .null, a.offset, b.element.key[.facet] ?? .null, b.offset)
    }.map { $0.element }
  }

  private func rank(
    _ definition: ChannelDefinition, _ channel: Channel
  ) -> (Value, Int, Value, Int) -> Bool {
    if let items = definition.sort?.array {
      let order = items.map {
        DomainValues.value($0, definition, zone: scenes.parameters.scope.timeZone)
      }
      func place(_ value: Value) -> Int {
        order.firstIndex { $0.isLooselyEqual(to: value) } ?? order.count
      }
      return { a, i, b, j in (place(a), i) < (place(b), j) }
    }
    if let sort = definition.sort, sort.isNull { return { _, i, _, j in i < j } }
    if let sort = definition.sort, sort.isObject, sort.has("field") || sort.has("op") {
      let keys = aggregated(definition, channel, sort)
      let isDescending = sort["order"]?.string == "descending"
      return { a, i, b, j in
        let order = Value.ascending(keys[a] ?? .null, keys[b] ?? .null)
        if order == .same { return i < j }
        return isDescending ? order == .after : order == .before
      }
    }
    let isDescending =
      definition.sort?.string == "descending" || definition.sort?["order"]?.string == "descending"
    let byBins = definition.isBinning
    let starts = byBins ? binStarts(definition, channel) : [:]
    return { a, i, b, j in
      let order = Value.ascending(starts[a] ?? a, starts[b] ?? b)
      if order == .same { return i < j }
      return isDescending ? order == .after : order == .before
    }
  }

  /// The starts of the bins that cells are named by.
  private func binStarts(_ definition: ChannelDefinition, _ channel: Channel) -> [Value: Value] {
    var result: [Value: Value] = [:]
    guard let names = instance.table.column(definition.fieldName(binSuffix: "range")),
      let starts = instance.table.column(definition.fieldName())
    else { return result }
    for row in 0..<instance.table.rowCount where result[names[row]] == nil {
      result[names[row]] = starts[row]
    }
    return result
  }

  private func aggregated(
    _ definition: ChannelDefinition, _ channel: Channel, _ sort: JSONNode
  ) -> [Value: Value] {
    let name = DataStage.facetField(definition)
    let operation = AggregateOperation(rawValue: sort["op"]?.string ?? "min") ?? .min
    let field = sort["field"]?.string.flatMap { FieldPath($0) }.map { FieldReference($0) }
    let aggregate = DataTransform.Aggregate(
      groupby: [FieldReference(FieldPath(name: name))],
      [AggregateMeasure(operation, operation == .count ? nil : field, as: "\u{1}rank")])
    var context = TransformContext()
    var bag = DiagnosticBag()
    let table = DataTransform.aggregate(aggregate).apply(
      to: instance.table, in: &context, into: &bag)
    var result: [Value: Value] = [:]
    guard let names = table.column(name), let ranks = table.column("\u{1}rank") else {
      return result
    }
    for row in 0..<table.rowCount { result[names[row]] = ranks[row] }
    return result
  }

  // MARK: Headers

  private func addHeaders(
    _ item: SceneItem, rows: [Value?]?, columns: [Value?]?, count: Int, settings: GridSettings
  ) {
    for channel in [Channel.facet, .row, .column] {
      guard let layout = model.headers[channel], let title = layout.title else { continue }
      let role = side(of: channel, "titleOrient") == .row ? "row-title" : "column-title"
      let group = SceneItem()
      if let mark = headerTitle(title, channel, layout) { group.marks = [mark] }
      item.marks.append(
        SceneMark(.group, role: role, items: [group], name: "\(channel.rawValue)-title"))
    }
    let columnCount = settings.columns > 0 ? min(settings.columns, max(1, count)) : max(1, count)
    let rowCount = Int(ceil(Double(count) / Double(max(1, columnCount))))
    for channel in [Channel.row, .column] {
      guard let layout = model.headers[channel] else { continue }
      let isRow = channel == .row
      let own = isRow ? rows : columns
      let values: [Value?]
      if let own {
        values = own
      } else if facet.wrapped != nil {
        values = [Value?](repeating: nil, count: isRow ? rowCount : columnCount)
      } else {
        values = [nil]
      }
      for (part, header) in [("header", layout.header), ("footer", layout.footer)] {
        guard let header else { continue }
        let showsLabels =
          header.showsLabels && layout.definition != nil
          && side(of: channel, "labelOrient") == channel
        guard showsLabels || !header.axes.isEmpty else { continue }
        let mark = SceneMark(
          .group, role: "\(channel.rawValue)-\(part)",
          name: model.named("\(channel.rawValue)_\(part)"))
        for value in values {
          let group = SceneItem()
          let sample = sample(channel, value)
          if let sample {
            if isRow { group.height = sample.height } else { group.width = sample.width }
          }
          if showsLabels, let definition = layout.definition, let value,
            let title = label(value, channel, definition)
          {
            group.marks.append(title)
          }
          for axis in header.axes {
            if let sample, let drawn = scenes.axis(axis, sample, .main) {
              group.marks.insert(drawn, at: 0)
            }
          }
          mark.items.append(group)
        }
        item.marks.append(mark)
      }
    }
  }

  private func sample(_ channel: Channel, _ value: Value?) -> ViewInstance? {
    guard let value else { return instance.children.first }
    return instance.children.first { $0.key[channel] == value } ?? instance.children.first
  }

  private func property(_ name: String, _ channel: Channel, _ definition: ChannelDefinition?)
    -> JSONNode?
  {
    HeaderParsing.property(name, definition?.node["header"], channel, config)
  }

  /// Whether the labels or the title of a channel stand beside rows or above columns (Vega-Lite's
  /// `getHeaderChannel`).
  private func side(of channel: Channel, _ orient: String) -> Channel {
    switch property(orient, channel, facet[channel])?.string {
    case "top", "bottom": .column
    case "left", "right": .row
    default: channel == .row ? .row : .column
    }
  }

  private func headerTitle(
    _ lines: [String], _ channel: Channel, _ layout: HeaderLayout
  ) -> SceneMark? {
    var spec = JSONNode.emptyObject.setting("text", .list(lines.map { .text($0) }))
    let definition = layout.definition
    let orient =
      property("titleOrient", channel, definition)?.string ?? (channel == .row ? "left" : nil)
    if let orient { spec = spec.setting("orient", .text(orient)) }
    let anchor = property("titleAnchor", channel, definition)?.string
    if anchor == "start" { spec = spec.setting("align", "left") }
    if anchor == "end" { spec = spec.setting("align", "right") }
    spec = spec.setting("offset", property("titlePadding", channel, definition) ?? 10)
    spec = apply("title", to: spec, channel, definition)
    return TitleBuilder(config: config, parameters: scenes.parameters).build(
      spec, style: "guide-title")
  }

  private func apply(
    _ prefix: String, to spec: JSONNode, _ channel: Channel, _ definition: ChannelDefinition?
  ) -> JSONNode {
    var spec = spec
    for (own, vega) in [
      ("Align", "align"), ("Angle", "angle"), ("Baseline", "baseline"), ("Color", "color"),
      ("Font", "font"), ("FontSize", "fontSize"), ("FontStyle", "fontStyle"),
      ("FontWeight", "fontWeight"), ("Limit", "limit"), ("LineHeight", "lineHeight"),
    ] {
      if let node = property(prefix + own, channel, definition) { spec = spec.setting(vega, node) }
    }
    if prefix == "label", let anchor = property("labelAnchor", channel, definition) {
      spec = spec.setting("anchor", anchor)
    }
    return spec
  }

  /// The value of a cell's row or column, as a small title.
  private func label(
    _ value: Value, _ channel: Channel, _ definition: ChannelDefinition
  ) -> SceneMark? {
    let formatting = Formatting(
      config: config, zone: scenes.parameters.scope.timeZone,
      locale: scenes.parameters.scope.timeLocale, stack: nil)
    var text: String
    if value.isAbsent {
      text = value.asText
    } else {
      text = formatting.text(
        value, binned(definition), format: property("format", channel, definition),
        formatType: property("formatType", channel, definition)?.string)
    }
    if let expression = property("labelExpr", channel, definition) {
      text =
        LabelExpressions(parameters: scenes.parameters, scale: nil).texts(
          expression, [(value, text, 0)])[0]
    }
    let orient =
      property("labelOrient", channel, definition)?.string
      ?? (channel == .row ? "left" : nil)
    var spec = JSONNode.emptyObject.setting(
      "text",
      .list(
        text.split(separator: "\n", omittingEmptySubsequences: false).map { .text(String($0)) }))
    if let orient { spec = spec.setting("orient", .text(orient)) }
    spec = spec.setting("frame", "group")
    spec = spec.setting("offset", property("labelPadding", channel, definition) ?? 10)
    if let angle = property("labelAngle", channel, definition)?.number {
      let turned = (angle.truncatingRemainder(dividingBy: 360) + 360)
        .truncatingRemainder(dividingBy: 360)
      let side = channel == .row ? "left" : "top"
      let axis: Channel = channel == .row ? .y : .x
      if let align = AxisParsing.labelAlign(turned, side, axis) {
        spec = spec.setting("align", align)
      }
      let baseline = AxisParsing.labelBaseline(angle, side, axis)
      spec = spec.setting("baseline", baseline ?? (axis == .y ? JSONNode.text("middle") : nil))
    }
    spec = apply("label", to: spec, channel, definition)
    return TitleBuilder(config: config, parameters: scenes.parameters).build(
      spec, style: "guide-label")
  }

  /// Binned cells are named by text already.
  private func binned(_ definition: ChannelDefinition) -> ChannelDefinition {
    guard definition.isBinning else { return definition }
    var plain = definition
    plain.type = .nominal
    return plain
  }

  private func addLabel(
    _ cell: SceneItem, _ child: ViewInstance, _ definition: ChannelDefinition, _ channel: Channel
  ) {
    if definition.node["header"]?.isNull == true { return }
    if property("labels", channel, definition)?.bool == false { return }
    guard let value = child.key[channel], let title = label(value, channel, definition) else {
      return
    }
    cell.marks.append(title)
  }
}
