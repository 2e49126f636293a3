import Syntax
import Tables
import TestSupport
import Testing

@Suite struct ExpressionTests {
  private let file = SourceFile(path: "chart.vl.json", text: #"{"calculate": "datum.a + nope(1)"}"#)

  private func object(_ members: (String, Value)..., fact: String? = nil) -> Value {
    .object(.init(members.map { .init($0.0, $0.1) }, fact: fact))
  }

  @Test func aRowOfATableIsRead() throws {
    let table = Table([("a", .numbers([1, 2])), ("b", .strings(["x", "y"]))])
    let expression = try Expression("datum.b + datum['a'] * 2")
    let values = try expression.evaluate(over: table, in: EvaluationScope())
    #expect(values == [.string("x2"), .string("y4")])
    #expect(expression.fields == ["b", "a"])
  }

  @Test(arguments: [
    ("1 +", 3, "expression-syntax"), ("(1", 2, "expression-syntax"),
    ("a.b(1)", 0, "expression-unsupported"), ("/x/", 0, "expression-unsupported"),
    ("1 @ 2", 2, "expression-syntax"), ("'abc", 0, "expression-syntax"),
    ("[1, 2", 5, "expression-syntax"), ("{a 1}", 3, "expression-syntax"),
    ("typeof x", 0, "expression-unsupported"), ("12px", 0, "expression-syntax"),
    ("", 0, "expression-syntax"), ("'\\u12'", 1, "expression-syntax"),
  ])
  func syntaxErrorsTellTheirPlace(_ text: String, _ offset: Int, _ id: String) {
    var bag = DiagnosticBag()
    let span = SourceFile(path: "e", text: text + " ").span(0..<text.utf8.count)
    #expect(Expression.parse(text, at: span, into: &bag) == nil)
    #expect(bag.diagnostics.map(\.id.name) == [id])
    #expect(bag.diagnostics.first?.span?.range.lowerBound == offset)
  }

  @Test func nestingHasALimit() {
    for text in [
      String(repeating: "(", count: 10_000), String(repeating: "!", count: 10_000) + "1",
      String(repeating: "1?", count: 10_000), String(repeating: "[", count: 10_000),
    ] {
      #expect(throws: ExpressionError.self) { try Expression(text) }
    }
  }

  @Test func theCheckerFindsWhatIsUndefinedAndPointsIntoTheFile() throws {
    var bag = DiagnosticBag()
    let span = file.span(14..<33)
    #expect(span.text == "\"datum.a + nope(1)\"")
    let expression = try #require(Expression.parse("datum.a + nope(1)", at: span, into: &bag))
    expression.check(names: [], into: &bag)
    let diagnostic = try #require(bag.diagnostics.first)
    #expect(diagnostic.id == TablesDiagnostics.expressionUndefined)
    #expect(diagnostic.span?.text == "nope")
  }

  @Test func theCheckerOffersTheNearestName() throws {
    var bag = DiagnosticBag()
    let expression = try Expression("heigth + fromat(1, 'd') + substring('a') + PI + datum.x")
    expression.check(names: ["height"], into: &bag)
    #expect(
      bag.diagnostics.map(\.hints) == [["did you mean `height`?"], ["did you mean `format`?"], []])
    #expect(bag.diagnostics[2].id == TablesDiagnostics.expressionEvaluation)
    #expect(bag.diagnostics[2].expected == "2 to 3 arguments")
  }

