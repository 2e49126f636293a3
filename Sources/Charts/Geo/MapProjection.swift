import Glibc
import Scene
import Syntax
import Tables

/// The projection of a view: one of the sphere, the composite of the United States, or none at all.
enum MapProjection {
  case sphere(GeoProjection)
  case albersUsa(scale: Double, translate: (Double, Double))
  /// Plane coordinates; `reflectsY` puts the origin at the bottom.
  case identity(scale: Double, translate: (Double, Double), reflectsX: Bool, reflectsY: Bool)

  /// Sends geometry through the projection, in pixels.
  func send(_ geometry: GeoGeometry, to sink: any GeoStream) {
    switch self {
    case .sphere(let projection): geometry.send(to: projection.stream(into: sink))
    case .albersUsa(let scale, let translate):
      for part in Self.states(scale, translate) { geometry.send(to: part.stream(into: sink)) }
    case .identity: geometry.send(to: PlaneStream(self, into: sink))
    }
  }

  /// The pixel of a place; nil where the map has none.
  func point(_ longitude: Double, _ latitude: Double) -> Point? {
    switch self {
    case .sphere(let projection): return projection.point(longitude, latitude)
    case .albersUsa(let scale, let translate):
      for part in Self.states(scale, translate) {
        let bounds = BoundsStream()
        part.stream(into: bounds).point(longitude, latitude)
        if !bounds.bounds.isEmpty { return Point(x: bounds.bounds.x1, y: bounds.bounds.y1) }
      }
      return nil
    case .identity(let scale, let translate, let reflectsX, let reflectsY):
      return Point(
        x: (reflectsX ? -1 : 1) * longitude * scale + translate.0,
        y: (reflectsY ? -1 : 1) * latitude * scale + translate.1)
    }
  }

  /// The path of a geometry.
  func path(_ geometry: GeoGeometry, pointRadius: Double) -> Path {
    let stream = PathStream(pointRadius: pointRadius)
    send(geometry, to: stream)
    return stream.path
  }

  /// The projection scaled and moved so that `geometry` fills a box (d3-geo's `fitExtent`).
  func fitted(_ geometry: GeoGeometry, x: Double, y: Double, width: Double, height: Double)
    -> MapProjection
  {
    let unit = placed(scale: 150, translate: (0, 0))
    let stream = BoundsStream()
    unit.send(geometry, to: stream)
    let box = stream.bounds
    guard !box.isEmpty else { return self }
    let k = min(width / (box.x2 - box.x1), height / (box.y2 - box.y1))
    guard k.isFinite else { return self }
    return placed(
      scale: 150 * k,
      translate: (
        x + (width - k * (box.x2 + box.x1)) / 2, y + (height - k * (box.y2 + box.y1)) / 2
      ))
  }

  private func placed(scale: Double, translate: (Double, Double)) -> MapProjection {
    switch self {
    case .sphere(let known):
      var projection = known
      projection.scale = scale
      projection.translate = translate
      return .sphere(projection)
    case .albersUsa: return .albersUsa(scale: scale, translate: translate)
    case .identity(_, _, let reflectsX, let reflectsY):
      return .identity(
        scale: scale / 150, translate: translate, reflectsX: reflectsX, reflectsY: reflectsY)
    }
  }

  /// d3-geo's `albersUsa`: the lower 48 states, Alaska at a third of their scale, and Hawaii.
  private static func states(_ k: Double, _ translate: (Double, Double)) -> [GeoProjection] {
    let (x, y) = translate
    let edge = SphereMath.epsilon
    func part(
      _ parallels: (Double, Double), _ rotate: Double, _ center: (Double, Double),
      _ scale: Double, _ move: (Double, Double), _ box: (Double, Double, Double, Double),
      _ edge: Double
    ) -> GeoProjection {
      let radians = SphereMath.radians
      var projection = GeoProjection(
        raw: .conicEqualArea(parallels.0 * radians, parallels.1 * radians))
      projection.rotate = (rotate, 0, 0)
      projection.center = center
      projection.scale = scale
      projection.translate = (x + move.0 * k, y + move.1 * k)
      projection.clipExtent = Bounds(
        x + box.0 * k + edge, y + box.1 * k + edge, x + box.2 * k - edge, y + box.3 * k - edge)
      return projection
    }
    return [
      part((29.5, 45.5), 96, (-0.6, 38.7), k, (0, 0), (-0.455, -0.238, 0.455, 0.238), 0),
      part(
        (55, 65), 154, (-2, 58.5), k * 0.35, (-0.307, 0.201), (-0.425, 0.120, -0.214, 0.234), edge),
      part((8, 18), 157, (-3, 19.9), k, (-0.205, 0.212), (-0.214, 0.166, -0.115, 0.234), edge),
    ]
  }
}

/// Maps plane coordinates point by point.
private final class PlaneStream: GeoStream {
  private let projection: MapProjection
  private let stream: any GeoStream

  init(_ projection: MapProjection, into stream: any GeoStream) {
    self.projection = projection
    self.stream = stream
  }

