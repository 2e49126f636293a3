extension TimeUnit {
  /// The unit that cuts the times from `low` to `high` into about `maximum` parts: Vega's `timeBin`.
  package static func inferred(
    from low: Double, to high: Double, maximum: Double = 40, isUTC: Bool = false
  ) -> TimeUnit {
    let target = abs(high - low) / maximum
    let index = candidates.firstIndex { target < $0.duration } ?? candidates.count
    if index == candidates.count {
      let year = 365.0 * 86_400_000
      let step = TickStep.step(low / year, high / year, maximum)
      return TimeUnit([.year], isUTC: isUTC, step: Int(max(1, step)))
    }
    if index == 0 {
      let step = max(TickStep.step(low, high, maximum), 1)
      return TimeUnit(dateParts + [.milliseconds], isUTC: isUTC, step: Int(step))
    }
    let (smaller, larger) = (candidates[index - 1], candidates[index])
    let nearest = target / smaller.duration < larger.duration / target ? smaller : larger
    return TimeUnit(nearest.parts, isUTC: isUTC, step: nearest.step)
  }

  private struct Candidate {
    let parts: [Part]
    let step: Int
    let duration: Double

    init(_ parts: [Part], _ step: Int, _ seconds: Double) {
      self.parts = parts
      self.step = step
      duration = seconds * Double(step) * 1000
    }
  }

  private static let dateParts: [Part] = [.year, .month, .date, .hours, .minutes, .seconds]

  private static let candidates: [Candidate] = {
    let seconds = dateParts
    let minutes = Array(dateParts.prefix(5))
    let hours = Array(dateParts.prefix(4))
    let day = 86_400.0
    return [
      .init(seconds, 1, 1), .init(seconds, 5, 1), .init(seconds, 15, 1), .init(seconds, 30, 1),
      .init(minutes, 1, 60), .init(minutes, 5, 60), .init(minutes, 15, 60),
      .init(minutes, 30, 60), .init(hours, 1, 3600), .init(hours, 3, 3600),
      .init(hours, 6, 3600), .init(hours, 12, 3600), .init([.year, .month, .date], 1, day),
      .init([.year, .week], 1, 7 * day), .init([.year, .month], 1, 30 * day),
      .init([.year, .month], 3, 30 * day), .init([.year], 1, 365 * day),
    ]
  }()
}
