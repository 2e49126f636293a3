import Glibc
import Scene
import Syntax
import Tables

/// Lines, areas and trails: the rows of each group joined in the order of their positions.
struct PathMarks {
  let builder: MarkBuilder

  private var unit: Model.Unit { builder.unit }
  private var instance: ViewInstance { builder.instance }

  func build(_ name: String) -> [SceneMark] {
    let steps = EncodingTransforms(unit: unit, file: SourceFile(path: "", text: ""))
    let groups = groups(steps.pathGroups)
    let style = builder.style()
    let kind = unit.mark.type.vega
    let isHorizontal = unit.mark.orient == "horizontal"
    let place = places(kind, isHorizontal: isHorizontal)
    let defined = defined
    let curve = Curve(
      name: builder.looks.property("interpolate").map { builder.parameters.value($0).asText }
        ?? "linear",
      tension: builder.looks.property("tension").flatMap { builder.parameters.number($0) },
      isHorizontal: isHorizontal)
    var marks: [SceneMark] = []
    for rows in groups {
      let ordered = order(rows, place, isHorizontal: isHorizontal)
      guard let first = ordered.first else { continue }
      let item = SceneItem()
      style.apply(item, first)
      item.path = path(ordered, place, defined, curve, kind)
      marks.append(SceneMark(kind, role: "mark", items: [item], name: name))
    }
    guard !steps.pathGroups.isEmpty else { return marks }
    // Vega keeps each line in a group of its own, since each is faceted from the others.
    let group = SceneMark(.group, role: "scope", name: instance.model.named("pathgroup"))
    group.items = marks.map { mark in
      let item = SceneItem()
      item.width = instance.width
      item.height = instance.height
      item.marks = [mark]
      return item
    }
    return [group]
  }

  private func groups(_ names: [String]) -> [[Int]] {
    let table = instance.table
    let columns = names.compactMap { table.column(at: FieldPath(name: $0)) }
    if columns.isEmpty { return [Array(0..<table.rowCount)] }
    return Grouping(columns, rowCount: table.rowCount).rowLists()
  }

  private struct Place {
    var x: Double
    var y: Double
    var x2: Double
    var y2: Double
    var size: Double
  }

  private func places(_ kind: SceneMark.Kind, isHorizontal: Bool) -> [Place] {
    let positions = builder.positions
    let size = kind == .trail ? builder.looks.numbers(.size, property: "size") : nil
    let x: PositionEncoder.Extent
    let y: PositionEncoder.Extent
    if kind == .area {
      x =
        isHorizontal
        ? positions.range(.x, default: .zeroOrMin, second: .zeroOrMin)
        : PositionEncoder.Extent(start: positions.point(.x, default: .zeroOrMin))
      y =
        isHorizontal
        ? PositionEncoder.Extent(start: positions.point(.y, default: .zeroOrMin))
        : positions.range(.y, default: .zeroOrMin, second: .zeroOrMin)
    } else {
      x = PositionEncoder.Extent(start: positions.point(.x, default: .middle))
      y = PositionEncoder.Extent(start: positions.point(.y, default: .middle))
    }
    return (0..<instance.table.rowCount).map { row in
      let (px, py) = (x.start?(row) ?? 0, y.start?(row) ?? 0)
      return Place(
        x: px, y: py, x2: x.end?(row) ?? px, y2: y.end?(row) ?? py, size: size?(row) ?? 2)
    }
  }

  /// Whether a row is part of its line: rows with invalid values break it.
  private var defined: [Bool] {
    let count = instance.table.rowCount
    if InvalidValues.mode(unit.mark) == .show || InvalidValues.mode(unit.mark) == .filter {
      return [Bool](repeating: true, count: count)
    }
    let columns = InvalidValues.fields(instance)
      .filter { $0.channel.isPosition || $0.channel.isPolar }
      .compactMap { field in
        unit[field.channel].flatMap { column(of: $0) } ?? instance.table.column(field.name)
      }
    let ends = InvalidValues.ends(instance).compactMap { instance.table.column($0) }
    return (0..<count).map { row in
      (columns + ends).allSatisfy { InvalidValues.isValid($0, row) }
    }
  }

  /// The values of a dimension, nil for one that the table does not hold: of bins that stacks fill, the middles.
  private func column(of dimension: ChannelDefinition) -> Column? {
    if dimension.isBinning, unit.stack?.imputes == true,
      let middle = instance.table.column(dimension.fieldName(suffix: "mid"))
    {
      return middle
    }
    return instance.table.column(dimension.fieldName())
  }

