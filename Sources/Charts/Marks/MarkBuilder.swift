import Glibc
import Scene
import Syntax
import Tables

/// Draws the marks of a unit: one item a row, or one a line of rows.
struct MarkBuilder {
  let instance: ViewInstance
  let unit: Model.Unit
  let parameters: Parameters
  let shapes: ShapeStore
  let positions: PositionEncoder
  let looks: NonPositionEncoder

  init(
    _ instance: ViewInstance, _ unit: Model.Unit, parameters: Parameters, shapes: ShapeStore
  ) {
    self.shapes = shapes
    self.instance = instance
    self.unit = unit
    self.parameters = parameters
    positions = PositionEncoder(instance: instance, unit: unit, parameters: parameters)
    looks = NonPositionEncoder(instance: instance, unit: unit, parameters: parameters)
  }

  var mark: Mark { unit.mark }
  var rowCount: Int { instance.table.rowCount }

  /// The marks of the unit, most often one.
  func build() -> [SceneMark] {
    let name = instance.model.named("marks")
    func one(_ items: [SceneItem]) -> [SceneMark] {
      [SceneMark(mark.type.vega, role: "mark", items: items, name: name)]
    }
    let marks: [SceneMark] =
      switch mark.type {
      case .line, .area, .trail: PathMarks(builder: self).build(name)
      case .bar, .rect, .tick: BarGroups(builder: self).build(name)
      case .image: one(images())
      case .rule: one(rules())
      case .text: one(texts())
      case .arc: one(arcs())
      case .geoshape: one(regions())
      case .circle, .point, .square: one(symbols())
      }
    let isClipped = isClipped
    for mark in marks {
      if isHiddenFromReaders { mark.isHidden = true }
      if isClipped { clip(mark) }
    }
    // A part of a map, or what a selection has chosen, is meant to leave out the rest.
    if isClipped == (asksForClip == true) {
      marks.first?.strays = StrayMarks.found(
        in: marks, of: self, isClipped: isClipped, file: parameters.file)
    }
    return marks
  }

  private var isHiddenFromReaders: Bool {
    mark.definition["aria"]?.bool == false || instance.model.config.root["aria"]?.bool == false
  }

  // MARK: Looks

  /// Gives items what all kinds of marks have in common.
  struct Style {
    let apply: (SceneItem, Int) -> Void
  }

  func style() -> Style {
    let (fill, stroke) = looks.paints()
    let opacity =
      looks.numbers(.opacity, property: "opacity")
      ?? mark.defaultOpacity.map { value in { (_: Int) -> Double? in value } }
    let fillOpacity = looks.numbers(.fillOpacity, property: "fillOpacity")
    let strokeOpacity = looks.numbers(.strokeOpacity, property: "strokeOpacity")
    let isStrokeSized = mark.type == .line || mark.type == .rule
    var width = looks.numbers(.strokeWidth, property: "strokeWidth")
    if isStrokeSized, unit[.strokeWidth] == nil {
      if unit[.size] != nil {
        width = looks.numbers(.size, property: "size")
      } else if mark.definition["strokeWidth"] == nil, mark.property("size") != nil {
        width = looks.numbers(property: "size")
      }
    }
    let dash = looks.values(.strokeDash) ?? looks.values(property: "strokeDash")
    let dashOffset = looks.numbers(property: "strokeDashOffset")
    let cap = looks.property("strokeCap")?.string
    let join = looks.property("strokeJoin")?.string
    let miter = looks.property("strokeMiterLimit")?.number
    let href = looks.values(.href) ?? looks.values(property: "href")
    let blend = looks.texts(property: "blend")
    let tooltip = Tooltips(builder: self).texts
    let description = MarkDescriptions(builder: self)
    let roleDescription = description.role
    let text = description.texts
    let paint = PaintReader(parameters: parameters)
    return Style { item, row in
      item.fill = paint.paint(fill(row))
      item.stroke = paint.paint(stroke(row))
      if let value = opacity?(row) { item.opacity = value }
      if let value = fillOpacity?(row) { item.fillOpacity = value }
      if let value = strokeOpacity?(row) { item.strokeOpacity = value }
      if let value = width?(row) { item.strokeWidth = value }
      if let value = dash?(row), case .array(let items) = value {
        item.strokeDash = items.map(\.asNumber)
      }
      if let value = dashOffset?(row) { item.strokeDashOffset = value }
      item.strokeCap = cap
      item.strokeJoin = join
      item.strokeMiterLimit = miter
      if let value = href?(row), !value.isAbsent { item.href = value.asText }
      if let mode = blend?(row).flatMap({ BlendMode(rawValue: $0) }) { item.blend = mode }
      item.tooltip = tooltip?(row)
      item.description = text(row)
      item.roleDescription = roleDescription
      item.row = row
    }
  }

