import Glibc

/// How lines on the sphere are cut.
protocol SphereCut: AnyObject {
  /// Cuts lines and hands the pieces on.
  func cutter(into sink: any GeoStream) -> any LineCutter
  func isVisible(_ longitude: Double, _ latitude: Double) -> Bool
  /// Follows the outline between two points, or all round where there are none.
  func interpolate(
    _ from: ClipPoint?, _ to: ClipPoint?, _ direction: Double, _ stream: any GeoStream)
  /// A point of the outline.
  var start: ClipPoint { get }
}

protocol LineCutter: AnyObject {
  func point(_ x: Double, _ y: Double)
  func lineStart()
  func lineEnd()
  /// Bit 0: no intersections; bit 1: the first and last piece belong together.
  var clean: Int { get }
}

/// Clips what streams through on the sphere (d3-geo's `clip/index.js`).
final class SphericalClip: GeoStream {
  private enum Mode { case points, line, ring }

  private let cut: any SphereCut
  private let sink: any GeoStream
  private let line: any LineCutter
  private let ringBuffer = LineBuffer()
  private let ringCutter: any LineCutter
  private var mode = Mode.points
  private var isPolygon = false
  private var hasStarted = false
  private var polygon: [[ClipPoint]] = []
  private var segments: [[ClipPoint]] = []
  private var ring: [ClipPoint] = []

  init(_ cut: any SphereCut, into sink: any GeoStream) {
    self.cut = cut
    self.sink = sink
    line = cut.cutter(into: sink)
    ringCutter = cut.cutter(into: ringBuffer)
  }

  func point(_ x: Double, _ y: Double, mark: Int) {
    switch mode {
    case .points: if cut.isVisible(x, y) { sink.point(x, y) }
    case .line: line.point(x, y)
    case .ring:
      ring.append(ClipPoint(x: x, y: y))
      ringCutter.point(x, y)
    }
  }

  func lineStart() {
    if isPolygon {
      mode = .ring
      ring = []
      ringCutter.lineStart()
    } else {
      mode = .line
      line.lineStart()
    }
  }

  func lineEnd() {
    if isPolygon {
      ringEnd()
    } else {
      mode = .points
      line.lineEnd()
    }
  }

  private func startPolygon() {
    if !hasStarted { sink.polygonStart() }
    hasStarted = true
  }

  private func ringEnd() {
    guard let first = ring.first else { return }
    ringCutter.point(first.x, first.y)
    ringCutter.lineEnd()
    let clean = ringCutter.clean
    var pieces = ringBuffer.result()
    polygon.append(ring)
    ring = []
    guard !pieces.isEmpty else { return }
    if clean & 1 != 0 {
      let piece = pieces[0]
      if piece.count > 1 {
        startPolygon()
        sink.lineStart()
        for point in piece.dropLast() { sink.point(point.x, point.y) }
        sink.lineEnd()
      }
      return
    }
    if pieces.count > 1, clean & 2 != 0 {
      let last = pieces.removeLast()
      pieces.append(last + pieces.removeFirst())
    }
    segments += pieces.filter { $0.count > 1 }
  }

  func polygonStart() {
    isPolygon = true
    polygon = []
    segments = []
  }

  func polygonEnd() {
    isPolygon = false
    mode = .points
    let startsInside = SphereMath.contains(polygon, cut.start)
    if !segments.isEmpty {
      startPolygon()
      ClipRejoin.join(
        segments, order: Self.order, startsInside: startsInside, along: cut.interpolate,
        into: sink)
    } else if startsInside {
      startPolygon()
      outline()
    }
    if hasStarted { sink.polygonEnd() }
    hasStarted = false
    polygon = []
    segments = []
  }

  private func outline() {
    sink.lineStart()
    cut.interpolate(nil, nil, 1, sink)
    sink.lineEnd()
  }

  func sphere() {
    sink.polygonStart()
    outline()
    sink.polygonEnd()
  }