  /// The rows of a line in the order in which it passes through them: by `order`, or along its dimension.
  private func order(_ rows: [Int], _ places: [Place], isHorizontal: Bool) -> [Int] {
    let definitions = unit.encoding[.order] ?? []
    let keys = definitions.filter(\.isField).map {
      SortKey(FieldReference($0.fieldName()), isDescending: $0.sort?.string == "descending")
    }
    if !keys.isEmpty {
      return (try? RowOrder(keys, of: instance.table).sorted(rows)) ?? rows
    }
    if !definitions.isEmpty { return rows }
    let dimension = unit[isHorizontal ? .y : .x]
    guard let dimension, dimension.isField else { return rows }
    if let sort = dimension.sort, sort.isNull { return rows }
    if let sort = dimension.sort, let field = sort["field"]?.string {
      let name =
        unit.isAggregated ? (sort["op"]?.string.map { "\($0)_\(field)" } ?? field) : field
      if instance.table.column(name) != nil {
        let key = SortKey(
          FieldReference(name), isDescending: sort["order"]?.string == "descending")
        return (try? RowOrder([key], of: instance.table).sorted(rows)) ?? rows
      }
    }
    // A row without a place comes first, where it cannot part the line (Vega sorts null before all).
    let column = InvalidValues.mode(unit.mark) == .show ? nil : column(of: dimension)
    let isPlaced = rows.map { row in column.map { !$0.isNull(at: row) } ?? true }
    return rows.enumerated().sorted { a, b in
      if isPlaced[a.offset] != isPlaced[b.offset] { return !isPlaced[a.offset] }
      let (p, q) = (places[a.element], places[b.element])
      let (u, v) = isHorizontal ? (p.y, q.y) : (p.x, q.x)
      return u == v ? a.offset < b.offset : u < v
    }.map(\.element)
  }

  private func path(
    _ rows: [Int], _ places: [Place], _ defined: [Bool], _ curve: Curve, _ kind: SceneMark.Kind
  ) -> Path {
    var path = Path()
    var run: [Place] = []
    func finish() {
      defer { run = [] }
      guard !run.isEmpty else { return }
      switch kind {
      case .area:
        curve.add(run.map { Point(x: $0.x, y: $0.y) }, to: &path)
        curve.add(
          run.reversed().map { Point(x: $0.x2, y: $0.y2) }, to: &path, continues: true,
          mirrors: true)
        path.close()
      case .trail: TrailPath.add(run.map { (Point(x: $0.x, y: $0.y), $0.size) }, to: &path)
      default:
        curve.add(run.map { Point(x: $0.x, y: $0.y) }, to: &path)
        if run.count == 1 { path.close() }
      }
    }
    for row in rows {
      if defined[row] { run.append(places[row]) } else { finish() }
    }
    finish()
    return path
  }
}

/// Lines whose width changes along the way (vega-scenegraph's `trail`).
enum TrailPath {
  static func add(_ points: [(point: Point, size: Double)], to path: inout Path) {
    var isReady = false
    for index in points.indices {
      let (p, w) = points[index]
      let r = w / 2
      guard index > 0 else { continue }
      let (q, v) = points[index - 1]
      let r1 = v / 2
      let (ux, uy) = (q.y - p.y, p.x - q.x)
      if ux != 0 || uy != 0 {
        let length = (ux * ux + uy * uy).squareRoot()
        let (nx, ny) = (ux / length, uy / length)
        let (rx, ry) = (nx * r1, ny * r1)
        let angle = atan2(uy, ux)
        path.move(to: Point(x: q.x - rx, y: q.y - ry))
        path.line(to: Point(x: p.x - nx * r, y: p.y - ny * r))
        ArcPath.add(to: &path, center: p, radius: r, from: angle - .pi, to: angle)
        path.line(to: Point(x: q.x + rx, y: q.y + ry))
        ArcPath.add(to: &path, center: q, radius: r1, from: angle, to: angle + .pi)
        isReady = true
      } else {
        path.move(to: Point(x: p.x + r, y: p.y))
        ArcPath.add(to: &path, center: p, radius: r, from: 0, to: 2 * .pi)
        isReady = true
      }
      path.close()
    }
    if !isReady, let only = points.first {
      path.move(to: Point(x: only.point.x + only.size / 2, y: only.point.y))
      ArcPath.add(
        to: &path, center: only.point, radius: only.size / 2, from: 0, to: 2 * .pi)
      path.close()
    }
  }
}
