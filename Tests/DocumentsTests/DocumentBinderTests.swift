import Documents
import Syntax
import Tables
import TestSupport
import Testing

/// A fact as the dataset gives it.
private func fact(_ id: String, _ text: String, _ value: Double) -> Value {
  .object(
    .init([.init("text", .string(text)), .init("value", .number(value))], fact: id))
}

/// Names for the samples below.
let sampleScope = EvaluationScope(names: [
  "size": .object(
    .init([
      .init("latest", fact("size.2023", "933.7 billion yuan", 933.7)),
      .init("first", fact("size.2021", "761.7 billion yuan", 761.7)),
    ])),
  "rate": .number(0.2258),
  "large": .number(1_234_567.25),
  "missing": .null,
  "star": .string("*not* | emphasis"),
  "editions": .array(
    ["First", "Second"].enumerated().map { index, name in
      .object(
        .init(
          [
            .init("name", .string(name)), .init("days", .number(Double(index + 3))),
            .init("open", .bool(index == 1)),
          ], fact: "edition.\(index + 1)"))
    }),
  "names": .array([.string("a"), .string("b"), .string("c")]),
  "firms": .array([.string("A Co., Ltd."), .string("B"), .string("C")]),
])

/// The dump of a bound body without its front matter; what was reported goes first.
private func bound(_ body: String, typographic: Bool = false) -> String {
  var (document, bag) = parsed(body)
  guard var result = document.take() else { return "nothing" }
  result = DocumentBinder.bind(result, in: sampleScope, into: &bag)
  if typographic { result = Typography.apply(to: result) }
  let lines = DocumentDump.text(of: result).split(separator: "\n").dropFirst(2)
  return bag.sorted.map { "\($0.span?.label ?? "") \($0.message)\n" }.joined()
    + lines.joined(separator: "\n")
}

