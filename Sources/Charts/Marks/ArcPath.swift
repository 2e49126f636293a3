import Glibc
import Scene

/// Circular arcs as cubic curves.
enum ArcPath {
  /// A full circle about the origin, from the right end clockwise, not closed.
  static func circle(radius: Double) -> Path {
    var path = Path()
    path.move(to: Point(x: radius, y: 0))
    add(to: &path, center: .zero, radius: radius, from: 0, to: 2 * .pi)
    return path
  }

  /// Appends the arc about `center` between two angles (from the x axis, clockwise on screen); the
  /// path already stands at its start.
  static func add(
    to path: inout Path, center: Point, radius: Double, from: Double, to: Double
  ) {
    // Cut where the circle turns, so that the end points of the pieces are its extremes.
    let quarter = Double.pi / 2
    var cuts = [from]
    if to >= from {
      var next = (floor(from / quarter + 1e-9) + 1) * quarter
      while next < to - 1e-9 {
        cuts.append(next)
        next += quarter
      }
    } else {
      var next = (ceil(from / quarter - 1e-9) - 1) * quarter
      while next > to + 1e-9 {
        cuts.append(next)
        next -= quarter
      }
    }
    cuts.append(to)
    for (a, b) in zip(cuts, cuts.dropFirst()) {
      let k = 4.0 / 3 * tan((b - a) / 4) * radius
      let start = Point(x: center.x + radius * cos(a), y: center.y + radius * sin(a))
      let end = Point(x: center.x + radius * cos(b), y: center.y + radius * sin(b))
      path.curve(
        Point(x: start.x - k * sin(a), y: start.y + k * cos(a)),
        Point(x: end.x + k * sin(b), y: end.y - k * cos(b)), to: end)
    }
  }

  /// A sector of a ring (d3-shape's arc without corner radius), angles from twelve o'clock clockwise.
  static func sector(
    inner: Double, outer: Double, startAngle: Double, endAngle: Double, padAngle: Double = 0
  ) -> Path {
    let r0 = min(inner, outer)
    let r1 = max(inner, outer)
    let a0 = startAngle - .pi / 2
    let a1 = endAngle - .pi / 2
    let span = abs(a1 - a0)
    var path = Path()
    func at(_ radius: Double, _ angle: Double) -> Point {
      Point(x: radius * cos(angle), y: radius * sin(angle))
    }
    guard r1 > 1e-12 else {
      path.move(to: .zero)
      path.close()
      return path
    }
    if span > 2 * .pi - 1e-12 {
      path.move(to: at(r1, a0))
      add(to: &path, center: .zero, radius: r1, from: a0, to: a1)
      if r0 > 1e-12 {
        path.move(to: at(r0, a1))
        add(to: &path, center: .zero, radius: r0, from: a1, to: a0)
      }
      path.close()
      return path
    }
    let clockwise: Double = a1 > a0 ? 1 : -1
    var (o0, o1, i0, i1) = (a0, a1, a0, a1)
    if padAngle > 1e-12 {
      let padRadius = (r0 * r0 + r1 * r1).squareRoot()
      let half = padAngle / 2
      let outerPad = min(1, padRadius / r1 * sin(half))
      let p1 = asin(outerPad)
      if span - p1 * 2 > 1e-12 {
        o0 += p1 * clockwise
        o1 -= p1 * clockwise
      } else {
        o0 = (a0 + a1) / 2
        o1 = o0
      }
      if r0 > 1e-12 {
        let p0 = asin(min(1, padRadius / r0 * sin(half)))
        if span - p0 * 2 > 1e-12 {
          i0 += p0 * clockwise
          i1 -= p0 * clockwise
        } else {
          i0 = (a0 + a1) / 2
          i1 = i0
        }
      }
    }
    path.move(to: at(r1, o0))
    if o0 != o1 { add(to: &path, center: .zero, radius: r1, from: o0, to: o1) }
    if r0 > 1e-12 {
      path.line(to: at(r0, i1))
      if i0 != i1 { add(to: &path, center: .zero, radius: r0, from: i1, to: i0) }
    } else {
      path.line(to: .zero)
    }
    path.close()
    return path
  }
}
