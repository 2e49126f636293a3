import Glibc

/// A curve fitted to points by least squares: Vega's regressions.
struct RegressionFit: Sendable {
  typealias Method = DataTransform.Regression.Method

  /// The parameters, the constant one first.
  let coefficients: [Double]
  /// The share of the variance that the curve explains.
  let rSquared: Double
  let predict: @Sendable (Double) -> Double

  private init(
    _ points: [CurvePoint], mean: Double, _ coefficients: [Double],
    _ predict: @escaping @Sendable (Double) -> Double
  ) {
    self.coefficients = coefficients
    self.predict = predict
    var unexplained = 0.0
    var total = 0.0
    for point in points {
      let error = point.y - predict(point.x)
      let distance = point.y - mean
      unexplained += error * error
      total += distance * distance
    }
    rSquared = 1 - unexplained / total
  }

  /// How many points a fit must have more than.
  static func degreesOfFreedom(_ method: Method, order: Int) -> Int {
    switch method {
    case .poly: order
    case .quad: 2
    case .linear, .log, .exp, .pow: 1
    }
  }

  static func fit(_ method: Method, _ points: [CurvePoint], order: Int) -> RegressionFit {
    switch method {
    case .linear: linear(points)
    case .log: logarithmic(points)
    case .exp: exponential(points)
    case .pow: power(points)
    case .quad: quadratic(points)
    case .poly:
      order == 1 ? linear(points) : order == 2 ? quadratic(points) : polynomial(points, order)
    }
  }

  /// The line through means: of x, of y, of their product and of x squared (ordinary least squares).
  static func line(
    _ x: Double, _ y: Double, _ xy: Double, _ xx: Double
  ) -> (intercept: Double, slope: Double) {
    let delta = xx - x * x
    let slope = abs(delta) < 1e-24 ? 0 : (xy - x * y) / delta
    return (y - slope * x, slope)
  }

  /// Means of x, y, xy and x² with running updates, which keep their digits.
  private static func line(_ points: [CurvePoint]) -> (intercept: Double, slope: Double) {
    var (x, y, xy, xx) = (0.0, 0.0, 0.0, 0.0)
    for (index, point) in points.enumerated() {
      let count = Double(index + 1)
      x += (point.x - x) / count
      y += (point.y - y) / count
      xy += (point.x * point.y - xy) / count
      xx += (point.x * point.x - xx) / count
    }
    return line(x, y, xy, xx)
  }

  private static func mean(_ numbers: [Double]) -> Double {
    var mean = 0.0
    for (index, number) in numbers.enumerated() { mean += (number - mean) / Double(index + 1) }
    return mean
  }

  private static func linear(_ points: [CurvePoint]) -> RegressionFit {
    let (a, b) = line(points)
    return RegressionFit(points, mean: mean(points.map(\.y)), [a, b]) { a + b * $0 }
  }

  private static func logarithmic(_ points: [CurvePoint]) -> RegressionFit {
    let (a, b) = line(points.map { CurvePoint(x: Glibc.log($0.x), y: $0.y) })
    return RegressionFit(points, mean: mean(points.map(\.y)), [a, b]) { a + b * Glibc.log($0) }
  }

  private static func power(_ points: [CurvePoint]) -> RegressionFit {
    let (c, b) = line(points.map { CurvePoint(x: Glibc.log($0.x), y: Glibc.log($0.y)) })
    let a = Glibc.exp(c)
    return RegressionFit(points, mean: mean(points.map(\.y)), [a, b]) { a * Glibc.pow($0, b) }
  }

  /// Weighted by y, about the mean of x.
  private static func exponential(_ points: [CurvePoint]) -> RegressionFit {
    let centre = mean(points.map(\.x))
    let meanY = mean(points.map(\.y))
    var (yl, xy, xyl, xxy) = (0.0, 0.0, 0.0, 0.0)
    for (index, point) in points.enumerated() {
      let count = Double(index + 1)
      let dx = point.x - centre
      let logY = Glibc.log(point.y)
      let product = dx * point.y
      yl += (point.y * logY - yl) / count
      xy += (product - xy) / count
      xyl += (product * logY - xyl) / count
      xxy += (dx * product - xxy) / count
    }
    let (c0, c1) = line(xy / meanY, yl / meanY, xyl / meanY, xxy / meanY)
    return RegressionFit(points, mean: meanY, [Glibc.exp(c0 - c1 * centre), c1]) {
      Glibc.exp(c0 + c1 * ($0 - centre))
    }
  }

  private static func quadratic(_ points: [CurvePoint]) -> RegressionFit {
    let centre = mean(points.map(\.x))
    let meanY = mean(points.map(\.y))
    var (x2, x3, x4, xy, x2y) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (index, point) in points.enumerated() {
      let count = Double(index + 1)
      let dx = point.x - centre
      let dy = point.y - meanY
      let square = dx * dx
      x2 += (square - x2) / count
      x3 += (square * dx - x3) / count
      x4 += (square * square - x4) / count
      xy += (dx * dy - xy) / count
      x2y += (square * dy - x2y) / count
    }
    let spread = x4 - x2 * x2
    let divisor = x2 * spread - x3 * x3
    let a = (x2y * x2 - xy * x3) / divisor
    let b = (xy * spread - x2y * x3) / divisor
    let c = -a * x2
    let coefficients = [c - b * centre + a * centre * centre + meanY, b - 2 * a * centre, a]
    return RegressionFit(points, mean: meanY, coefficients) { x in
      let dx = x - centre
      return a * dx * dx + b * dx + c + meanY
    }
  }

  private static func polynomial(_ points: [CurvePoint], _ order: Int) -> RegressionFit {
    let centre = mean(points.map(\.x))
    let meanY = mean(points.map(\.y))
    let size = order + 1
    var rows = (0..<size).map { row -> [Double] in
      (0..<size).map { column in
        points.reduce(0) { $0 + Glibc.pow($1.x - centre, Double(row + column)) }
      } + [points.reduce(0) { $0 + Glibc.pow($1.x - centre, Double(row)) * ($1.y - meanY) }]
    }
    let local = solve(&rows)
    return RegressionFit(points, mean: meanY, moved(local, by: -centre, up: meanY)) { x in
      let dx = x - centre
      return local.enumerated().reduce(meanY) { $0 + $1.element * Glibc.pow(dx, Double($1.offset)) }
    }
  }

  /// Gaussian elimination with partial pivoting; each row ends with its right-hand side.
  private static func solve(_ rows: inout [[Double]]) -> [Double] {
    let count = rows.count
    for pivot in 0..<count {
      let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
      rows.swapAt(pivot, best)
      for row in (pivot + 1)..<max(count, pivot + 1) {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...count { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    var solution = [Double](repeating: 0, count: count)
    for row in (0..<count).reversed() {
      let known = ((row + 1)..<max(count, row + 1)).reduce(0.0) {
        $0 + rows[row][$1] * solution[$1]
      }
      solution[row] = (rows[row][count] - known) / rows[row][row]
    }
    return solution
  }

  /// The coefficients of p(x + shift) + `rise`, by the binomial theorem.
  private static func moved(_ polynomial: [Double], by shift: Double, up rise: Double) -> [Double] {
    var result = [Double](repeating: 0, count: polynomial.count)
    for degree in polynomial.indices {
      var binomial = 1.0
      for below in 0...degree {
        if below > 0 { binomial *= Double(degree + 1 - below) / Double(below) }
        result[degree - below] += polynomial[degree] * Glibc.pow(shift, Double(below)) * binomial
      }
    }
    result[0] += rise
    return result
  }
}
