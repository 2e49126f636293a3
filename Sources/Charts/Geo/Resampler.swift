import Glibc

/// Projects lines and adds points where they bend (d3-geo's `projection/resample.js`).
final class Resampler: GeoStream {
  private struct Sample {
    var x = Double.nan
    var y = Double.nan
    var lambda = 0.0
    var vector: SphereMath.Vector = (0, 0, 0)
  }

  private static let closest = cos(30 * SphereMath.radians)

  private let project: (Double, Double) -> (Double, Double)
  /// The square of the distance that may be lost; 0 adds no points.
  private let tolerance: Double
  private let stream: any GeoStream
  private var isPolygon = false
  private var isLine = false
  private var previous = Sample()
  private var first: Sample?

  init(
    tolerance: Double, into stream: any GeoStream,
    project: @escaping (Double, Double) -> (Double, Double)
  ) {
    self.tolerance = tolerance
    self.stream = stream
    self.project = project
  }

  func point(_ x: Double, _ y: Double, mark: Int) {
    let place = project(x, y)
    guard isLine, tolerance > 0 else {
      stream.point(place.0, place.1)
      return
    }
    let sample = Sample(
      x: place.0, y: place.1, lambda: x, vector: SphereMath.vector(x, y))
    line(previous, sample, 16)
    stream.point(sample.x, sample.y)
    previous = sample
    if isPolygon, first == nil { first = sample }
  }

  private func line(_ a: Sample, _ b: Sample, _ depth: Int) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let d2 = dx * dx + dy * dy
    guard d2 > 4 * tolerance, depth > 0 else { return }
    let sum = SphereMath.sum(a.vector, b.vector)
    let m = sqrt(SphereMath.dot(sum, sum))
    let c = sum.z / m
    let phi = SphereMath.arcsine(c)
    let isPole =
      abs(abs(c) - 1) < SphereMath.epsilon || abs(a.lambda - b.lambda) < SphereMath.epsilon
    let lambda = isPole ? (a.lambda + b.lambda) / 2 : atan2(sum.y, sum.x)
    let place = project(lambda, phi)
    let (dx2, dy2) = (place.0 - a.x, place.1 - a.y)
    let dz = dy * dx2 - dx * dy2
    guard
      dz * dz / d2 > tolerance || abs((dx * dx2 + dy * dy2) / d2 - 0.5) > 0.3
        || SphereMath.dot(a.vector, b.vector) < Self.closest
    else { return }
    let middle = Sample(
      x: place.0, y: place.1, lambda: lambda, vector: (sum.x / m, sum.y / m, c))
    line(a, middle, depth - 1)
    stream.point(middle.x, middle.y)
    line(middle, b, depth - 1)
  }

  func lineStart() {
    isLine = true
    previous = Sample()
    first = nil
    stream.lineStart()
  }

  func lineEnd() {
    if isPolygon, let first { line(previous, first, 16) }
    isLine = false
    stream.lineEnd()
  }

  func polygonStart() {
    isPolygon = true
    stream.polygonStart()
  }

  func polygonEnd() {
    isPolygon = false
    stream.polygonEnd()
  }

  func sphere() { stream.sphere() }
}
