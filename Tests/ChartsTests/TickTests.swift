import Charts
import Tables
import Testing

/// Ticks and round domains as d3 computes them.
@Suite struct TickTests {
  @Test(arguments: [
    (0.0, 1.0, 5.0, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (0, 10, 4, [0, 2, 4, 6, 8, 10]),
    (0, 97, 5, [0, 20, 40, 60, 80]),
    (-1, 1, 4, [-1, -0.5, 0, 0.5, 1]),
    (5, 5, 10, [5]),
    (1, 0, 2, [1, 0.5, 0]),
    (2020, 2023, 3, [2020, 2021, 2022, 2023]),
    (0, 1, 0, []),
  ])
  func linearTicksAreMultiplesOfARoundStep(
    start: Double, stop: Double, count: Double, ticks: [Double]
  ) {
    #expect(LinearTicks.ticks(start, stop, count) == ticks)
  }

  @Test(arguments: [
    (0.0, 97.0, (0.0, 100.0)), (1.3, 8.7, (1, 9)), (-0.13, 0.52, (-0.15, 0.55)), (0, 0, (0, 0)),
    (132, 876, (100, 900)),
  ])
  func aRoundDomainEndsOnTicks(low: Double, high: Double, nice: (Double, Double)) {
    let found = LinearTicks.nice(low, high)
    #expect(abs(found.0 - nice.0) < 1e-12 && abs(found.1 - nice.1) < 1e-12)
  }

  @Test func timeTicksStartUnitsOfTheZone() {
    let day = 86_400_000.0
    let ticks = TimeTicks.ticks(0, 4 * day, count: 4, in: .utc)
    #expect(ticks == [0, day, 2 * day, 3 * day, 4 * day])
  }

  @Test func monthsAreTickedThoughTheyDifferInLength() {
    let start = 1_704_067_200_000.0  // 2024-01-01
    let ticks = TimeTicks.ticks(
      start, start + 91 * 86_400_000, every: TimeTicks.interval(named: "month"), in: .utc)
    #expect(ticks.map { ($0 - start) / 86_400_000 } == [0, 31, 60, 91])
  }
}

/// Bands and points share a range as d3's scales do.
@Suite struct BandTests {
  @Test func paddingIsAShareOfTheStep() {
    let layout = BandLayout(count: 3, range: (0, 120), paddingInner: 0.2, paddingOuter: 0.1)
    #expect(layout.step == 40)
    #expect(layout.bandwidth == 32)
    #expect(layout.starts == [4, 44, 84])
  }

  @Test func pointsLieInTheMiddleOfTheirSteps() {
    let layout = BandLayout(count: 3, range: (0, 60), paddingInner: 1, paddingOuter: 0.5)
    #expect(layout.bandwidth == 0)
    #expect(layout.starts == [10, 30, 50])
  }

  @Test func aRangeBackwardsTurnsTheOrderRound() {
    let layout = BandLayout(count: 2, range: (100, 0), paddingInner: 0, paddingOuter: 0)
    #expect(layout.starts == [50, 0])
  }

  @Test func roundingKeepsWholePixels() {
    let layout = BandLayout(
      count: 3, range: (0, 100), paddingInner: 0.1, paddingOuter: 0.05, rounds: true)
    #expect(layout.step == 33)
    #expect(layout.starts.allSatisfy { $0 == $0.rounded() })
  }

  @Test func noValuesMakeNoBands() {
    let layout = BandLayout(count: 0, range: (0, 100), paddingInner: 0.1, paddingOuter: 0.1)
    #expect(layout.starts.isEmpty)
    #expect(BandLayout.space(count: 0, inner: 0, outer: 0) == 0)
  }
}
