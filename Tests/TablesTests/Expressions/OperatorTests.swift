import Tables
import Testing

/// Results that follow from the rules of ECMAScript, d3 and Vega, local time being Los Angeles.
@Suite struct OperatorTests {
  @Test(arguments: [
    ("1 + null", "1"),
    ("'' + 1e21", "1e+21"),
    ("'' + 1e-7", "1e-7"),
    ("'' + 0.000001", "0.000001"),
    ("'' + 123456789012345680000", "123456789012345680000"),
    ("'5' * '2'", "10"),
    ("'a' < 'b'", "true"),
    ("'10' < 9", "false"),
    ("null >= 0", "true"),
    ("null == 0", "false"),
    ("'1' == 1", "true"),
    ("true == '1'", "true"),
    ("[1] == 1", "true"),
    ("NaN == NaN", "false"),
    ("!''", "true"),
    ("'' || 'x'", "x"),
    ("0 && 1", "0"),
    ("1 && 2", "2"),
    ("-7 % 3", "-1"),
    ("5 & 3", "1"),
    ("5 | 3", "7"),
    ("5 ^ 3", "6"),
    ("~5", "-6"),
    ("1 << 33", "2"),
    ("-1 >>> 28", "15"),
    ("-8 >> 1", "-4"),
    ("'b' in {b:1}", "true"),
    ("{a:1,'b c':2}['b c']", "2"),
    ("[1,2,3][1]", "2"),
    ("'abc'[1]", "b"),
    ("'abc'.length", "3"),
    ("datum.nope", "undefined"),
    ("datum.nope == null", "true"),
    ("1 < 2 ? 'a' : 'b' ? 'c' : 'd'", "a"),
    ("1 - -1", "2"),
    ("+'0x1F'", "31"),
    ("+' 12 '", "12"),
    ("+'1e3'", "1000"),
    ("+'abc'", "NaN"),
    ("1/3", "0.3333333333333333"),
    ("2e3+.5", "2000.5"),
    (#"'\u00e9\x41\n' == 'éA\n'"#, "true"),
  ])
  func operatorsFollowJavaScript(_ text: String, _ expected: String) throws {
    #expect(try evaluatedText(text) == expected)
  }
}
