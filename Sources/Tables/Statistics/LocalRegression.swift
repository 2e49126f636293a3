/// Locally weighted regression (Cleveland's LOESS) with two robust passes, as Vega computes it.
enum LocalRegression {
  /// The smoothed points in order of x; of points with one x the mean.
  static func smooth(_ points: [CurvePoint], bandwidth: Double) -> [CurvePoint] {
    let sorted = points.enumerated().sorted {
      $0.element.x == $1.element.x ? $0.offset < $1.offset : $0.element.x < $1.element.x
    }.map(\.element)
    let count = sorted.count
    guard count > 1 else { return sorted }
    let centreX = runningMean(sorted.map(\.x))
    let centreY = runningMean(sorted.map(\.y))
    let x = sorted.map { $0.x - centreX }
    let y = sorted.map { $0.y - centreY }
    let neighbours = min(count, max(2, Int(bandwidth * Double(count))))
    var fitted = [Double](repeating: 0, count: count)
    var residuals = fitted
    var robustness = [Double](repeating: 1, count: count)
    for pass in 0...2 {
      var window = (first: 0, last: neighbours - 1)
      for index in 0..<count {
        fitted[index] = fit(at: x[index], x, y, robustness, window)
        residuals[index] = abs(y[index] - fitted[index])
        slide(&window, x, index + 1)
      }
      let median = Quantiles.quantile(ofSorted: residuals.sorted(), 0.5) ?? 0
      if pass == 2 || abs(median) < 1e-12 { break }
      for index in 0..<count {
        let part = residuals[index] / (6 * median)
        // Tiny rather than no weight keeps the system solvable.
        let weight = 1 - part * part
        robustness[index] = part >= 1 ? 1e-12 : weight * weight
      }
    }
    return merged(x, fitted, centreX, centreY)
  }

  private static func fit(
    at centre: Double, _ x: [Double], _ y: [Double], _ robustness: [Double],
    _ window: (first: Int, last: Int)
  ) -> Double {
    let edge = centre - x[window.first] > x[window.last] - centre ? window.first : window.last
    let reach = x[edge] - centre
    let scale = 1 / abs(reach == 0 ? 1 : reach)
    var (w, wx, wy, wxy, wxx) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for index in window.first...window.last {
      let distance = abs(centre - x[index]) * scale
      let cube = 1 - distance * distance * distance
      let weight = cube * cube * cube * robustness[index]
      let weightedX = x[index] * weight
      w += weight
      wx += weightedX
      wy += y[index] * weight
      wxy += y[index] * weightedX
      wxx += x[index] * weightedX
    }
    let line = RegressionFit.line(wx / w, wy / w, wxy / w, wxx / w)
    return line.intercept + line.slope * centre
  }

  /// Moves the window of nearest neighbours on to those of place `index`.
  private static func slide(
    _ window: inout (first: Int, last: Int), _ x: [Double], _ index: Int
  ) {
    guard index < x.count else { return }
    var right = window.last + 1
    var left = window.first
    while right < x.count, index > left, x[right] - x[index] <= x[index] - x[left] {
      left += 1
      window = (left, right)
      right += 1
    }
  }

  private static func merged(
    _ x: [Double], _ fitted: [Double], _ centreX: Double, _ centreY: Double
  ) -> [CurvePoint] {
    var points: [CurvePoint] = []
    var repeats = 0.0
    for index in x.indices {
      let place = x[index] + centreX
      if let last = points.last, last.x == place {
        repeats += 1
        points[points.count - 1].y += (fitted[index] - last.y) / repeats
      } else {
        repeats = 0
        points.append(CurvePoint(x: place, y: fitted[index]))
      }
    }
    return points.map { CurvePoint(x: $0.x, y: $0.y + centreY) }
  }

  private static func runningMean(_ numbers: [Double]) -> Double {
    var mean = 0.0
    for (index, number) in numbers.enumerated() { mean += (number - mean) / Double(index + 1) }
    return mean
  }
}
