import Syntax
import Tables

/// Reads TopoJSON: geometry whose lines are arcs that neighbours share.
struct TopoJSON {
  private let root: JSONNode
  private let arcs: [[GeoGeometry.Place]]
  private let transform: (scale: GeoGeometry.Place, translate: GeoGeometry.Place)?

  /// nil where `root` is no topology.
  init?(_ root: JSONNode) {
    guard root["type"]?.string == "Topology", let arcs = root["arcs"]?.array else { return nil }
    self.root = root
    func pair(_ node: JSONNode?) -> GeoGeometry.Place? {
      let numbers = node?.array?.compactMap(\.number) ?? []
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
    if let node = root["transform"], let scale = pair(node["scale"]),
      let translate = pair(node["translate"])
    {
      transform = (scale, translate)
    } else {
      transform = nil
    }
    let known = transform
    self.arcs = arcs.map { arc in
      var (x, y) = (0.0, 0.0)
      return (arc.array ?? []).compactMap { node in
        guard let place = node.array, place.count > 1, let px = place[0].number,
          let py = place[1].number
        else { return nil }
        guard let known else { return (px, py) }
        // Quantized arcs tell only how far each place is from the one before.
        x += px
        y += py
        return (
          x * known.scale.longitude + known.translate.longitude,
          y * known.scale.latitude + known.translate.latitude
        )
      }
    }
  }

  /// The names of the objects.
  var names: [String] { root["objects"]?.entries.map(\.name) ?? [] }

  /// The features of an object, one a row; nil where there is no such object.
  func features(_ name: String, _ shapes: ShapeStore) -> [Value.Object]? {
    guard let object = root["objects"]?[name] else { return nil }
    let items =
      object["type"]?.string == "GeometryCollection" ? object["geometries"]?.array ?? [] : [object]
    return items.map { item in
      var members: [Value.Member] = [.init("type", .string("Feature"))]
      if let id = item["id"] { members.append(.init("id", Value(id))) }
      members.append(
        .init("properties", item["properties"].map { Value($0) } ?? .object(.init())))
      let geometry = geometry(item)
      members.append(
        .init(
          "geometry",
          geometry.map { shapes.object(item["type"]?.string ?? "", $0) } ?? .null))
      return Value.Object(members)
    }
  }

  /// The lines of an object, each once: all of them, those between two shapes (`interior`) or those at the
  /// rim (`exterior`).
  func mesh(_ name: String, filter: String?, _ shapes: ShapeStore) -> Value? {
    guard let object = root["objects"]?[name] else { return nil }
    var uses = [Int](repeating: 0, count: arcs.count)
    var order: [Int] = []
    for item in object["geometries"]?.array ?? [object] {
      var own: Set<Int> = []
      for index in indices(item["arcs"]) where own.insert(index < 0 ? ~index : index).inserted {
        let arc = index < 0 ? ~index : index
        guard uses.indices.contains(arc) else { continue }
        if uses[arc] == 0 { order.append(arc) }
        uses[arc] += 1
      }
    }
    let kept = order.filter { arc in
      switch filter {
      case "interior": uses[arc] > 1
      case "exterior": uses[arc] == 1
      default: true
      }
    }
    return shapes.object("MultiLineString", .lines(kept.map { arcs[$0] }))
  }

  private func indices(_ node: JSONNode?) -> [Int] {
    guard let node else { return [] }
    if let number = node.number { return [Int(limited: number)] }
    return (node.array ?? []).flatMap { indices($0) }
  }

  private func geometry(_ node: JSONNode) -> GeoGeometry? {
    let parts = node["arcs"]?.array ?? []
    switch node["type"]?.string {
    case "Point": return place(node["coordinates"]).map { .points([$0]) }
    case "MultiPoint":
      return .points((node["coordinates"]?.array ?? []).compactMap { place($0) })
    case "LineString": return .lines([line(parts)])
    case "MultiLineString": return .lines(parts.map { line($0.array ?? []) })
    case "Polygon": return .polygons([parts.map { ring($0.array ?? []) }])
    case "MultiPolygon":
      return .polygons(parts.map { ($0.array ?? []).map { ring($0.array ?? []) } })
    case "GeometryCollection":
      return .collection((node["geometries"]?.array ?? []).compactMap { geometry($0) })
    default: return nil
    }
  }

  private func place(_ node: JSONNode?) -> GeoGeometry.Place? {
    let numbers = node?.array?.compactMap(\.number) ?? []
    guard numbers.count > 1 else { return nil }
    guard let transform else { return (numbers[0], numbers[1]) }
    return (
      numbers[0] * transform.scale.longitude + transform.translate.longitude,
      numbers[1] * transform.scale.latitude + transform.translate.latitude
    )
  }

  private func line(_ nodes: [JSONNode]) -> [GeoGeometry.Place] {
    var places: [GeoGeometry.Place] = []
    for node in nodes {
      let index = Int(limited: node.number ?? .nan)
      let arc = index < 0 ? ~index : index
      guard arcs.indices.contains(arc) else { continue }
      // Arcs that follow each other share a place.
      if !places.isEmpty { places.removeLast() }
      places += index < 0 ? arcs[arc].reversed() : arcs[arc]
    }
    return places
  }

  private func ring(_ nodes: [JSONNode]) -> [GeoGeometry.Place] {
    var ring = line(nodes)
    // A ring of degenerate arcs is made up to the four places of GeoJSON.
    while ring.count < 4, let first = ring.first { ring.append(first) }
    return ring
  }
}
