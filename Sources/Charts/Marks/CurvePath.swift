import Glibc
import Scene

/// How a line passes through its points (d3-shape's curves, by Vega's names).
enum Curve: Hashable {
  case linear(isClosed: Bool)
  /// The share of the way at which the step is taken: 0 before, 0.5 midway, 1 after.
  case step(Double)
  case basis(isClosed: Bool, isOpen: Bool)
  case bundle(Double)
  case cardinal(Double, isClosed: Bool, isOpen: Bool)
  case catmullRom(Double, isClosed: Bool, isOpen: Bool)
  case monotone(isHorizontal: Bool)
  case natural

  /// Moves or draws a line to the first point.
  private typealias Begin = (inout Path, Point) -> Void

  /// The names that Vega-Lite gives them.
  static let names = [
    "linear", "linear-closed", "step", "step-before", "step-after", "basis", "basis-open",
    "basis-closed", "cardinal", "cardinal-open", "cardinal-closed", "catmull-rom", "bundle",
    "monotone", "natural",
  ]

  /// The curve called `name`, linear where there is none such.
  init(name: String, tension: Double?, isHorizontal: Bool) {
    let cardinalTension = tension ?? 0
    let alpha = tension ?? 0.5
    switch name {
    case "linear-closed": self = .linear(isClosed: true)
    case "step": self = .step(0.5)
    case "step-before": self = .step(0)
    case "step-after": self = .step(1)
    case "basis": self = .basis(isClosed: false, isOpen: false)
    case "basis-open": self = .basis(isClosed: false, isOpen: true)
    case "basis-closed": self = .basis(isClosed: true, isOpen: false)
    case "bundle": self = .bundle(tension ?? 0.85)
    case "cardinal": self = .cardinal(cardinalTension, isClosed: false, isOpen: false)
    case "cardinal-open": self = .cardinal(cardinalTension, isClosed: false, isOpen: true)
    case "cardinal-closed": self = .cardinal(cardinalTension, isClosed: true, isOpen: false)
    case "catmull-rom": self = .catmullRom(alpha, isClosed: false, isOpen: false)
    case "catmull-rom-open": self = .catmullRom(alpha, isClosed: false, isOpen: true)
    case "catmull-rom-closed": self = .catmullRom(alpha, isClosed: true, isOpen: false)
    case "monotone": self = .monotone(isHorizontal: isHorizontal)
    case "natural": self = .natural
    default: self = .linear(isClosed: false)
    }
  }

  /// Appends the curve through `points`. A continued path is met by a straight line; the lower edge of
  /// an area mirrors its steps.
  func add(_ points: [Point], to path: inout Path, continues: Bool = false, mirrors: Bool = false) {
    guard let first = points.first else { return }
    let begin: Begin = { path, point in
      if continues { path.line(to: point) } else { path.move(to: point) }
    }
    switch self {
    case .linear(let isClosed):
      begin(&path, first)
      for point in points.dropFirst() { path.line(to: point) }
      if isClosed { path.close() }
    case .step(let share):
      begin(&path, first)
      let t = mirrors ? 1 - share : share
      for (from, to) in zip(points, points.dropFirst()) {
        if t <= 0 {
          path.line(to: Point(x: from.x, y: to.y))
          path.line(to: to)
        } else {
          let x = from.x * (1 - t) + to.x * t
          path.line(to: Point(x: x, y: from.y))
          path.line(to: Point(x: x, y: to.y))
        }
      }
      if share > 0, share < 1, points.count >= 2, let last = points.last { path.line(to: last) }
    case .basis(let isClosed, let isOpen):
      addBasis(points, to: &path, isClosed: isClosed, isOpen: isOpen, begin: begin)
    case .bundle(let beta):
      let count = Double(max(1, points.count - 1))
      guard let last = points.last else { return }
      let straightened = points.enumerated().map { index, point in
        let t = Double(index) / count
        return Point(
          x: beta * point.x + (1 - beta) * (first.x + t * (last.x - first.x)),
          y: beta * point.y + (1 - beta) * (first.y + t * (last.y - first.y)))
      }
      Curve.basis(isClosed: false, isOpen: false)
        .add(straightened, to: &path, continues: continues)
    case .cardinal(let tension, let isClosed, let isOpen):
      addHermite(points, to: &path, isClosed: isClosed, isOpen: isOpen, begin: begin) {
        let k = (1 - tension) / 6
        return (
          Point(x: $1.x + k * ($2.x - $0.x), y: $1.y + k * ($2.y - $0.y)),
          Point(x: $2.x + k * ($1.x - $3.x), y: $2.y + k * ($1.y - $3.y))
        )
      }
    case .catmullRom(let alpha, let isClosed, let isOpen):
      addHermite(points, to: &path, isClosed: isClosed, isOpen: isOpen, begin: begin) {
        Self.catmullRomControls($0, $1, $2, $3, alpha: alpha)
      }
    case .monotone(let isHorizontal):
      addMonotone(points, to: &path, isHorizontal: isHorizontal, begin: begin)
    case .natural: addNatural(points, to: &path, begin: begin)
    }
  }

