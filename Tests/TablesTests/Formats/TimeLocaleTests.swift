import Tables
import Testing

/// Chinese dates in the forms that CLDR has for zh (`yMMMd`, `yMMM`, `MMMd`, `EEEE`, `EEE`) with hours from 0 to 23.
@Suite struct TimeLocaleTests {
  /// 5 February 2024, 16:07, a Monday.
  private static let time = 1_707_149_220_000.0

  @Test(arguments: [
    ("%B", "2月"), ("%b %Y", "2024年2月"), ("%b %d, %Y", "2024年2月5日"), ("%-d %B %Y", "2024年2月5日"),
    ("%B %-d", "2月5日"), ("%A", "星期一"), ("%a", "周一"), ("%Y", "2024"), ("%I %p", "16时"),
    ("%I:%M", "16:07"), ("%x", "2024年2月5日"), ("%p", "下午"), ("%Y-%m-%d", "2024-02-05"),
  ])
  func writesChinese(specifier: String, expected: String) {
    #expect(
      TimeFormat(specifier, locale: .of("zh-Hans")).text(of: Self.time, in: .utc) == expected)
  }

  @Test(arguments: [
    (1_704_067_200_000.0, "2024年"), (1_706_745_600_000, "2月"), (1_707_091_200_000, "5日周一"),
    (1_707_148_800_000, "16时"), (1_707_149_220_000, "16:07"),
  ])
  func labelsAxesInChinese(time: Double, expected: String) {
    #expect(TimeFormat.multiScale(time, in: .utc, locale: .chinese) == expected)
  }

  @Test func readsDatesAsEver() {
    #expect(TimeFormat("%B %d, %Y").time(from: "February 05, 2024", in: .utc) == 1_707_091_200_000)
    #expect(TimeLocale.of("en-GB") == .english && TimeLocale.of("fr") == .english)
  }
}