  /// The rows in the order in which they are drawn.
  var orderedRows: [Int] {
    let ends = mark.type.isPath ? [] : InvalidValues.ends(instance)
    let rows = ends.isEmpty ? Array(0..<rowCount) : InvalidValues.validRows(instance.table, ends)
    guard !mark.type.isPath, let definitions = unit.encoding[.order] else { return rows }
    let keys = definitions.filter(\.isField).map {
      SortKey(
        FieldReference($0.fieldName()), isDescending: $0.sort?.string == "descending")
    }
    guard !keys.isEmpty, let order = try? RowOrder(keys, of: instance.table) else { return rows }
    return order.sorted(rows)
  }

  // MARK: Kinds

  private func symbols() -> [SceneItem] {
    let style = style()
    let x = positions.point(.x, default: .middle)
    let y = positions.point(.y, default: .middle)
    let size = looks.numbers(.size, property: "size")
    let shapes = looks.values(.shape)
    let ownShape: String? =
      mark.type == .circle || mark.type == .square ? mark.type.rawValue : nil
    let shapeProperty = looks.values(property: "shape")
    let angle = looks.numbers(.angle, property: "angle")
    return orderedRows.map { row in
      let item = SceneItem()
      style.apply(item, row)
      item.x = x(row) ?? 0
      item.y = y(row) ?? 0
      let area = max(0, size?(row) ?? 64)
      let name = ownShape ?? (shapes ?? shapeProperty)?(row)?.asText ?? "circle"
      item.path = SymbolShapes.path(name, size: area)
      item.angle = angle?(row) ?? 0
      return item
    }
  }

  private func rules() -> [SceneItem] {
    let style = style()
    let orient = mark.orient
    func extent(_ channel: Channel, _ across: String) -> PositionEncoder.Extent {
      let mode: PositionEncoder.Default = orient == across ? .zeroOrMax : .middle
      let opposite = across == "horizontal" ? "vertical" : "horizontal"
      if orient != opposite {
        return positions.range(channel, default: mode, second: .zeroOrMin)
      }
      return PositionEncoder.Extent(start: positions.point(channel, default: mode))
    }
    let x = extent(.x, "horizontal")
    let y = extent(.y, "vertical")
    return orderedRows.map { row in
      let item = SceneItem()
      style.apply(item, row)
      item.x = x.start?(row) ?? 0
      item.y = y.start?(row) ?? 0
      item.x2 = x.end?(row)
      item.y2 = y.end?(row)
      return item
    }
  }

  /// Width and height of boxes as rows, before corners.
  func boxes() -> [SceneItem] {
    let style = style()
    let corners = CornerRadii(builder: self)
    let x: PositionEncoder.Extent
    let y: PositionEncoder.Extent
    if mark.type == .tick {
      let thickness = mark.property("thickness").flatMap { parameters.number($0) } ?? 1
      if mark.orient == "horizontal" {
        x = positions.rect(.x)
        y = PositionEncoder.Extent(
          middle: positions.point(.y, default: .middle), length: { _ in thickness })
      } else {
        x = PositionEncoder.Extent(
          middle: positions.point(.x, default: .middle), length: { _ in thickness })
        y = positions.rect(.y)
      }
    } else {
      x = positions.rect(.x)
      y = positions.rect(.y)
    }
    return orderedRows.map { row in
      let item = SceneItem()
      style.apply(item, row)
      let (left, right) = x.span(row) ?? (0, 0)
      let (top, bottom) = y.span(row) ?? (0, 0)
      item.x = left
      item.y = top
      item.width = right - left
      item.height = bottom - top
      item.cornerRadii = corners.radii(row)
      return item
    }
  }

  private func regions() -> [SceneItem] {
    guard let projection = instance.projection else { return [] }
    let style = style()
    let radius =
      ProjectionStage.definition(instance)["pointRadius"].flatMap { parameters.number($0) } ?? 4.5
    let geometry = GeoRows(instance: instance, shapes: shapes).shapes(of: instance.table)
    return orderedRows.map { row in
      let item = SceneItem()
      style.apply(item, row)
      item.path = geometry[row].map { projection.path($0, pointRadius: radius) } ?? Path()
      return item
    }
  }

  private func images() -> [SceneItem] {
    let style = style()
    let x = positions.rect(.x)
    let y = positions.rect(.y)
    let url = looks.values(.url) ?? looks.values(property: "url")
    let keepsAspect = looks.property("aspect").map { parameters.value($0).isTruthy } ?? true
    return orderedRows.map { row in
      let item = SceneItem()
      style.apply(item, row)
      let (left, right) = x.span(row) ?? (0, 0)
      let (top, bottom) = y.span(row) ?? (0, 0)
      item.x = left
      item.y = top
      item.width = right - left
      item.height = bottom - top
      item.url = url?(row)?.asText
      item.keepsAspect = keepsAspect
      return item
    }
  }

