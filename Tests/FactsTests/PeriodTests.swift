import Facts
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2023", "2023", "2023-01-01", "2023-12-31"),
    ("2023-Q4", "Q4 2023", "2023-10-01", "2023-12-31"),
    ("2024-02", "February 2024", "2024-02-01", "2024-02-29"),
    ("2023-10-16", "16 October 2023", "2023-10-16", "2023-10-16"),
    ("2021/2023", "2021–2023", "2021-01-01", "2023-12-31"),
    ("2021/P2Y", "2021–2023", "2021-01-01", "2023-12-31"),
    ("2023-10-16/2023-10-20", "16–20 October 2023", "2023-10-16", "2023-10-20"),
    ("2023-10-16/P5D", "16–20 October 2023", "2023-10-16", "2023-10-20"),
    ("2023-02-26/P1W", "26 February – 4 March 2023", "2023-02-26", "2023-03-04"),
    ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024", "2023-12-30", "2024-01-02"),
  ])
  func periodsHaveALabelAndBounds(
    text: String, label: String, start: String, end: String
  ) throws {
    let period = try #require(Period(text))
    #expect(period.label == label)
    #expect(period.start.map { "\($0)" } == start)
    #expect(period.end.map { "\($0)" } == end)
    #expect(Period("\(period)") == period)
  }

  @Test(arguments: [
    "", "23", "2023-13", "2023-02-29", "2023-Q5", "2023-2", "2023/2021", "2023-10-20/2023-10-16",
    "2023/", "2023/P2D", "2023-10-16/P0D", "2023-10-16/P-1D", "9999/P2Y", "2023-10-16/2023",
    "Undated", " 2023", "0000", "2023-1０",
  ])
  func otherTextsAreNoPeriods(text: String) { #expect(Period(text) == nil) }

  @Test func periodsSortByStartThenEndAndTheUndatedComesLast() throws {
    let texts = ["undated", "2023-10-16", "2022", "2023", "2022/2023", "2023-10"]
    let sorted = try texts.map { try #require(Period($0)) }.sorted()
    #expect(
      sorted.map { "\($0)" } == ["2022", "2022/2023", "2023", "2023-10", "2023-10-16", "undated"])
  }

  @Test func daysCountFromTheEpochAndBack() throws {
    let leap = try #require(CalendarDate("2024-02-29"))
    #expect(leap.daysSinceEpoch == 19_782)
    #expect(CalendarDate("1970-01-01")?.daysSinceEpoch == 0)
    for offset in stride(from: -700_000, through: 700_000, by: 997) {
      let day = leap.adding(days: offset)
      #expect(day.daysSinceEpoch == leap.daysSinceEpoch + offset)
    }
  }
}
