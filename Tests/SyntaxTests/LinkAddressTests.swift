import Syntax
import Testing

@Suite struct LinkAddressTests {
  @Test(arguments: [
    "http://a.org", "HTTPS://a.org/b?c=d:e#f", "mailto:a@b.org", "tel:+86-21-1", "#sec-a",
    "a/b.html",
    "../a.html?x=1:2", "./a:b", "?q", "//a.org/b", "https://a.org/%3A&copy;", "上海.html",
    "https://a.org/上海",
  ])
  func isAllowed(_ address: String) {
    #expect(LinkAddress.problem(address, at: nil) == nil)
  }

  /// After WHATWG's URL parser, which drops tabs and line ends anywhere and controls at the ends, and after
  /// the forms on OWASP's sheet of filter evasions.
  @Test(arguments: [
    "", "javascript:alert(1)", "JaVaScRiPt:x", "vbscript:x", "data:text/html,x",
    "file:///etc/passwd",
    "ftp://a.org", "blob:x", "java\tscript:x", "java\nscript:x", " javascript:x",
    "\u{1}javascript:x",
    "javascript\u{0}:x", "java%73cript:x", "javascript%3Aalert(1)", "javascript&colon;x",
    "javascript&#58;x", "java&Tab;script", "ｊavascript:x", "java\u{AD}script:x", "\u{202E}a", "a b",
    "x-y:z",
    ":x", "1a:x", "https:// a",
  ])
  func isRefused(_ address: String) throws {
    let problem = try #require(LinkAddress.problem(address, at: nil))
    #expect(problem.id == SyntaxDiagnostics.linkAddress)
    #expect(problem.severity == .error)
    #expect(!problem.hints.isEmpty && problem.expected != nil)
    #expect(!problem.message.unicodeScalars.contains { $0.value < 0x20 })
  }
}
