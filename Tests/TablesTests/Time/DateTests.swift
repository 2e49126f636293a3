import Tables
import Testing

/// Results that follow from the rules of ECMAScript, d3 and Vega, local time being Los Angeles.
@Suite struct DateTests {
  @Test(arguments: [
    ("+toDate('2012/01/05')", "1325750400000"),
    ("+toDate('Jan 1 2000')", "946713600000"),
    ("+toDate('12-May-99')", "926492400000"),
    ("+toDate('2012-01-01')", "1325376000000"),
    ("+toDate('2012-01-01T10:00')", "1325440800000"),
    ("+toDate('2012-01-01 10:00')", "1325440800000"),
    ("+toDate('Thu, 01 Jan 1970 00:00:00 GMT+0200')", "-7200000"),
    ("+toDate('1/2/03 4:05 PM')", "1041552300000"),
    ("+toDate('2012')", "1325376000000"),
    ("+toDate(2012)", "2012"),
    ("+toDate('abc 1')", "978336000000"),
    ("+toDate('Q1 2000')", "NaN"),
    ("+toDate('hello')", "NaN"),
    ("+toDate('2012-1-1')", "1325404800000"),
    ("+toDate('5')", "988700400000"),
    ("+toDate('10:30')", "NaN"),
    ("+toDate('2012-02-29')", "1330473600000"),
    ("+toDate('2012-02-30')", "NaN"),
    ("+toDate('2013-02-29')", "NaN"),
    ("+toDate('2012-04-31T10:00')", "NaN"),
    ("+toDate('2012/02/30')", "NaN"),
    ("+toDate('Feb 30 2012')", "NaN"),
    ("timeParse('30.02.2012', '%d.%m.%Y')", "null"),
    ("+timeParse('29.02.2012', '%d.%m.%Y')", "1330502400000"),
    ("timeParse('2012-13-01', '%Y-%m-%d')", "null"),
    ("+timeParse('2012-366', '%Y-%j')", "1356940800000"),
    ("timeParse('2013-366', '%Y-%j')", "null"),
    ("+toDate('1999 Dec')", "944035200000"),
    ("year('2012-06-15')", "2012"),
    ("month('2012-06-15T12:00:00')", "5"),
    ("day('2012-06-15T12:00:00')", "5"),
    ("quarter('2012-06-15T12:00:00')", "2"),
    ("week('2012-06-15T12:00:00')", "24"),
    ("dayofyear('2012-06-15T12:00:00')", "167"),
    ("utcweek('2012-01-01')", "1"),
    ("+datetime(2012,0,31,25)", "1328086800000"),
    ("+datetime(99,0,1)", "915177600000"),
    ("+utc(2012,5)", "1338508800000"),
    ("+timeOffset('month',datetime(2012,0,31),1)", "1330675200000"),
    ("+timeOffset('quarter',datetime(2012,0,1),-1)", "1317452400000"),
    ("+timeOffset('week',datetime(2012,0,4),2)", "1326873600000"),
    ("+timeOffset('hours',datetime(2012,2,11,1),2)", "1331463600000"),
    ("length(timeSequence('month',datetime(2012,0,15),datetime(2012,11,1)))", "10"),
    ("+timeSequence('date',datetime(2012,2,10,5),datetime(2012,2,20),2)[1]", "1331622000000"),
    ("timezoneoffset(datetime(2012,6,1))", "420"),
  ])
  func datesFollowJavaScriptAndD3(_ text: String, _ expected: String) throws {
    #expect(try evaluatedText(text) == expected)
  }
}
