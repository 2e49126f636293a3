import Glibc

/// A point of a sampled curve.
struct CurvePoint: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// Vega's `sampleCurve`: points of a function that are close where it bends.
enum CurveSampling {
  /// Points of `function` over `extent`: at least `least` steps, at most `most`; exactly as many where the
  /// two are equal.
  static func sample(
    _ function: (Double) -> Double, over extent: ClosedRange<Double>, least: Int = 25,
    most: Int = 200
  ) -> [CurvePoint] {
    let least = max(1, least)
    let most = max(least, most)
    let (low, high) = (extent.lowerBound, extent.upperBound)
    func point(_ x: Double) -> CurvePoint { CurvePoint(x: x, y: function(x)) }
    func grid(_ step: Int) -> CurvePoint {
      point(low + Double(step) / Double(least) * (high - low))
    }
    var done = [point(low)]
    if least == most { return done + (1..<most).map { grid($0) } + [point(high)] }
    // A tenth of a degree is as straight as it needs to be.
    let straight = 0.1 * Double.pi / 180
    let shortest = (high - low) / Double(most)
    var ahead = [point(high)] + (1..<least).reversed().map { grid($0) }
    var from = done[0]
    // Angles are those of a square picture of the curve.
    let heights = (done + ahead).map(\.y)
    let height = (heights.max() ?? 0) - (heights.min() ?? 0)
    func angle(_ a: CurvePoint, _ b: CurvePoint) -> Double {
      atan2((b.y - a.y) / height, (b.x - a.x) / (high - low))
    }
    while let to = ahead.last {
      let middle = point((from.x + to.x) / 2)
      if middle.x - from.x >= shortest, abs(angle(from, to) - angle(from, middle)) > straight {
        ahead.append(middle)
      } else {
        from = to
        done.append(to)
        ahead.removeLast()
      }
    }
    return done
  }
}
