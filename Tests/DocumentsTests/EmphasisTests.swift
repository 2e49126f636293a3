import Documents
import TestSupport
import Testing

/// Emphasis beside East Asian text, by the CJK-friendly amendments to CommonMark (commonmark-spec issue 650);
/// the forms are those on which markdown-it-cjk-friendly and plain CommonMark differ.
@Suite struct EmphasisTests {
  @Test(arguments: [
    "**真，**她", "**真。**她", "**真、**她", "**真；**她", "**真：**她", "**真？**她", "**真！**她", "**真”**她",
    "**真）**她", "**真】**她", "**真》**她", "**真——**她", "**真……**她", "**真·**她", "**10%**以上", "她**“真”**她",
    "她**（真）**她", "她**《真》**她", "她**真**她", "**GDP（亿元）**为", "为**GDP（亿元）**", "**(a)**한국",
    "**이 용어(This)**를",
    "a**，b**c", "她**{{ x }}。**她", "**真。**{{ x }}", "**真。**[^n]", "**True.**[^n]", "**5 %.**[@s]",
    "她**[a](b.html)**她",
    "**true)**[^n] and", "她**`a`**她",
  ])
  func isStrong(_ text: String) {
    let body = text.contains("[^n]") ? text + "\n\n[^n]: Note" : text
    #expect(!dump(body).contains("*"))
    #expect(
      dump(body).split(separator: "<strong>").count >= 2
        || dump(body).contains("paragraph: <strong>"))
    let slanted = body.replacing("**", with: "*")
    #expect(!dump(slanted).contains("*"))
    #expect(dump(slanted).contains("<em>"))
  }

  @Test(arguments: [
    ("`她**（真）**她`", "paragraph: <code>她**（真）**她</code>"),
    ("    她**（真）**她", "code\n  | 她**（真）**她"),
    ("\\*\\*真\\*\\*", "paragraph: **真**"),
    ("`\\*a`", "paragraph: <code>\\*a</code>"),
    ("[a](x\\*y.html)", "paragraph: <a x*y.html>a</a>"),
    ("2 * 3 snake_case _ x", "paragraph: 2 * 3 snake_case _ x"),
    ("<https://a.org/_x_*y>", "paragraph: <a https://a.org/_x_*y>https://a.org/_x_*y</a>"),
    ("a &ast; b&#42;c", "paragraph: a * b*c"),
    ("**a。** b", "paragraph: <strong>a。</strong> b"),
    ("**a。**(b)", "paragraph: <strong>a。</strong>(b)"),
  ])
  func keepsSigns(_ body: String, _ expected: String) {
    #expect(dump(body) == expected)
  }
}
