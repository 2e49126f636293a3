import Syntax
import Tables
import Testing

@Suite struct TimeIntervalTests {
  private func time(_ text: String) -> Double { DateText.time(of: text, in: .utc) }

  // Floors and ceilings by the calendar; 2024-05-15 is a Wednesday. Every second week is counted from the
  // week of 1 January 1970, every fifth day from the first of the month.
  @Test(arguments: [
    (TimeInterval(.year), "2024-01-01", "2025-01-01"),
    (TimeInterval(.year, every: 10), "2020-01-01", "2030-01-01"),
    (TimeInterval(.month), "2024-05-01", "2024-06-01"),
    (TimeInterval(.month, every: 3), "2024-04-01", "2024-07-01"),
    (TimeInterval(.week(from: 0)), "2024-05-12", "2024-05-19"),
    (TimeInterval(.week(from: 1)), "2024-05-13", "2024-05-20"),
    (TimeInterval(.day), "2024-05-15", "2024-05-16"),
    (TimeInterval(.day, every: 5), "2024-05-11", "2024-05-16"),
    (TimeInterval(.hour), "2024-05-15T13:00Z", "2024-05-15T14:00Z"),
    (TimeInterval(.hour, every: 6), "2024-05-15T12:00Z", "2024-05-15T18:00Z"),
    (TimeInterval(.minute, every: 15), "2024-05-15T13:30Z", "2024-05-15T13:45Z"),
    (TimeInterval(.second, every: 30), "2024-05-15T13:31:30Z", "2024-05-15T13:32:00Z"),
    (
      TimeInterval(.millisecond, every: 100), "2024-05-15T13:31:45.200Z", "2024-05-15T13:31:45.300Z"
    ),
  ])
  func boundariesLieAboutATime(_ interval: TimeInterval, _ floor: String, _ ceiling: String) {
    let moment = time("2024-05-15T13:31:45.250Z")
    #expect(DateText.iso(interval.floor(moment, in: .utc)) == DateText.iso(time(floor)))
    #expect(DateText.iso(interval.ceiling(moment, in: .utc)) == DateText.iso(time(ceiling)))
    #expect(interval.ceiling(time(ceiling), in: .utc) == time(ceiling))
  }

  @Test func rangesHoldTheBoundariesBeforeTheEnd() {
    let quarters = TimeInterval(.month, every: 3)
    let (start, stop) = (time("2024-02-10"), time("2025-01-01"))
    let months = quarters.range(from: start, to: stop, most: 3, in: .utc)
    #expect(months?.map { DateText.iso($0).prefix(7) } == ["2024-04", "2024-07", "2024-10"])
    #expect(quarters.range(from: start, to: stop, most: 2, in: .utc) == nil)
    #expect(TimeInterval(.day).range(from: 5, to: 5, most: 3, in: .utc) == [])
  }

  @Test func aDayWithoutMidnightStillBegins() throws {
    // In Beirut summer time began at 00:00 on 27 March 2022, so that the day began at 01:00.
    var bag = DiagnosticBag()
    let zone = try #require(TimeZoneRules.named("Asia/Beirut", into: &bag))
    let noon = time("2022-03-27T09:00:00Z")
    #expect(DateText.iso(TimeInterval(.day).floor(noon, in: zone)) == "2022-03-26T22:00:00.000Z")
  }

  // 40 parts at most: 90 days / 40 = 2.25 days lies between a day and a week, nearer to a day by ratio
  // (2.25 < 7 / 2.25); 10 years / 40 = 91 days is nearest to three months.
  @Test(arguments: [
    ("2024-01-01", "2024-03-31", "yearmonthdate", 1), ("2014-01-01", "2024-01-01", "yearmonth", 3),
    ("1800-01-01", "2024-01-01", "year", 5),
    ("2024-01-01", "2024-01-02", "yearmonthdatehoursminutes", 30),
  ])
  func timeUnitsAreInferred(_ low: String, _ high: String, _ name: String, _ step: Int) {
    let unit = TimeUnit.inferred(from: time(low), to: time(high))
    #expect(unit.name == name)
    #expect(unit.step == step)
  }

  @Test(
    arguments: [
      ("yearmonthdate", "yearmonthdate"), ("utcyearweek", "utcyearweek"),
      ("binnedutcyearmonth", "binnedutcyearmonth"), ("milliseconds", "milliseconds"),
      ("dayofyear", "dayofyear"), ("weekday", "weekday"), ("yearmont", nil), ("", nil),
      ("utc", nil),
      ("yearyear", nil), ("monthday", nil), ("monthweek", nil),
    ] as [(String, String?)])
  func timeUnitsHaveNames(_ text: String, _ name: String?) { #expect(TimeUnit(text)?.name == name) }

  @Test func timesThatAreCutAlreadyStay() {
    #expect(TimeUnit("binnedyearmonth")?.floor(12345, in: .utc) == 12345)
  }
}