  private func texts() -> [SceneItem] {
    let style = style()
    let isPolar = unit[.theta] != nil || unit[.radius] != nil
    let x = positions.point(.x, default: .middle)
    let y = positions.point(.y, default: .middle)
    let radius = isPolar ? positions.point(.radius, default: .zeroOrMax) : nil
    let radiusOffset = looks.numbers(property: "radiusOffset")
    let theta = isPolar ? positions.point(.theta, default: .middle) : nil
    let text = TextEncoder(builder: self).texts
    let size = looks.numbers(.size, property: "fontSize") ?? looks.numbers(property: "size")
    let angle = looks.numbers(.angle, property: "angle")
    let dx = looks.numbers(property: "dx")
    let dy = looks.numbers(property: "dy")
    let align = looks.texts(property: "align")
    let baseline = looks.texts(property: "baseline")
    let limit = looks.numbers(property: "limit")
    let font = looks.texts(property: "font")
    let weight = looks.values(property: "fontWeight")
    let slant = looks.texts(property: "fontStyle")
    let lineHeight = looks.numbers(property: "lineHeight")
    let ellipsis = looks.property("ellipsis")?.string
    let lineBreak = looks.property("lineBreak")?.string
    return orderedRows.map { row in
      let item = SceneItem()
      style.apply(item, row)
      item.x = x(row) ?? 0
      item.y = y(row) ?? 0
      item.angle = angle?(row) ?? 0
      var scene = SceneText()
      let value = text(row)
      scene.lines = value.split(
        separator: lineBreak?.first ?? "\n", omittingEmptySubsequences: false
      ).map(String.init)
      scene.size = size?(row) ?? 11
      scene.align = align?(row) ?? "center"
      scene.baseline = baseline?(row) ?? "middle"
      scene.dx = dx?(row) ?? 0
      scene.dy = dy?(row) ?? 0
      scene.limit = limit?(row) ?? 0
      scene.font = font?(row) ?? "sans-serif"
      scene.weight = FontWeights.number(weight?(row))
      scene.isItalic = slant?(row) == "italic" || slant?(row) == "oblique"
      scene.lineHeight = lineHeight?(row)
      if let ellipsis { scene.ellipsis = ellipsis }
      if let theta {
        scene.radius = (radius?(row) ?? 0) + (radiusOffset?(row) ?? 0)
        scene.theta = theta(row) ?? 0
      }
      item.text = scene
      return item
    }
  }

  private func arcs() -> [SceneItem] {
    let style = style()
    let x = positions.point(.x, default: .middle)
    let y = positions.point(.y, default: .middle)
    let radius = PolarExtent(builder: self).radius
    let theta = PolarExtent(builder: self).theta
    let padAngle = looks.numbers(property: "padAngle")
    return orderedRows.map { row in
      let item = SceneItem()
      style.apply(item, row)
      item.x = x(row) ?? 0
      item.y = y(row) ?? 0
      let (inner, outer) = radius(row)
      let (start, end) = theta(row)
      item.path = ArcPath.sector(
        inner: inner, outer: outer, startAngle: start, endAngle: end,
        padAngle: padAngle?(row) ?? 0)
      return item
    }
  }
}

/// Weights of fonts by CSS name.
enum FontWeights {
  static func number(_ value: Value?) -> Int {
    switch value {
    case .number(let number): max(1, min(1000, Int(limited: number)))
    case .string("bold"), .string("bolder"): 700
    case .string("lighter"): 300
    case .string(let text): Int(text) ?? 400
    default: 400
    }
  }

  static func number(_ node: JSONNode?) -> Int { number(node.map { Value($0) }) }
}

/// Reads colours and gradients from what encodings give.
struct PaintReader {
  let parameters: Parameters

  func paint(_ value: Value?) -> ScenePaint? {
    switch value {
    case .string(let text):
      guard let color = CSSColor.parse(text) else { return nil }
      return .color(color ?? .clear)
    case .object(let object): return gradient(object)
    default: return nil
    }
  }

  private func gradient(_ object: Value.Object) -> ScenePaint? {
    guard case .array(let stops)? = object["stops"] else { return nil }
    func number(_ name: String, _ fallback: Double) -> Double { object[name]?.asNumber ?? fallback }
    let colors = stops.compactMap { stop -> SceneGradient.Stop? in
      guard case .object(let stop) = stop, case .string(let text)? = stop["color"],
        let color = CSSColor.parse(text)
      else { return nil }
      return SceneGradient.Stop(
        offset: stop["offset"]?.asNumber ?? 0,
        color: color ?? .clear)
    }
    // Vega's defaults: to the right, and from the centre to the sides.
    let course: SceneGradient.Course
    switch object["gradient"] {
    case .string("linear"):
      course = .line(
        from: Point(x: number("x1", 0), y: number("y1", 0)),
        to: Point(x: number("x2", 1), y: number("y2", 0)))
    case .string("radial"):
      func circle(_ index: Int, _ radius: Double) -> RadialGradient.Circle {
        RadialGradient.Circle(
          center: Point(x: number("x\(index)", 0.5), y: number("y\(index)", 0.5)),
          radius: number("r\(index)", radius))
      }
      course = .circles(from: circle(1, 0), to: circle(2, 0.5))
    default: return nil
    }
    return .gradient(SceneGradient(course: course, stops: colors))
  }
}
