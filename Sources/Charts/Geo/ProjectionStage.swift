import Scene
import Syntax
import Tables

/// Gives maps their projections, after all views have their sizes: views that lie over each other or show
/// the same map for several fields share one, which fits the data of them all (Vega-Lite's
/// `compile/projection/parse.ts`).
struct ProjectionStage {
  let parameters: Parameters
  let shapes: ShapeStore

  func run(_ instance: ViewInstance) {
    let maps = instance.units.filter(Self.isMap)
    guard let first = maps.first else { return }
    if instance.model.unit != nil || sharesMaps(instance.model) {
      let common = Self.common(maps.map { Self.definition($0) })
      let isOneSize = maps.allSatisfy { $0.width == first.width && $0.height == first.height }
      if let common, instance.model.unit != nil || isOneSize {
        project(maps, common, first)
        return
      }
    }
    for child in instance.children { run(child) }
  }

  /// What several definitions come to: one that says nothing yields to its siblings (Vega-Lite's
  /// `mergeIfNoConflict`); nil where two say different things.
  private static func common(_ definitions: [JSONNode]) -> JSONNode? {
    let written = definitions.filter { !$0.entries.isEmpty }
    guard let first = written.first else { return .emptyObject }
    return written.allSatisfy { $0.isSame(as: first) } ? first : nil
  }

  /// Concatenated views have sizes of their own; repeated ones have those of their one specification.
  private func sharesMaps(_ model: Model) -> Bool {
    guard model.isConcat else { return true }
    // The copies of a repetition were all written in one place.
    return Set(model.children.map { ($0.spec["mark"] ?? $0.spec["layer"])?.range }).count == 1
  }

  /// Whether a unit shows a map.
  static func isMap(_ instance: ViewInstance) -> Bool {
    guard let unit = instance.model.unit else { return false }
    return unit.mark.type == .geoshape
      || [.longitude, .latitude, .longitude2, .latitude2].contains { unit[$0] != nil }
  }

  /// The projection of a unit as written: its own over those of the layers around it and configuration.
  static func definition(_ instance: ViewInstance) -> JSONNode {
    var result = instance.model.config.root["projection"] ?? .emptyObject
    var chain: [JSONNode] = []
    var model: Model? = instance.model
    while let current = model {
      if let node = current.spec["projection"] { chain.append(node) }
      model = current.parent
    }
    for node in chain.reversed() { result = result.overlaid(with: node) }
    return result
  }

  /// Whether scale and place are written, so that what does not fit has to be cut off.
  static func isFixed(_ instance: ViewInstance) -> Bool {
    let node = definition(instance)
    return node.has("scale") || node.has("translate")
  }

  private func project(_ maps: [ViewInstance], _ node: JSONNode, _ first: ViewInstance) {
    var projection = MapProjection(node, parameters: parameters)
    if !node.has("scale"), !node.has("translate") {
      let all = GeoGeometry.collection(maps.map { extent($0) })
      projection = projection.fitted(all, x: 0, y: 0, width: first.width, height: first.height)
    }
    for map in maps {
      map.projection = projection
      place(map, projection)
    }
  }

  /// What a view's map has to hold.
  private func extent(_ instance: ViewInstance) -> GeoGeometry {
    guard let unit = instance.model.unit else { return .collection([]) }
    var parts: [GeoGeometry] = []
    let table = instance.raw
    for (x, y) in [(Channel.longitude, Channel.latitude), (.longitude2, .latitude2)]
    where unit[x] != nil || unit[y] != nil {
      parts.append(.points(places(table, unit, x, y).compactMap { $0 }))
    }
    if unit.mark.type == .geoshape {
      // Rows that are regions themselves count where they are drawn, regions that rows name in any case.
      let rows = unit[.shape]?.field == nil ? instance.table : table
      parts += GeoRows(instance: instance, shapes: shapes).shapes(of: rows).compactMap { $0 }
    }
    return .collection(parts)
  }

  /// The place of each row, nil where it has none.
  private func places(
    _ table: Table, _ unit: Model.Unit, _ x: Channel, _ y: Channel
  ) -> [GeoGeometry.Place?] {
    func numbers(_ channel: Channel) -> (Int) -> Double {
      guard let definition = unit[channel] else { return { _ in .nan } }
      if let field = definition.field {
        guard let path = FieldPath(field), let column = table.column(at: path) else {
          return { _ in .nan }
        }
        return { column.isNull(at: $0) ? .nan : column[$0].asNumber }
      }
      let constant =
        (definition.datum ?? definition.value).flatMap { parameters.number($0) } ?? .nan
      return { _ in constant }
    }
    let (longitude, latitude) = (numbers(x), numbers(y))
    return (0..<table.rowCount).map { row in
      let place = (longitude(row), latitude(row))
      return place.0.isFinite && place.1.isFinite ? place : nil
    }
  }

  /// Adds the pixels of the rows' places to the table of a map.
  private func place(_ instance: ViewInstance, _ projection: MapProjection) {
    guard let unit = instance.model.unit else { return }
    let pairs = [
      (Channel.longitude, Channel.latitude, Channel.x, Channel.y),
      (.longitude2, .latitude2, .x2, .y2),
    ]
    for (longitude, latitude, x, y) in pairs
    where unit[longitude] != nil || unit[latitude] != nil {
      let points = places(instance.table, unit, longitude, latitude).map { place in
        place.flatMap { projection.point($0.longitude, $0.latitude) }
      }
      instance.table = instance.table
        .setting(GeoColumns.name(x), Column(points.map { $0.map { .number($0.x) } ?? .null }))
        .setting(GeoColumns.name(y), Column(points.map { $0.map { .number($0.y) } ?? .null }))
    }
  }
}

/// The shapes that the rows of a map hold.
struct GeoRows {
  let instance: ViewInstance
  let shapes: ShapeStore

  /// The shape of each row of `table`: that of the field of the channel `shape`, or the row itself.
  func shapes(of table: Table) -> [GeoGeometry?] {
    if let field = instance.model.unit?[.shape]?.field {
      guard let path = FieldPath(field), let column = table.column(at: path) else { return [] }
      return (0..<table.rowCount).map { shapes.geometry(column[$0]) }
    }
    return (0..<table.rowCount).map { shapes.geometry(.object(table.row($0))) }
  }
}