  func point(_ x: Double, _ y: Double, mark: Int) {
    if let place = projection.point(x, y) { stream.point(place.x, place.y) }
  }
  func lineStart() { stream.lineStart() }
  func lineEnd() { stream.lineEnd() }
  func polygonStart() { stream.polygonStart() }
  func polygonEnd() { stream.polygonEnd() }
  func sphere() { stream.sphere() }
}

extension MapProjection {
  /// The projection that a definition describes, `mercator` where it names none, as Vega has it.
  init(_ node: JSONNode, parameters: Parameters) {
    func number(_ name: String) -> Double? { node[name].flatMap { parameters.number($0) } }
    func numbers(_ name: String) -> [Double]? {
      node[name].map { node -> [Double] in
        if let items = node.array { return items.compactMap { parameters.number($0) } }
        if case .array(let items) = parameters.value(node) { return items.map(\.asNumber) }
        return []
      }
    }
    func pair(_ values: [Double]?) -> (Double, Double)? {
      values.flatMap { $0.count > 1 ? ($0[0], $0[1]) : nil }
    }
    let type = node["type"].map { parameters.value($0).asText } ?? "mercator"
    let scale = number("scale")
    let translate = pair(numbers("translate"))
    let reflectsX = node["reflectX"].map { parameters.value($0).isTruthy } ?? false
    let reflectsY = node["reflectY"].map { parameters.value($0).isTruthy } ?? false
    if type == "albersUsa" {
      self = .albersUsa(scale: scale ?? 1070, translate: translate ?? (480, 250))
      return
    }
    if type == "identity" {
      self = .identity(
        scale: scale ?? 1, translate: translate ?? (0, 0), reflectsX: reflectsX,
        reflectsY: reflectsY)
      return
    }
    let radians = SphereMath.radians
    let parallels = pair(numbers("parallels"))
    func conic(
      _ make: (Double, Double) -> RawProjection, _ standard: (Double, Double)
    ) -> RawProjection {
      let given = parallels ?? standard
      return make(given.0 * radians, given.1 * radians)
    }
    var projection = GeoProjection(raw: .equalEarth)
    projection.scale = 177.158
    switch type {
    case "mercator":
      projection.raw = .mercator
      projection.scale = 961 / (2 * .pi)
      projection.isSquare = true
    case "transverseMercator":
      projection.raw = .transverseMercator
      projection.scale = 159.155
      projection.isSquare = true
      projection.rotate = (0, 0, 90)
    case "equirectangular":
      projection.raw = .equirectangular
      projection.scale = 152.63
    case "orthographic":
      projection.raw = .orthographic
      projection.scale = 249.5
      projection.clipAngle = 90 + SphereMath.epsilon
    case "gnomonic":
      projection.raw = .gnomonic
      projection.scale = 144.049
      projection.clipAngle = 60
    case "stereographic":
      projection.raw = .stereographic
      projection.scale = 250
      projection.clipAngle = 142
    case "azimuthalEqualArea":
      projection.raw = .azimuthalEqualArea
      projection.scale = 124.75
      projection.clipAngle = 180 - 1e-3
    case "azimuthalEquidistant":
      projection.raw = .azimuthalEquidistant
      projection.scale = 79.4188
      projection.clipAngle = 180 - 1e-3
    case "albers":
      projection.raw = conic(RawProjection.conicEqualArea, (29.5, 45.5))
      projection.scale = 1070
      projection.rotate = (96, 0, 0)
      projection.center = (-0.6, 38.7)
    case "conicEqualArea":
      projection.raw = conic(RawProjection.conicEqualArea, (0, 60))
      projection.scale = 155.424
      projection.center = (0, 33.6442)
    case "conicConformal":
      projection.raw = conic(RawProjection.conicConformal, (30, 30))
      projection.scale = 109.5
    case "conicEquidistant":
      projection.raw = conic(RawProjection.conicEquidistant, (0, 60))
      projection.scale = 131.154
      projection.center = (0, 13.9389)
    case "naturalEarth1":
      projection.raw = .naturalEarth1
      projection.scale = 175.295
    default: break
    }
    if let scale { projection.scale = scale }
    if let translate { projection.translate = translate }
    if let center = pair(numbers("center")) {
      projection.center = type == "transverseMercator" ? (-center.1, center.0) : center
    }
    if let turn = numbers("rotate"), !turn.isEmpty {
      projection.rotate = (
        turn[0], turn.count > 1 ? turn[1] : 0,
        (turn.count > 2 ? turn[2] : 0) + (type == "transverseMercator" ? 90 : 0)
      )
    }
    if let angle = number("angle") { projection.angle = angle }
    if let angle = number("clipAngle") { projection.clipAngle = angle > 0 ? angle : nil }
    if let precision = number("precision") { projection.precision = precision }
    projection.reflectsX = reflectsX
    projection.reflectsY = reflectsY
    if let corners = node["clipExtent"]?.array, corners.count == 2,
      let low = pair(corners[0].array?.compactMap { parameters.number($0) }),
      let high = pair(corners[1].array?.compactMap { parameters.number($0) })
    {
      projection.clipExtent = Bounds(low.0, low.1, high.0, high.1)
    }
    self = .sphere(projection)
  }
}
