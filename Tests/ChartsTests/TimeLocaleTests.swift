import Charts
import Tables
import Testing
import Wording

/// Dates in the forms that CLDR has for zh, de and fr (`yMMMd`, `yMMM`, `MMMd`, `EEEE`, `EEE`) with hours from 0 to 23.
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
      TimeFormat(specifier, locale: TimeLocale(.chinese)).text(of: Self.time, in: .utc) == expected)
  }

  @Test(arguments: [
    (1_704_067_200_000.0, "2024年"), (1_706_745_600_000, "2月"), (1_707_091_200_000, "5日周一"),
    (1_707_148_800_000, "16时"), (1_707_149_220_000, "16:07"),
  ])
  func labelsAxesInChinese(time: Double, expected: String) {
    #expect(TimeFormat.multiScale(time, in: .utc, locale: TimeLocale(.chinese)) == expected)
  }

  /// What a workspace's file of labels has for German and French.
  private static func labelled(_ language: String) -> TimeLocale {
    let isGerman = language == "de"
    return TimeLocale(
      Wording(
        language: language,
        texts: [
          .months: isGerman
            ? "Januar/Februar/März/April/Mai/Juni/Juli/August/September/Oktober/November/Dezember"
            : "janvier/février/mars/avril/mai/juin/juillet/août/septembre/octobre/novembre/décembre",
          .shortMonths: isGerman
            ? "Jan./Feb./März/Apr./Mai/Juni/Juli/Aug./Sept./Okt./Nov./Dez."
            : "janv./févr./mars/avr./mai/juin/juil./août/sept./oct./nov./déc.",
          .weekdays: isGerman
            ? "Sonntag/Montag/Dienstag/Mittwoch/Donnerstag/Freitag/Samstag"
            : "dimanche/lundi/mardi/mercredi/jeudi/vendredi/samedi",
          .shortWeekdays: isGerman ? "So/Mo/Di/Mi/Do/Fr/Sa" : "dim./lun./mar./mer./jeu./ven./sam.",
          .hourTime: isGerman ? "{1} Uhr" : "{1} h", .yearDate: "{1}", .monthDate: "{1} {2}",
          .dayDate: isGerman ? "{1}. {2} {3}" : "{1} {2} {3}",
          .dayOfYear: isGerman ? "{1}. {2}" : "{1} {2}",
          .weekdayDate: isGerman ? "{1} {2}." : "{1} {2}",
        ]))
  }

  @Test(arguments: [
    ("%B", "Februar", "février"), ("%b %Y", "Feb. 2024", "févr. 2024"),
    ("%b %d, %Y", "5. Feb. 2024", "5 févr. 2024"),
    ("%B %-d, %Y", "5. Februar 2024", "5 février 2024"),
    ("%b %d", "5. Feb.", "5 févr."), ("%A", "Montag", "lundi"), ("%a %d", "Mo 5.", "lun. 5"),
    ("%I %p", "16 Uhr", "16 h"), ("%I:%M", "16:07", "16:07"),
    ("%x", "5. Februar 2024", "5 février 2024"),
    ("%Y-%m", "2024-02", "2024-02"),
  ])
  func writesByLabels(specifier: String, german: String, french: String) {
    for (language, expected) in [("de", german), ("fr", french)] {
      let format = TimeFormat(specifier, locale: Self.labelled(language))
      #expect(format.text(of: Self.time, in: .utc) == expected)
    }
  }

  @Test func readsDatesAsEver() {
    #expect(TimeFormat("%B %d, %Y").time(from: "February 05, 2024", in: .utc) == 1_707_091_200_000)
    #expect(TimeLocale(.english) == .english)
  }
}
