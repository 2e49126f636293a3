import Documents
import Syntax
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

  /// By CommonMark's rule `_` closes before punctuation, as brackets are.
  @Test(arguments: [
    "_word_[^n]", "_word._[^n]", "_a_[@s]", "_(a)_[@s]", "_真。_[^n]", "a _b_[^n] c", "__a__[^n]",
  ])
  func underscoreClosesBeforeBrackets(_ text: String) {
    let body = text.contains("[^n]") ? text + "\n\n[^n]: Note" : text
    let dumped = dump(body)
    #expect(!dumped.contains("_"))
    #expect(dumped.contains(text.hasPrefix("__") ? "<strong>a</strong>" : "</em>"))
    // What follows is the note or citation, as it is without emphasis.
    let plain = dump(body.replacing("_", with: ""))
    #expect(
      plain
        == dumped.replacing("<em>", with: "").replacing("</em>", with: "")
        .replacing("<strong>", with: "").replacing("</strong>", with: ""))
  }

  @Test(arguments: [
    ("`她**（真）**她`", "paragraph: <code>她**（真）**她</code>"),
    ("    她**（真）**她", "code\n  | 她**（真）**她"),
    ("\\*\\*真\\*\\*", "paragraph: **真**"),
    ("`\\*a`", "paragraph: <code>\\*a</code>"),
    ("[a](x\\*y.html)", "paragraph: <a x*y.html>a</a>"),
    ("2 * 3 snake_case _ x", "paragraph: 2 * 3 snake_case _ x"),
    ("5*3 m, 2**3", "paragraph: 5*3 m, 2**3"),
    ("a_b_ https://a.org/x_y_", "paragraph: a_b_ https://a.org/x_y_"),
    ("_c_d e", "paragraph: _c_d e"),
    ("un*frigging*real", "paragraph: un<em>frigging</em>real"),
    ("<https://a.org/_x_*y>", "paragraph: <a https://a.org/_x_*y>https://a.org/_x_*y</a>"),
    ("a &ast; b&#42;c", "paragraph: a * b*c"),
    ("snake_case_{{ x }} a_{{ x }}_b", "paragraph: snake_case_{{ x }}@4:14 a_{{ x }}@4:24_b"),
    ("**a。** b", "paragraph: <strong>a。</strong> b"),
    ("**a。**(b)", "paragraph: <strong>a。</strong>(b)"),
  ])
  func keepsSigns(_ body: String, _ expected: String) {
    #expect(dump(body) == expected)
  }

  /// What an author did not mean, at its place in the body.
  @Test(arguments: [
    ("one*, two", 3, "*"), ("a *b c", 2, "*"), ("她*真", 3, "*"), ("a _b c", 2, "_"),
    ("**a:**5", 0, "**"),
    ("the 5*3 metres and a*b", 5, "*"), ("a 2**3 and\n2**3", 3, "**"),
    ("x **a 5*3 b 2*3**", 7, "*"),
  ])
  func reportsSigns(_ body: String, _ offset: Int, _ signs: String) {
    let (_, bag) = parsed(body)
    let head = "---\ntitle: Sample\n---\n".utf8.count
    let strays = bag.sorted.filter { $0.id.name == "stray-delimiter" }
    #expect(strays.first?.span?.range == head + offset..<head + offset + signs.utf8.count)
    #expect(strays.first?.span?.text == signs)
  }
}