  @Test func argumentsTooManyAreAMistakeInProseAlone() throws {
    #expect(try Expression("round(2.4, 1)").evaluate(in: EvaluationScope()) == .number(2))
    #expect(throws: ExpressionError.self) {
      try Expression("round(2.4, 1)", dialect: .prose).evaluate(in: EvaluationScope())
    }
    #expect(throws: ExpressionError.self) {
      try Expression("if(true, 1)").evaluate(in: EvaluationScope())
    }
  }

  @Test func inProseABarPipes() throws {
    let scope = EvaluationScope(
      names: ["a": .number(0.125)],
      functions: ["twice": { arguments in .number((arguments.first?.asNumber ?? 0) * 2) }])
    let piped = try Expression("a | twice | format('.0%')", dialect: .prose)
    #expect(try piped.evaluate(in: scope) == .string("25%"))
    let choice = try Expression("true ? a : 0 | twice", dialect: .prose)
    #expect(try choice.evaluate(in: scope) == .number(0.25))
    #expect(try Expression("5 | 3").evaluate(in: scope) == .number(7))
    #expect(try Expression("false || a", dialect: .prose).evaluate(in: scope) == .number(0.125))
  }

  @Test func factsThatWereReadAreTold() throws {
    let output = object(("value", .number(3)), fact: "output-2024")
    let other = object(("value", .number(2)), ("unit", .string("t")), fact: "output-2023")
    let series = Value.array([other, output])
    let scope = EvaluationScope(
      names: ["o": output, "p": other, "series": series, "plain": object(("o", output))],
      functions: [
        "last": { arguments in
          guard case .array(let items) = arguments.first else { return .null }
          return items.last ?? .null
        }
      ])
    func facts(_ text: String) throws -> [String] {
      try Expression(text, dialect: .prose).trace(in: scope).facts
    }
    #expect(try facts("o.value - p.value") == ["output-2024", "output-2023"])
    #expect(try facts("p.value + p.value") == ["output-2023"])
    #expect(try facts("plain.o") == ["output-2024"])
    #expect(try facts("if(true, o.value, p.value)") == ["output-2024"])
    #expect(try facts("last(series).value") == ["output-2024"])
    #expect(try facts("length(series)") == ["output-2023", "output-2024"])
    #expect(try facts("series[0]") == ["output-2023"])
    #expect(try facts("1 + 1") == [])
  }

  @Test(arguments: [
    ("missing", 0, "missing"), ("o.valeu", 2, "valeu"), ("1 + o.value.deep", 12, "deep"),
    ("list[7]", 5, "7"), ("gone()", 0, "gone"),
  ])
  func inAStrictScopeWhatIsUndefinedIsAnError(_ text: String, _ offset: Int, _ name: String) throws
  {
    let scope = EvaluationScope(
      names: ["o": object(("value", .number(3))), "list": .array([.number(1)])], isStrict: true)
    do throws(ExpressionError) {
      _ = try Expression(text, dialect: .prose).evaluate(in: scope)
      Issue.record("`\(text)` was evaluated")
    } catch {
      #expect(error.range.lowerBound == offset)
      #expect(error.message.contains(name))
    }
  }

  @Test func aMissingMemberIsUndefinedElsewhere() throws {
    let scope = EvaluationScope(names: ["o": object(("value", .number(3)))])
    #expect(try Expression("o.nope.deeper").evaluate(in: scope) == .undefined)
  }

  @Test func inAnExactScopeNothingIsPrintedForAMissingValue() throws {
    let scope = EvaluationScope(names: ["x": .null], isExact: true)
    #expect(throws: ExpressionError.self) { try Expression("format(x, 'd')").evaluate(in: scope) }
  }

  @Test func nothingReadsTheClock() throws {
    #expect(throws: ExpressionError.self) {
      try Expression("now()").evaluate(in: EvaluationScope())
    }
    #expect(throws: ExpressionError.self) {
      try Expression("datetime()").evaluate(in: EvaluationScope())
    }
  }

  @Test func randomNumbersComeFromTheSeed() throws {
    let table = Table([("a", .numbers([1, 2, 3]))])
    let expression = try Expression("random()")
    let first = try expression.evaluate(over: table, in: EvaluationScope(seed: 7))
    #expect(first == (try expression.evaluate(over: table, in: EvaluationScope(seed: 7))))
    #expect(Set(first).count == 3)
    #expect(first.allSatisfy { (0..<1).contains($0.asNumber) })
  }

  @Test func mutatedExpressionsNeverCrash() {
    var generator = SeededGenerator(seed: 11)
    let sources = [
      "if(datum.a > 1 && isValid(datum['b c']), format(datum.a, ',.1f'), 'x\\u00e9')",
      "{a: [1, 2e3, .5], 'b': -datum.x[0].y} || (a ? b : c >>> 2)",
    ]
    for _ in 0..<4000 {
      var bytes = Array((sources.randomElement(using: &generator) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.insert(bytes[bytes.count - 1 - index], at: index)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(ExpressionError) {
        let expression = try Expression(text)
        _ = try expression.evaluate(in: EvaluationScope(datum: .object(.init())))
      } catch {
        #expect(error.range.upperBound <= text.utf8.count)
      }
    }
  }

  /// What no row has is undefined: equal to null and to nothing else, and NaN in sums.
  @Test(arguments: [
    ("datum.nope === null", false), ("datum.nope !== null", true), ("datum.nope == null", true),
    ("datum.nope != null", false), ("datum.nope === datum.neither", true),
    ("datum.nope == datum.a", false), ("isNaN(datum.nope + 1)", true), ("!datum.nope", true),
    ("datum.nope > 0 || datum.nope <= 0", false), ("isValid(datum.nope)", false),
    ("datum.b === null", true), ("datum.b + 1 == 1", true),
  ])
  func fieldsThatNoRowHasAreUndefined(text: String, holds: Bool) throws {
    let table = Table([("a", .numbers([1])), ("b", Column([.null]))])
    #expect(
      try Expression(text).evaluate(over: table, in: EvaluationScope()) == [.bool(holds)], "\(text)"
    )
  }
}