@Suite struct DocumentBinderTests {
  @Test func aSectionForWhichThereIsNothingIsLeftOutWithAllUnderIt() {
    let result = bound(
      """
      # Kept {needs="size.latest"}

      # Gone {needs="size.survey"}

      Text of {{ size.survey.value }}.

      ## Under it

      # After
      """)
    #expect(
      result == """
        sample.md:6:16 the section `Gone` is left out: the data have nothing for it
        heading 1: Kept
        heading 1: After
        """)
  }

  /// What is counted of a document is put in once the rest of it stands.
  @Test func aValueThatIsKnownLaterWaitsForIt() throws {
    var (document, bag) = parsed(
      "It has {{ report.count + 1 }} of {{ size.latest }}.\n\n*{{ report.count }}*")
    let template = document.take()
    var result = try #require(template)
    result = DocumentBinder.bind(result, in: sampleScope, later: ["report"], into: &bag)
    #expect(DocumentDump.text(of: result).contains("report.count + 1"))
    #expect(DocumentDump.text(of: result).contains("<value 933.7 billion yuan ←size.2023>"))
    var scope = sampleScope
    scope.names["report"] = .object(.init([.init("count", .number(43))]))
    result = DocumentBinder.bind(result, in: scope, into: &bag)
    #expect(bag.isEmpty)
    let text = DocumentDump.text(of: result)
    #expect(text.contains("It has <value 44> of <value 933.7 billion yuan ←size.2023>."))
    #expect(text.contains("<em><value 43></em>"))
  }

  @Test func loopsAndConditionsCannotWait() throws {
    var (document, bag) = parsed("::: {.when test=\"report.count > 3\"}\nText.\n:::")
    let found = document.take()
    let template = try #require(found)
    _ = DocumentBinder.bind(template, in: sampleScope, later: ["report"], into: &bag)
    #expect(bag.diagnostics.map(\.id) == [DocumentDiagnostics.lateValue])
    #expect(bag.diagnostics.first?.span?.text == "report.count > 3")
  }

  @Test(arguments: [
    ("missing", true), ("names", false), ("[]", true), ("large > 5", false), ("size.a.b", true),
    ("count(names) - 3", true),
  ])
  func emptyListsAndMissingMembersAreNothing(needs: String, isLeftOut: Bool) {
    var (document, bag) = parsed("# A {needs=\"\(needs)\"}")
    guard let template = document.take() else { return }
    let result = DocumentBinder.bind(template, in: sampleScope, into: &bag)
    #expect(result.blocks.isEmpty == isLeftOut)
    #expect(
      bag.diagnostics.map(\.id) == (isLeftOut ? [DocumentDiagnostics.sectionLeftOut] : []))
    #expect(!bag.hasErrors)
  }

  /// Arithmetic, comparison and functions of what is absent are errors at the operand, `needs` included.
  @Test(arguments: [
    ("{{ missing - large }}", ":4 `missing` has no value"),
    ("{{ large / missing | percent }}", ":12 `missing` has no value"),
    ("{{ missing | format('.1f') }}", ":4 `missing` has no value"),
    ("{{ missing < 3 ? 'few' : 'many' }}", ":4 `missing` has no value"),
    ("{{ 'about ' + missing }}", ":15 `missing` has no value"),
    ("{{ names | where('x', missing) }}", ":23 `missing` has no value"),
    ("# A {needs=\"missing > 3\"}", ":13 `missing` has no value"),
    ("# A {needs=\"size.survey.value > 3\"}", ":13 `size.survey.value` has no value"),
    ("::: {.when test=\"missing * 2\"}\nA\n:::", ":18 `missing` has no value"),
    ("{{ 1 / 3 }}", ":3 `0.3333333333333333` is too long to be printed without a format"),
    (
      "{{ 1 / 3 + ' of it' }}",
      ":4 `1 / 3` is `0.3333333333333333`, which is too long to become text"
    ),
  ])
  func whatIsAbsentIsNotUsed(body: String, message: String) {
    let start = bound("\n" + body).split(separator: "\n").first ?? ""
    #expect(start.hasSuffix(message), "\(start)")
  }

  @Test(arguments: [
    ("{{ isValid(missing) ? missing + 1 : 'not stated' }}", "<value not stated>"),
    ("{{ missing == null ? 'none' : 'some' }}", "<value none>"),
    ("{{ missing || 'none' }}", "<value none>"),
    ("{{ if(!missing, 'none', 'some') }}", "<value none>"),
    ("{{ 0.1 + 0.2 }}, {{ 100 * 1.1 }}", "<value 0.3>, <value 110>"),
    ("{{ 1 / 3 | format('.3~g') }}", "<value 0.333>"),
  ])
  func whatIsAbsentIsAskedFor(body: String, text: String) {
    #expect(bound(body) == "paragraph: " + text)
  }

  @Test func aNameThatNothingDefinesIsStillAMistake() {
    #expect(bound("# A {needs=\"sizes.latest\"}").contains("`sizes` is not defined here"))
  }

  @Test func withinALoopEachTurnDecidesForItself() {
    let result = bound(
      """
      ::: {.for each="e in editions"}
      ## {{ e.name }} {needs="e.open"}

      {{ e.days }} days.
      :::
      """)
    #expect(result.contains("the section `First` is left out"))
    #expect(
      result.hasSuffix(
        "heading 2: <value Second ←edition.2>\nparagraph: <value 4 ←edition.2> days."))
  }

  @Test(arguments: [
    ("{{ size.latest }}", "<value 933.7 billion yuan ←size.2023>"),
    ("{{ size.latest | format(',.0f') }}", "<value 934 ←size.2023>"),
    (
      "{{ size.latest.value / size.first.value - 1 | percent }}",
      "<value 22.6% ←size.2023 ←size.2021>"
    ),
    ("{{ rate | percent(0) }}", "<value 23%>"),
    ("{{ large }}", "<value 1,234,567.25>"),
    ("{{ 0 - large }}", "<value −1,234,567.25>"),
    ("*{{ star }}*", "<em><value *not* | emphasis></em>"),
    ("{{ names | list }}", "<value a, b and c>"),
    ("{{ names | list('or') | upper }}", "<value A, B OR C>"),
    ("{{ firms | list }}", "<value A Co., Ltd.; B; and C>"),
    ("{{ firms | list('or') }}", "<value A Co., Ltd.; B; or C>"),
    ("{{ last(editions | where('open', false)).name }}", "<value First ←edition.1>"),
    ("{{ editions | where('days', [3, 4]) | count }}", "<value 2 ←edition.1 ←edition.2>"),
    ("{{ names | count }}", "<value 3>"),
    ("{{ first(names) | capitalise }}{{ names | last }}", "<value A><value c>"),
    ("{{ names[0] | cite }}{{ names[0] | cite('p3') }}", "<cite a><cite a, p3>"),
    ("{{ [names[0], '', names[1], names[0]] | cite }}", "<cite a><cite b>"),
    ("{{ concat(names, names) | count }}", "<value 6>"),
    ("[{{ names[0] }}](#sec-a)", "<a #sec-a><value a></a>"),
    ("{{ first(editions).name }}", "<value First ←edition.1>"),
    ("a{{ '' }}b", "ab"),
  ])
  func printsValuesWithTheirFacts(_ body: String, _ expected: String) {
    #expect(bound(body) == "paragraph: " + expected)
  }

  @Test func repeatsLoopsAndDecidesConditions() {
    #expect(
      bound(
        """
        :::: {.for each="e in editions"}
        ## {{ e.name }}

        ::: {.when test="e.open"}
        Open for {{ e.days }} days.[^n]
        :::
        ::::

        ::: {.when test="rate > 1"}
        Never.[^m]
        :::

        [^n]: {{ count(editions) }} in all.
        [^m]: Left out.
        """) == """
          heading 2: <value First ←edition.1>
          heading 2: <value Second ←edition.2>
          paragraph: Open for <value 4 ←edition.2> days.<note n>
          footnote n
            paragraph: <value 2 ←edition.1 ←edition.2> in all.
          """)
  }

  @Test func aNoteThatComesToNothingIsNone() {
    let result = bound(
      """
      ```{table}
      #| label: tbl-a
      #| tbl-cap: Editions
      #| tbl-note: "{{ count(editions) > 5 ? 'Many.' : '' }}"
      #| each: editions
      #| columns:
      #|   - { title: Edition, value: row.name }
      ```
      """)
    #expect(!result.contains("note:"), "\(result)")
  }

  @Test func fillsTables() {
    #expect(
      bound(
        """
        ```{table}
        #| label: tbl-a
        #| tbl-cap: "{{ count(editions) }} editions"
        #| each: editions
        #| columns:
        #|   - { title: Edition, value: row.name }
        #|   - { title: Days, value: "row.days | format('.1f')", align: end }
        ```
        """) == """
          table #tbl-a
            caption: <value 2 ←edition.1 ←edition.2> editions
            column start: Edition
            column end: Days
            row: <value First ←edition.1> | <value 3.0 ←edition.1>
            row: <value Second ←edition.2> | <value 4.0 ←edition.2>
          """)
  }

  @Test(arguments: [
    ("a {{ 1️⃣sise.latest }}", TablesDiagnostics.expressionUndefined, "`sise` is not defined here"),
    ("{{ size.1️⃣lastest }}", TablesDiagnostics.expressionUndefined, "there is no member `lastest`"),
    (
      "{{ rate | 1️⃣percentage }}", TablesDiagnostics.expressionUndefined,
      "there is no function `percentage`"
    ),
    ("{{ 1️⃣rate + }}", TablesDiagnostics.expressionSyntax, ""),
    ("{{1️⃣ missing }}", DocumentDiagnostics.unprintableValue, "there is no value to print"),
    ("{{1️⃣ rate > 1 }}", DocumentDiagnostics.unprintableValue, "true and false cannot be printed"),
    ("{{1️⃣ size }}", DocumentDiagnostics.unprintableValue, "an object cannot be printed"),
    (
      "{{ 1️⃣editions | where('day', 3) | count }}", TablesDiagnostics.expressionEvaluation,
      "`where` found an item without `day`"
    ),
    ("{{1️⃣ names }}", DocumentDiagnostics.unprintableValue, "a list cannot be printed"),
    ("{{1️⃣ 0 / 0 }}", DocumentDiagnostics.unprintableValue, "the result is not a number"),
    (
      "{{ 1️⃣size.latest / 2 }}", TablesDiagnostics.expressionEvaluation,
      "`size.latest` is an object"
    ),
    ("{{1️⃣ 1e300 }}", DocumentDiagnostics.unprintableValue, ""),
    ("{{1️⃣ toDate(0) }}", DocumentDiagnostics.unprintableValue, ""),
    (
      "::: {.for each=\"1️⃣editions\"}\n:::", DocumentDiagnostics.loopForm, "`editions` is not a loop"
    ),
    (
      "::: {.for each=\"e in 1️⃣size\"}\n:::", DocumentDiagnostics.loopForm,
      "the expression gives an object"
    ),
    (
      "::: {.for each=\"e in editions\"}\n{{ e.1️⃣nam }}\n:::",
      TablesDiagnostics.expressionUndefined, "there is no member `nam`"
    ),
    (
      "::: {.when test=\"1️⃣tset\"}\n:::", TablesDiagnostics.expressionUndefined,
      "`tset` is not defined here"
    ),
    ("1️⃣# {{ '' }}", DocumentDiagnostics.emptyHeading, "the heading has no words"),
    ("1️⃣###\n\nx", DocumentDiagnostics.emptyHeading, "the heading has no words"),
  ])
  func reportsWhatHasNoValue(_ body: String, _ id: DiagnosticID, _ message: String) throws {
    let marked = MarkedSource("---\ntitle: T\n---\n" + body, path: "report.md")
    var bag = DiagnosticBag()
    let document = try #require(DocumentParser.parse(marked.file, into: &bag))
    #expect(bag.isEmpty)
    _ = DocumentBinder.bind(document, in: sampleScope, into: &bag)
    let problem = try #require(bag.diagnostics.first)
    #expect(bag.diagnostics.count == 1)
    #expect(problem.id == id)
    if !message.isEmpty {
      #expect(problem.message == message)
      #expect(problem.span?.range.lowerBound == marked.offsets["1️⃣"])
    }
  }

  @Test(arguments: [
    ("\"It's 'so',\" he said -- well...", "“It’s ‘so’,” he said – well…"),
    ("(\"a\") *\"b\"* the '90s --- x", "(“a”) <em>“b”</em> the ’90s — x"),
    ("5 % and 933.7 billion yuan, CNY 5", "5\u{A0}% and 933.7\u{A0}billion yuan, CNY\u{A0}5"),
    ("14 November 2022, 2 May\\*", "14\u{A0}November 2022, 2\u{A0}May*"),
    ("{{ rate }} million; CNY {{ rate }}", "<value 0.2258>\u{A0}million; CNY\u{A0}<value 0.2258>"),
    ("汉字\n汉字，\nLatin\n汉", "汉字汉字，⏎Latin⏎汉"),
    ("`\"a\" -- b`", "<code>\"a\" -- b</code>"),
  ])
  func setsTypographicSigns(_ body: String, _ expected: String) {
    #expect(bound(body, typographic: true) == "paragraph: " + expected)
  }

  @Test(arguments: [
    ("de", "„a“ ‚b‘"), ("fr", "«\u{A0}a\u{A0}» “b”"), ("zh-Hans", "“a” ‘b’"),
  ])
  func quotesByLanguage(_ language: String, _ expected: String) {
    var typography = Typography(language: language)
    let set = typography.line([.text("\"a\" 'b'")])
    guard case .text(let text)? = set.first else {
      Issue.record("not text")
      return
    }
    #expect(text == expected)
  }
}