  private func addBasis(
    _ points: [Point], to path: inout Path, isClosed: Bool, isOpen: Bool, begin: Begin
  ) {
    func mix(_ a: Point, _ b: Point, _ c: Point, _ wa: Double, _ wb: Double, _ wc: Double) -> Point
    {
      let sum = wa + wb + wc
      return Point(
        x: (wa * a.x + wb * b.x + wc * c.x) / sum, y: (wa * a.y + wb * b.y + wc * c.y) / sum)
    }
    guard let first = points.first, let last = points.last else { return }
    if points.count < 3, !isOpen {
      begin(&path, first)
      if points.count == 2 { path.line(to: last) }
      return
    }
    guard points.count >= 3 else { return }
    let closed = isClosed ? points + points.prefix(3) : points
    if isClosed || isOpen {
      begin(&path, mix(closed[0], closed[1], closed[2], 1, 4, 1))
    } else {
      begin(&path, first)
      path.line(to: mix(closed[0], closed[1], first, 5, 1, 0))
    }
    let start = isClosed || isOpen ? 3 : 2
    var previous = (closed[start - 2], closed[start - 1])
    func segment(_ next: Point) {
      let (a, b) = previous
      path.curve(
        mix(a, b, b, 2, 1, 0), mix(a, b, b, 1, 2, 0), to: mix(a, b, next, 1, 4, 1))
      previous = (b, next)
    }
    for point in closed[start...] { segment(point) }
    if isClosed {
      path.close()
    } else if !isOpen {
      segment(last)
      path.line(to: last)
    }
  }

  private func addHermite(
    _ points: [Point], to path: inout Path, isClosed: Bool, isOpen: Bool, begin: Begin,
    controls: (Point, Point, Point, Point) -> (Point, Point)
  ) {
    guard let first = points.first, let last = points.last else { return }
    if points.count < 3, !isOpen {
      begin(&path, first)
      if points.count == 2 { path.line(to: last) }
      if isClosed { path.close() }
      return
    }
    var all = points
    if isClosed {
      all = [last] + points + points.prefix(2)
    } else if !isOpen {
      all = [first] + points + [last]
    }
    guard all.count >= 4 else { return }
    begin(&path, all[1])
    for index in 1..<(all.count - 2) {
      let (c1, c2) = controls(all[index - 1], all[index], all[index + 1], all[index + 2])
      path.curve(c1, c2, to: all[index + 1])
    }
    if isClosed { path.close() }
  }

