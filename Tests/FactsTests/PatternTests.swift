import Facts
import Testing

@Suite struct PatternTests {
  @Test(
    arguments: [
      ("[a-z][a-z0-9_]*", ["a", "ab_9"], ["", "9a", "A", "a-b", "ab "]),
      (
        "(undated|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/P[0-9]+[YMWD])?)",
        ["undated", "2023", "2023-10", "2021/P2Y"],
        ["undate", "20231", "2023-1", "2021/P2", "2021/"]
      ),
      ("[0-9]+(\\.[0-9]+)?", ["1", "933.7"], ["1.", ".5", "1,5"]),
      ("[0-9a-f]{3}", ["0af"], ["0a", "0aff", "0ag"]),
      ("x{2,}y?", ["xx", "xxxy"], ["x", "xxyy"]),
      ("^a$", ["a"], ["^a$", "aa"]),
      ("[^,]+", ["é…", "a b"], ["", "a,b"]),
      (".", ["a", "é", "中", "😀"], ["", "ab"]),
      ("\\d\\w\\s", ["1_ "], ["a_ "]),
      ("(?:ab|c)*", ["", "abc", "cab"], ["a", "ac"]),
      ("[]a]", ["]", "a"], ["b"]),
      ("[a-]", ["a", "-"], ["b"]),
      ("(a*)*b", ["aaab", "b"], ["aaaa"]),
    ] as [(String, [String], [String])])
  func thePatternMatchesTheWholeCell(text: String, yes: [String], no: [String]) throws {
    let pattern = try Pattern(text)
    var matcher = PatternMatcher(pattern)
    for cell in yes {
      let matches = matcher.matches(cell.utf8)
      #expect(matches, "\(text) should match `\(cell)`")
    }
    for cell in no {
      let matches = matcher.matches(cell.utf8)
      #expect(!matches, "\(text) should not match `\(cell)`")
    }
  }

  @Test(arguments: [
    ("[a-z", "`[` is not closed"), ("(a", "a group is not closed"), ("a)", "`)` closes nothing"),
    ("*a", "`*` has nothing to act on here"), ("a{x}", "a number should follow `{`"),
    ("a{2,1}", "a repetition should be written `{2}`, `{2,}` or `{2,5}`"),
    ("\\b", "`\\b` is not supported"), ("[é]", "a class of letters beyond ASCII is not supported"),
    ("[z-a]", "a range that runs backwards"), ("a\\", "`\\` ends the pattern"),
    ("((a{999}){999}){999}", "the pattern is too large"),
  ])
  func whatCannotBeUsedIsNamed(text: String, message: String) {
    let fault = #expect(throws: Pattern.Fault.self) { try Pattern(text) }
    #expect(fault?.message == message)
  }

  @Test func aLongCellTakesNoLongerThanItsLength() throws {
    var matcher = PatternMatcher(try Pattern("(a|aa)*(a|b)*c"))
    let matches = matcher.matches(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
    #expect(!matches)
  }
}
