import Glibc
import Scene

/// A projection of the sphere onto the pixels of a view (d3-geo's `projection/index.js`).
struct GeoProjection {
  var raw: RawProjection
  var scale = 150.0
  var translate = (480.0, 250.0)
  /// Degrees.
  var center = (0.0, 0.0)
  var rotate = (0.0, 0.0, 0.0)
  var angle = 0.0
  var reflectsX = false
  var reflectsY = false
  /// Degrees about the centre beyond which nothing is seen; nil cuts at the antimeridian alone.
  var clipAngle: Double?
  /// Pixels beyond which nothing is drawn.
  var clipExtent: Bounds?
  /// How far in pixels a line may run beside its true course.
  var precision = sqrt(0.5)
  /// Mercator's maps are cut where they would be square.
  var isSquare = false

  /// From radians, rotated already, to pixels.
  private var transform: (Double, Double) -> (Double, Double) {
    let radians = SphereMath.radians
    let middle = raw.project(
      fmod(center.0, 360) * radians, fmod(center.1, 360) * radians)
    let (sx, sy): (Double, Double) = (reflectsX ? -1 : 1, reflectsY ? -1 : 1)
    let (cosine, sine) = (cos(angle * radians), sin(angle * radians))
    let (raw, k) = (raw, scale)
    func turned(_ x: Double, _ y: Double, _ dx: Double, _ dy: Double) -> (Double, Double) {
      let (x, y) = (x * sx, y * sy)
      return (cosine * k * x - sine * k * y + dx, dy - sine * k * x - cosine * k * y)
    }
    let offset = turned(middle.0, middle.1, 0, 0)
    let (dx, dy) = (translate.0 - offset.0, translate.1 - offset.1)
    return { lambda, phi in
      let point = raw.project(lambda, phi)
      return turned(point.0, point.1, dx, dy)
    }
  }

  private var rotation: SphereRotation {
    let radians = SphereMath.radians
    return SphereRotation(rotate.0 * radians, rotate.1 * radians, rotate.2 * radians)
  }

  private var extent: Bounds? {
    guard isSquare else { return clipExtent }
    let k = Double.pi * scale
    let middle = transform(0, 0)
    let square = Bounds(middle.0 - k, middle.1 - k, middle.0 + k, middle.1 + k)
    guard let clipExtent else { return square }
    return Bounds(
      max(square.x1, clipExtent.x1), clipExtent.y1, min(square.x2, clipExtent.x2), clipExtent.y2)
  }

  /// A stream that takes degrees and hands pixels to `sink`.
  func stream(into sink: any GeoStream) -> any GeoStream {
    var end = sink
    if let extent { end = RectangleClip(extent.x1, extent.y1, extent.x2, extent.y2, into: end) }
    let resampler = Resampler(tolerance: precision * precision, into: end, project: transform)
    let cut: any SphereCut =
      if let clipAngle { CircleCut(radius: clipAngle * SphereMath.radians) } else {
        AntimeridianCut()
      }
    return RotationStream(rotation, into: SphericalClip(cut, into: resampler))
  }

  /// The pixel of one place; nil where it is not on the map.
  func point(_ longitude: Double, _ latitude: Double) -> Point? {
    let radians = SphereMath.radians
    let (lambda, phi) = rotation.apply(longitude * radians, latitude * radians)
    let place = transform(lambda, phi)
    return place.0.isFinite && place.1.isFinite ? Point(x: place.0, y: place.1) : nil
  }
}

/// Turns degrees into radians and the sphere into place.
private final class RotationStream: GeoStream {
  private let rotation: SphereRotation
  private let stream: any GeoStream

  init(_ rotation: SphereRotation, into stream: any GeoStream) {
    self.rotation = rotation
    self.stream = stream
  }

  func point(_ x: Double, _ y: Double, mark: Int) {
    let (lambda, phi) = rotation.apply(x * SphereMath.radians, y * SphereMath.radians)
    stream.point(lambda, phi)
  }
  func lineStart() { stream.lineStart() }
  func lineEnd() { stream.lineEnd() }
  func polygonStart() { stream.polygonStart() }
  func polygonEnd() { stream.polygonEnd() }
  func sphere() { stream.sphere() }
}