  private static func catmullRomControls(
    _ p0: Point, _ p1: Point, _ p2: Point, _ p3: Point, alpha: Double
  ) -> (Point, Point) {
    func distances(_ a: Point, _ b: Point) -> (Double, Double) {
      let square = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)
      let double = pow(square, alpha)
      return (double.squareRoot(), double)
    }
    let (l01, l01s) = distances(p0, p1)
    let (l12, l12s) = distances(p1, p2)
    let (l23, l23s) = distances(p2, p3)
    var c1 = p1
    var c2 = p2
    if l01 > 1e-12 {
      let a = 2 * l01s + 3 * l01 * l12 + l12s
      let n = 3 * l01 * (l01 + l12)
      c1 = Point(
        x: (p1.x * a - p0.x * l12s + p2.x * l01s) / n,
        y: (p1.y * a - p0.y * l12s + p2.y * l01s) / n)
    }
    if l23 > 1e-12 {
      let b = 2 * l23s + 3 * l23 * l12 + l12s
      let m = 3 * l23 * (l23 + l12)
      c2 = Point(
        x: (p2.x * b + p1.x * l23s - p3.x * l12s) / m,
        y: (p2.y * b + p1.y * l23s - p3.y * l12s) / m)
    }
    return (c1, c2)
  }

  /// Steffen's monotone cubic interpolation, as d3-shape has it.
  private func addMonotone(
    _ given: [Point], to path: inout Path, isHorizontal: Bool, begin: Begin
  ) {
    func flip(_ point: Point) -> Point { isHorizontal ? Point(x: point.y, y: point.x) : point }
    var points: [Point] = []
    for point in given where points.last != flip(point) { points.append(flip(point)) }
    guard let first = points.first, let last = points.last else { return }
    begin(&path, flip(first))
    if points.count == 2 { path.line(to: flip(last)) }
    guard points.count > 2 else { return }
    func sign(_ x: Double) -> Double { x < 0 ? -1 : 1 }
    func slope3(_ a: Point, _ b: Point, _ c: Point) -> Double {
      let h0 = b.x - a.x
      let h1 = c.x - b.x
      let s0 = (b.y - a.y) / (h0 != 0 ? h0 : (h1 < 0 ? -0.0 : h0))
      let s1 = (c.y - b.y) / (h1 != 0 ? h1 : (h0 < 0 ? -0.0 : h1))
      let p = (s0 * h1 + s1 * h0) / (h0 + h1)
      let slope = (sign(s0) + sign(s1)) * min(abs(s0), min(abs(s1), 0.5 * abs(p)))
      return slope.isNaN ? 0 : slope
    }
    func slope2(_ a: Point, _ b: Point, _ t: Double) -> Double {
      let h = b.x - a.x
      return h != 0 ? (3 * (b.y - a.y) / h - t) / 2 : t
    }
    func segment(_ a: Point, _ b: Point, _ t0: Double, _ t1: Double) {
      let dx = (b.x - a.x) / 3
      path.curve(
        flip(Point(x: a.x + dx, y: a.y + dx * t0)), flip(Point(x: b.x - dx, y: b.y - dx * t1)),
        to: flip(b))
    }
    var t0 = 0.0
    for index in 2..<points.count {
      let t1 = slope3(points[index - 2], points[index - 1], points[index])
      if index == 2 { t0 = slope2(points[0], points[1], t1) }
      segment(points[index - 2], points[index - 1], t0, t1)
      t0 = t1
    }
    let beforeLast = points[points.count - 2]
    segment(beforeLast, last, t0, slope2(beforeLast, last, t0))
  }

  private func addNatural(_ points: [Point], to path: inout Path, begin: Begin) {
    guard let first = points.first, let last = points.last else { return }
    begin(&path, first)
    if points.count == 2 { path.line(to: last) }
    guard points.count > 2 else { return }
    func controls(_ x: [Double]) -> ([Double], [Double]) {
      let n = x.count - 1
      var a = [Double](repeating: 0, count: n)
      var b = a
      var r = a
      (a[0], b[0], r[0]) = (0, 2, x[0] + 2 * x[1])
      for i in 1..<(n - 1) { (a[i], b[i], r[i]) = (1, 4, 4 * x[i] + 2 * x[i + 1]) }
      (a[n - 1], b[n - 1], r[n - 1]) = (2, 7, 8 * x[n - 1] + x[n])
      for i in 1..<n {
        let m = a[i] / b[i - 1]
        b[i] -= m
        r[i] -= m * r[i - 1]
      }
      a[n - 1] = r[n - 1] / b[n - 1]
      for i in stride(from: n - 2, through: 0, by: -1) { a[i] = (r[i] - a[i + 1]) / b[i] }
      b[n - 1] = (x[n] + a[n - 1]) / 2
      for i in 0..<(n - 1) { b[i] = 2 * x[i + 1] - a[i + 1] }
      return (a, b)
    }
    let (ax, bx) = controls(points.map(\.x))
    let (ay, by) = controls(points.map(\.y))
    for index in 1..<points.count {
      path.curve(
        Point(x: ax[index - 1], y: ay[index - 1]), Point(x: bx[index - 1], y: by[index - 1]),
        to: points[index])
    }
  }
}
