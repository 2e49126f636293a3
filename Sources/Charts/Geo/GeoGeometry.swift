/// The geometry of GeoJSON, places in degrees.
indirect enum GeoGeometry {
  typealias Place = (longitude: Double, latitude: Double)

  case points([Place])
  case lines([[Place]])
  /// Each a ring and its holes, all closed.
  case polygons([[[Place]]])
  case sphere
  case collection([GeoGeometry])

  /// Sends the geometry through `stream`, in degrees.
  func send(to stream: any GeoStream) {
    switch self {
    case .points(let places):
      for place in places { stream.point(place.longitude, place.latitude) }
    case .lines(let lines): for line in lines { Self.send(line, to: stream) }
    case .polygons(let polygons):
      for polygon in polygons {
        stream.polygonStart()
        // A ring's last place is its first again.
        for ring in polygon { Self.send(ring.dropLast(), to: stream) }
        stream.polygonEnd()
      }
    case .sphere: stream.sphere()
    case .collection(let items): for item in items { item.send(to: stream) }
    }
  }

  private static func send(_ line: some Sequence<Place>, to stream: any GeoStream) {
    stream.lineStart()
    for place in line { stream.point(place.longitude, place.latitude) }
    stream.lineEnd()
  }
}

/// The net of meridians and parallels (d3-geo's `graticule`).
struct Graticule {
  var extentMajor = ((-180.0, -90 + SphereMath.epsilon), (180.0, 90 - SphereMath.epsilon))
  var extentMinor = ((-180.0, -80 - SphereMath.epsilon), (180.0, 80 + SphereMath.epsilon))
  var stepMajor = (90.0, 360.0)
  var stepMinor = (10.0, 10.0)
  var precision = 2.5

  var geometry: GeoGeometry {
    let ((majorX0, majorY0), (majorX1, majorY1)) = extentMajor
    let ((minorX0, minorY0), (minorX1, minorY1)) = extentMinor
    func meridian(_ y0: Double, _ y1: Double, _ x: Double) -> [GeoGeometry.Place] {
      (Self.range(y0, y1 - SphereMath.epsilon, 90) + [y1]).map { (x, $0) }
    }
    func parallel(_ x0: Double, _ x1: Double, _ y: Double) -> [GeoGeometry.Place] {
      (Self.range(x0, x1 - SphereMath.epsilon, precision) + [x1]).map { ($0, y) }
    }
    func minor(_ low: Double, _ high: Double, _ step: Double, not major: Double) -> [Double] {
      Self.range((low / step).rounded(.up) * step, high, step).filter {
        abs($0.truncatingRemainder(dividingBy: major)) > SphereMath.epsilon
      }
    }
    var lines: [[GeoGeometry.Place]] = []
    for x in Self.range((majorX0 / stepMajor.0).rounded(.up) * stepMajor.0, majorX1, stepMajor.0) {
      lines.append(meridian(majorY0, majorY1, x))
    }
    for y in Self.range((majorY0 / stepMajor.1).rounded(.up) * stepMajor.1, majorY1, stepMajor.1) {
      lines.append(parallel(majorX0, majorX1, y))
    }
    for x in minor(minorX0, minorX1, stepMinor.0, not: stepMajor.0) {
      lines.append(meridian(minorY0, minorY1, x))
    }
    for y in minor(minorY0, minorY1, stepMinor.1, not: stepMajor.1) {
      lines.append(parallel(minorX0, minorX1, y))
    }
    return .lines(lines)
  }

  /// d3-array's `range`, cut short where it would not end.
  private static func range(_ start: Double, _ stop: Double, _ step: Double) -> [Double] {
    guard step > 0, start < stop else { return [] }
    let count = Int(limited: min(20_000, ((stop - start) / step).rounded(.up)))
    return (0..<count).map { start + Double($0) * step }
  }
}
