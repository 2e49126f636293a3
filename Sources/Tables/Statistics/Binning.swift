import Glibc

/// The bins of a range of numbers: Vega's `bin`.
package struct Binning: Hashable, Sendable {
  /// What may be asked of the bins; the defaults are Vega's (Vega-Lite asks for 10 bins at most, 6 for
  /// some channels).
  package struct Options: Hashable, Sendable {
    /// The most bins there may be.
    package var maximum: Double
    /// The base of the steps.
    package var base: Double
    /// The step itself; comes before all that would find one.
    package var step: Double?
    /// The steps to choose from.
    package var steps: [Double]
    /// The least step.
    package var minimumStep: Double
    /// What a step may be divided by.
    package var divisors: [Double]
    /// Whether the ends are moved to multiples of the step.
    package var isNice: Bool
    /// The ends to bin between; those of the data where it is nil.
    package var extent: ClosedRange<Double>?
    /// A value that a bin is to begin at.
    package var anchor: Double?
    /// The span to find a step for, where it is not that of the extent.
    package var span: Double?

    package init(
      maximum: Double = 20, base: Double = 10, step: Double? = nil, steps: [Double] = [],
      minimumStep: Double = 0, divisors: [Double] = [5, 2], isNice: Bool = true,
      extent: ClosedRange<Double>? = nil, anchor: Double? = nil, span: Double? = nil
    ) {
      self.maximum = maximum
      self.base = base
      self.step = step
      self.steps = steps
      self.minimumStep = minimumStep
      self.divisors = divisors
      self.isNice = isNice
      self.extent = extent
      self.anchor = anchor
      self.span = span
    }
  }

  /// Where the first bin begins.
  package var start: Double
  /// Where the last bin ends.
  package var stop: Double
  /// Where it ended before an anchor moved the bins: what Vega tells to scales.
  package var unmovedStop: Double
  /// How wide each bin is.
  package var step: Double

  /// The bins of the numbers from `low` to `high`.
  package init(from low: Double, to high: Double, _ options: Options) {
    let base = options.base > 1 ? options.base : 10
    let logBase = log(base)
    let maximum = options.maximum > 0 ? options.maximum : 20
    let span = [options.span ?? 0, high - low, abs(low)].first { $0 != 0 } ?? 1
    var step: Double
    if let given = options.step, given > 0 {
      step = given
    } else if !options.steps.isEmpty {
      let wanted = span / maximum
      let index = options.steps.firstIndex { $0 >= wanted } ?? options.steps.count
      step = options.steps[max(0, index - 1)]
    } else {
      let level = (log(maximum) / logBase).rounded(.up)
      step = max(
        options.minimumStep,
        pow(base, JavaScriptMath.roundedHalfUp(log(span) / logBase) - level))
      // A span of the least numbers there are has no step that is a power of the base.
      if !(step > 0) { step = span }
      while (span / step).rounded(.up) > maximum { step *= base }
      for divisor in options.divisors {
        let finer = step / divisor
        if finer >= options.minimumStep, span / finer <= maximum { step = finer }
      }
    }
    let logStep = log(step)
    let precision = logStep >= 0 ? 0 : (-logStep / logBase).rounded(.towardZero) + 1
    let epsilon = pow(base, -precision - 1)
    var (start, stop) = (low, high)
    if options.isNice {
      let floor = (low / step + epsilon).rounded(.down) * step
      start = low < floor ? floor - step : floor
      stop = (high / step).rounded(.up) * step
    }
    self.start = start
    self.stop = stop == start ? start + step : stop
    unmovedStop = self.stop
    self.step = step
    if let anchor = options.anchor {
      let shift = anchor - (start + step * ((anchor - start) / step).rounded(.down))
      self.start += shift
      self.stop += shift
    }
  }

  /// The start of the bin of `value`; infinite where it lies outside of all.
  package func start(of value: Double) -> Double {
    if value.isNaN { return .nan }
    let last = start + ((stop - start) / step).rounded(.up) * step
    if value < start { return -.infinity }
    if value > last { return .infinity }
    let inside = max(start, min(value, last - step))
    return start + step * (1e-14 + (inside - start) / step).rounded(.down)
  }

  /// The end of the bin that starts at `binStart`, by the arithmetic that makes it meet the next start.
  package func end(of binStart: Double) -> Double {
    start + step * (1 + (binStart - start) / step)
  }
}
