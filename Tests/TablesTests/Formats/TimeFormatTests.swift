import Tables
import Testing

/// Results that follow from the rules of ECMAScript, d3 and Vega, local time being Los Angeles.
@Suite struct TimeFormatTests {
  @Test(arguments: [
    (
      "timeFormat(datetime(2024,1,29,15,4,5,78), '%a %A %b %B %c %d %e %f %g %G %H %I %j %L %m %M %p %q %Q %s %S %u %U %V %w %W %x %X %y %Y %Z %%')",
      "Thu Thursday Feb February 2/29/2024, 3:04:05 PM 29 29 078000 24 2024 15 03 060 078 02 04 PM 1 1709247845078 1709247845 05 4 08 09 4 09 2/29/2024 3:04:05 PM 24 2024 -0800 %"
    ),
    ("utcFormat(utc(2024,1,29,15,4,5,78), '%a %-d %_m %0e %-I%p')", "Thu 29  2 29 3PM"),
    ("timeFormat(datetime(2023,0,1), '%U %W %V %G %j %u')", "01 00 52 2022 001 7"),
    ("timeFormat(datetime(2021,0,3), '%U %W %V %G')", "01 00 53 2020"),
    ("timeFormat(datetime(2024,0,1))", "2024"),
    ("timeFormat(datetime(2024,3,1))", "April"),
    ("timeFormat(datetime(2024,4,1))", "May"),
    ("timeFormat(datetime(2024,4,5))", "May 05"),
    ("timeFormat(datetime(2024,4,7))", "Tue 07"),
    ("timeFormat(datetime(2024,4,5,13))", "01 PM"),
    ("timeFormat(datetime(2024,4,5,13,30))", "01:30"),
    ("timeFormat(datetime(2024,4,5,13,30,15))", ":15"),
    ("timeFormat(datetime(2024,4,5,13,30,15,250))", ".250"),
    ("timeFormat(timeParse('12/31/99', '%m/%d/%y'), '%Y-%m-%d')", "1999-12-31"),
    (
      "timeFormat(timeParse('Mar  5 2010 3:07 PM', '%b %e %Y %I:%M %p'), '%Y-%m-%d %H:%M')",
      "2010-03-05 15:07"
    ),
    ("timeUnitSpecifier(['year','month'])", "%Y-%m"),
    ("timeUnitSpecifier(['year','month','date','hours','minutes'])", "%Y-%m-%d %H:%M"),
    ("timeUnitSpecifier(['year','week'],{})", "%Y W%U"),
    ("timeUnitSpecifier(['hours'], {hours:'%H'})", "%H"),
    ("monthFormat(1)", "February"),
    ("dayAbbrevFormat(0)", "Sun"),
    ("monthAbbrevFormat(12)", "Jan"),
  ])
  func datesAreWrittenAsD3WritesThem(_ text: String, _ expected: String) throws {
    #expect(try evaluatedText(text) == expected)
  }

  @Test(arguments: [
    ("timeParse('2010-13', '%Y-%m-%d')", "null"),
    ("+utcParse('2010-02-03T04:05:06Z', '%Y-%m-%dT%H:%M:%SZ')", "1265169906000"),
    ("+utcParse('2010-02-03 +0530', '%Y-%m-%d %Z')", "1265135400000"),
    ("+utcParse('2020 W05 1', '%Y W%W %u')", "1580688000000"),
    ("+utcParse('2020 05 3', '%Y %V %u')", "1580256000000"),
    ("+utcParse('2020 05 3', '%Y %U %w')", "1580860800000"),
    ("+utcParse('Q3 2015', 'Q%q %Y')", "1435708800000"),
  ])
  func datesAreReadAsD3ReadsThem(_ text: String, _ expected: String) throws {
    #expect(try evaluatedText(text) == expected)
  }
}
