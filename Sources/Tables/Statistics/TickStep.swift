import Glibc

/// d3-array's rule for steps of 1, 2 or 5 times a power of ten.
package enum TickStep {
  /// The step between about `count` ticks from `start` to `stop`; negative where they descend.
  package static func step(_ start: Double, _ stop: Double, _ count: Double) -> Double {
    let rough = abs(stop - start) / max(0, count)
    guard rough.isFinite, rough > 0 else { return rough }
    var step = pow(10, log10(rough).rounded(.down))
    let error = rough / step
    if error >= 50.0.squareRoot() {
      step *= 10
    } else if error >= 10.0.squareRoot() {
      step *= 5
    } else if error >= 2.0.squareRoot() {
      step *= 2
    }
    return stop < start ? -step : step
  }
}
