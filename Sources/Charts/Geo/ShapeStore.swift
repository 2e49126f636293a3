import Tables

/// Geometry read from files, kept beside the tables: a row holds the number of its shape, not its places.
final class ShapeStore {
  /// The member of a geometry's object that holds its number; no GeoJSON has such a name.
  static let member = "\u{1}shape"

  private var shapes: [GeoGeometry] = []

  /// The object that stands for `shape` in a row.
  func object(_ type: String, _ shape: GeoGeometry) -> Value {
    shapes.append(shape)
    return .object(
      .init([
        .init("type", .string(type)), .init(Self.member, .number(Double(shapes.count - 1))),
      ]))
  }

  /// The geometry of a feature, a geometry or a collection; nil where the value is none.
  func geometry(_ value: Value) -> GeoGeometry? {
    guard case .object(let object) = value else { return nil }
    if case .number(let number)? = object[Self.member] {
      let index = Int(limited: number)
      return shapes.indices.contains(index) ? shapes[index] : nil
    }
    guard case .string(let type)? = object["type"] else { return nil }
    let places = object["coordinates"] ?? .null
    switch type {
    case "Feature": return object["geometry"].flatMap { geometry($0) }
    case "FeatureCollection": return .collection(items(object["features"]).compactMap(geometry))
    case "GeometryCollection": return .collection(items(object["geometries"]).compactMap(geometry))
    case "Sphere": return .sphere
    case "Point": return place(places).map { .points([$0]) }
    case "MultiPoint": return .points(line(places))
    case "LineString": return .lines([line(places)])
    case "MultiLineString": return .lines(items(places).map(line))
    case "Polygon": return .polygons([items(places).map(line)])
    case "MultiPolygon": return .polygons(items(places).map { items($0).map(line) })
    default: return nil
    }
  }

  private func items(_ value: Value?) -> [Value] {
    if case .array(let items)? = value { items } else { [] }
  }

  private func line(_ value: Value) -> [GeoGeometry.Place] { items(value).compactMap(place) }

  private func place(_ value: Value) -> GeoGeometry.Place? {
    let numbers = items(value).map(\.asNumber)
    guard numbers.count > 1, numbers[0].isFinite, numbers[1].isFinite else { return nil }
    return (numbers[0], numbers[1])
  }
}