  private static func order(_ a: ClipPoint, _ b: ClipPoint) -> Double {
    func rank(_ p: ClipPoint) -> Double {
      p.x < 0 ? p.y - .pi / 2 - SphereMath.epsilon : .pi / 2 - p.y
    }
    return rank(a) - rank(b)
  }
}

/// Cuts lines where they cross the antimeridian (d3-geo's `clip/antimeridian.js`).
final class AntimeridianCut: SphereCut {
  let start = ClipPoint(x: -.pi, y: -.pi / 2)

  func isVisible(_ longitude: Double, _ latitude: Double) -> Bool { true }
  func cutter(into sink: any GeoStream) -> any LineCutter { Cutter(sink) }

  func interpolate(
    _ from: ClipPoint?, _ to: ClipPoint?, _ direction: Double, _ stream: any GeoStream
  ) {
    guard let from, let to else {
      let phi = direction * .pi / 2
      for (x, y) in [
        (-1.0, phi), (0, phi), (1, phi), (1, 0), (1, -phi), (0, -phi), (-1, -phi), (-1, 0),
        (-1, phi),
      ] {
        stream.point(x * .pi, y)
      }
      return
    }
    if abs(from.x - to.x) > SphereMath.epsilon {
      let lambda: Double = from.x < to.x ? .pi : -.pi
      let phi = direction * lambda / 2
      stream.point(-lambda, phi)
      stream.point(0, phi)
      stream.point(lambda, phi)
    } else {
      stream.point(to.x, to.y)
    }
  }

  private final class Cutter: LineCutter {
    private let stream: any GeoStream
    private var lambda0 = Double.nan
    private var phi0 = Double.nan
    private var sign0 = Double.nan
    private var isWhole = 1

    init(_ stream: any GeoStream) { self.stream = stream }

    var clean: Int { 2 - isWhole }

    func lineStart() {
      stream.lineStart()
      isWhole = 1
    }

    func point(_ x: Double, _ y: Double) {
      var lambda1 = x
      let sign1: Double = lambda1 > 0 ? .pi : -.pi
      let delta = abs(lambda1 - lambda0)
      if abs(delta - .pi) < SphereMath.epsilon {
        phi0 = (phi0 + y) / 2 > 0 ? .pi / 2 : -.pi / 2
        stream.point(lambda0, phi0)
        cut(sign1)
        stream.point(lambda1, phi0)
        isWhole = 0
      } else if sign0 != sign1, delta >= .pi {
        if abs(lambda0 - sign0) < SphereMath.epsilon {
          lambda0 -= sign0 * SphereMath.epsilon
        }
        if abs(lambda1 - sign1) < SphereMath.epsilon {
          lambda1 -= sign1 * SphereMath.epsilon
        }
        phi0 = Self.meeting(lambda0, phi0, lambda1, y)
        cut(sign1)
        isWhole = 0
      }
      lambda0 = lambda1
      phi0 = y
      stream.point(lambda0, phi0)
      sign0 = sign1
    }

    private func cut(_ sign1: Double) {
      stream.point(sign0, phi0)
      stream.lineEnd()
      stream.lineStart()
      stream.point(sign1, phi0)
    }

    func lineEnd() {
      stream.lineEnd()
      lambda0 = .nan
      phi0 = .nan
    }

    private static func meeting(
      _ lambda0: Double, _ phi0: Double, _ lambda1: Double, _ phi1: Double
    ) -> Double {
      let sine = sin(lambda0 - lambda1)
      guard abs(sine) > SphereMath.epsilon else { return (phi0 + phi1) / 2 }
      let (cosine0, cosine1) = (cos(phi0), cos(phi1))
      return atan(
        (sin(phi0) * cosine1 * sin(lambda1) - sin(phi1) * cosine0 * sin(lambda0))
          / (cosine0 * cosine1 * sine))
    }
  }
}
