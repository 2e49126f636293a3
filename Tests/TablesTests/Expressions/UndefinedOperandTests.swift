import Syntax
import Tables
import Testing

/// Operators and functions over what is absent, as ECMA-262 has it in charts, and as figures have it in prose.
@Suite struct UndefinedOperandTests {
  private static let operands = ["null", "undefined", "NaN", "0", "2", "'a'", "'3'", "true"]

  /// What Node 20 makes of each operator with each operand at the left and at the right, in this order.
  private static let reference = """
    +: 0 NaN NaN 0 2 nulla null3 1 NaN NaN NaN NaN NaN undefineda undefined3 NaN NaN NaN NaN NaN NaN NaNa NaN3 NaN 0 NaN NaN 0 2 0a 03 1 2 NaN NaN 2 4 2a 23 3 anull aundefined aNaN a0 a2 aa a3 atrue 3null 3undefined 3NaN 30 32 3a 33 3true 1 NaN NaN 1 3 truea true3 2
    -: 0 NaN NaN 0 -2 NaN -3 -1 NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN 0 NaN NaN 0 -2 NaN -3 -1 2 NaN NaN 2 0 NaN -1 1 NaN NaN NaN NaN NaN NaN NaN NaN 3 NaN NaN 3 1 NaN 0 2 1 NaN NaN 1 -1 NaN -2 0
    *: 0 NaN NaN 0 0 NaN 0 0 NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN 0 NaN NaN 0 0 NaN 0 0 0 NaN NaN 0 4 NaN 6 2 NaN NaN NaN NaN NaN NaN NaN NaN 0 NaN NaN 0 6 NaN 9 3 0 NaN NaN 0 2 NaN 3 1
    /: NaN NaN NaN NaN 0 NaN 0 0 NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN 0 NaN 0 0 Infinity NaN NaN Infinity 1 NaN 0.6666666666666666 2 NaN NaN NaN NaN NaN NaN NaN NaN Infinity NaN NaN Infinity 1.5 NaN 1 3 Infinity NaN NaN Infinity 0.5 NaN 0.3333333333333333 1
    %: NaN NaN NaN NaN 0 NaN 0 0 NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN 0 NaN 0 0 NaN NaN NaN NaN 0 NaN 2 0 NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN 1 NaN 0 0 NaN NaN NaN NaN 1 NaN 1 0
    <: false false false false true false true true false false false false false false false false false false false false false false false false false false false false true false true true false false false false false false true false false false false false false false false false false false false false false true false false false false false false true false true false
    <=: true false false true true false true true false false false false false false false false false false false false false false false false true false false true true false true true false false false false true false true false false false false false false true false false false false false false false true true false false false false false true false true true
    >: false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false false true false false true false false false true false false false false false false true false true false false true true false false true true false false true false false false false
    >=: true false false true false false false false false false false false false false false false false false false false false false false false true false false true false false false false true false false true true false false true false false false false false true true false true false false true true false true true true false false true false false false true
    ==: true true false false false false false false true true false false false false false false false false false false false false false false false false false true false false false false false false false false true false false false false false false false false true false false false false false false false false true false false false false false false false false true
    !=: false false true true true true true true false false true true true true true true true true true true true true true true true true true false true true true true true true true true false true true true true true true true true false true true true true true true true true false true true true true true true true true false
    ===: true false false false false false false false false true false false false false false false false false false false false false false false false false false true false false false false false false false false true false false false false false false false false true false false false false false false false false true false false false false false false false false true
    !==: false true true true true true true true true false true true true true true true true true true true true true true true true true true false true true true true true true true true false true true true true true true true true false true true true true true true true true false true true true true true true true true false
    &&: null null null null null null null null undefined undefined undefined undefined undefined undefined undefined undefined NaN NaN NaN NaN NaN NaN NaN NaN 0 0 0 0 0 0 0 0 null undefined NaN 0 2 a 3 true null undefined NaN 0 2 a 3 true null undefined NaN 0 2 a 3 true null undefined NaN 0 2 a 3 true
    ||: null undefined NaN 0 2 a 3 true null undefined NaN 0 2 a 3 true null undefined NaN 0 2 a 3 true null undefined NaN 0 2 a 3 true 2 2 2 2 2 2 2 2 a a a a a a a a 3 3 3 3 3 3 3 3 true true true true true true true true
    &: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2 0 2 0 0 0 0 0 0 0 0 0 0 0 0 0 2 0 3 1 0 0 0 0 0 0 1 1
    |: 0 0 0 0 2 0 3 1 0 0 0 0 2 0 3 1 0 0 0 0 2 0 3 1 0 0 0 0 2 0 3 1 2 2 2 2 2 2 3 3 0 0 0 0 2 0 3 1 3 3 3 3 3 3 3 3 1 1 1 1 3 1 3 1
    ^: 0 0 0 0 2 0 3 1 0 0 0 0 2 0 3 1 0 0 0 0 2 0 3 1 0 0 0 0 2 0 3 1 2 2 2 2 0 2 1 3 0 0 0 0 2 0 3 1 3 3 3 3 1 3 0 2 1 1 1 1 3 1 2 0
    <<: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2 2 2 2 8 2 16 4 0 0 0 0 0 0 0 0 3 3 3 3 12 3 24 6 1 1 1 1 4 1 8 2
    >>: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2 2 2 2 0 2 0 1 0 0 0 0 0 0 0 0 3 3 3 3 0 3 0 1 1 1 1 1 0 1 0 0
    >>>: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2 2 2 2 0 2 0 1 0 0 0 0 0 0 0 0 3 3 3 3 0 3 0 1 1 1 1 1 0 1 0 0
    unary +: 0 NaN NaN 0 2 NaN 3 1
    unary -: 0 NaN NaN 0 -2 NaN -3 -1
    unary !: true true true true false false false false
    unary ~: -1 -1 -1 -1 -3 -1 -4 -2
    """

  private static let lines = reference.split(separator: "\n").map { line in
    let parts = line.split(separator: ":", maxSplits: 1)
    return (symbol: String(parts[0]), results: parts[1].split(separator: " ").map(String.init))
  }

  @Test func everyOperatorDoesWhatNodeDoes() throws {
    var tested = 0
    for (symbol, results) in Self.lines {
      let texts =
        symbol.hasPrefix("unary ")
        ? Self.operands.map { "\(symbol.dropFirst(6))(\($0))" }
        : Self.operands.flatMap { left in Self.operands.map { "(\(left)) \(symbol) (\($0))" } }
      for (text, result) in zip(texts, results) {
        let value = try evaluatedText(text)
        #expect((value == "-0" ? "0" : value) == result, "\(text)")
        tested += 1
      }
      #expect(texts.count == results.count)
    }
    #expect(tested == 21 * 64 + 4 * 8)
  }

  /// JavaScript makes zero of an empty list and of a blank text, and text of an object; figures are none of them.
  @Test(arguments: [
    "max([])", "min([])", "round([])", "abs('')", "pow(' ', 2)", "[] + 1", "1 + []", "[5] * 2",
    "-[]",
    "'' * 5", "' ' - 1", "[] > -1", "'x' < 5", "fact > 1", "fact + 1", "fact + ' yuan'",
    "'of ' + []", "~[]", "[] & 1",
  ])
  func whatIsNoNumberIsNotReckonedWithAmongFigures(text: String) throws {
    let fact = Value.object(.init([.init("value", .number(2))]))
    let names: [String: Value] = ["fact": fact]
    #expect(throws: ExpressionError.self) {
      try Expression(text).evaluate(in: EvaluationScope(names: names, isExact: true))
    }
    _ = try Expression(text).evaluate(in: EvaluationScope(names: names))
  }

  @Test(arguments: [
    ("'12' * 2", "24"), ("true + 1", "2"), ("'a' + 1", "a1"), ("'b' > 'a'", "true"),
    ("max(2, '3')", "3"), ("datetime(2024, 0) > datetime(2023, 0)", "true"),
  ])
  func whatIsANumberIs(text: String, result: String) throws {
    let value = try Expression(text).evaluate(in: EvaluationScope(isExact: true))
    #expect(value.asText == result)
  }

  /// Whatever makes a field undefined, the field is as undefined as the word.
  @Test(arguments: [
    ("absent field", #"[{"k": 1, "v": 1}, {"k": 2}]"#, "[]", "v"),
    (
      "mean of none", #"[{"k": 1, "v": 1}, {"k": 2, "v": null}]"#,
      #"[{"aggregate": [{"op": "mean", "field": "v", "as": "m"}], "groupby": ["k"]}]"#, "m"
    ),
    (
      "sum of none", #"[{"k": 1, "v": 1}, {"k": 2, "v": ""}]"#,
      #"[{"aggregate": [{"op": "sum", "field": "v", "as": "m"}], "groupby": ["k"]}]"#, "m"
    ),
    (
      "spread of one", #"[{"k": 1, "v": 1}, {"k": 1, "v": 3}, {"k": 2, "v": 1}]"#,
      #"[{"aggregate": [{"op": "stdev", "field": "v", "as": "m"}], "groupby": ["k"]}]"#, "m"
    ),
    (
      "hole of a pivot", #"[{"k": 1, "p": "a", "v": 3}, {"k": 2, "p": "b", "v": 4}]"#,
      #"[{"pivot": "p", "value": "v", "groupby": ["k"]}]"#, "a"
    ),
    (
      "frame of none", #"[{"k": 1, "v": 3}, {"k": 2, "v": null}]"#,
      #"[{"window": [{"op": "max", "field": "v", "as": "m"}], "frame": [0, 0]}]"#, "m"
    ),
    (
      "joined mean of none", #"[{"k": 1, "v": 3}, {"k": 2, "v": null}]"#,
      #"[{"joinaggregate": [{"op": "median", "field": "v", "as": "m"}], "groupby": ["k"]}]"#, "m"
    ),
    (
      "member of an item that lacks it", #"[{"k": 1, "o": {"m": 1}}, {"k": 2, "o": {}}]"#, "[]",
      "o.m"
    ),
  ])
  func whatHasNoValueIsUndefined(
    name: String, data: String, transforms: String, field: String
  ) throws {
    let table = try transformed(data, by: transforms)
    for symbol in [
      "+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", "===", "!==", "&", "||",
    ] {
      for other in Self.operands {
        for (text, plain) in [
          ("datum.\(field) \(symbol) (\(other))", "undefined \(symbol) (\(other))"),
          ("(\(other)) \(symbol) datum.\(field)", "(\(other)) \(symbol) undefined"),
        ] {
          let value = try Expression(text).evaluate(over: table, in: EvaluationScope())[1]
          #expect(value.asText == (try evaluatedText(plain)), "\(name): \(text)")
        }
      }
    }
  }

  /// Vega's operations at the edge of a window, and lookups without a match, give null.
  @Test func whatVegaMakesNullIsNull() throws {
    let table = try transformed(
      #"[{"k": 1, "v": 3}, {"k": 2, "v": 5}]"#,
      by: #"""
        [{"window": [{"op": "lag", "field": "v", "as": "l"}, {"op": "nth_value", "param": 9, "field": "v", "as": "n"}]},
         {"lookup": "v", "from": {"data": {"name": "other"}, "key": "k", "fields": ["z"]}}]
        """#)
    for field in ["l", "n", "z"] {
      let value = try Expression("datum.\(field) + 10").evaluate(over: table, in: EvaluationScope())
      #expect(value[0] == .number(10), "\(field)")
    }
  }

  // MARK: Figures

  private static let uses = [
    "x + 1", "1 - x", "x * 2", "x / 2", "2 % x", "-x", "+x", "~x", "x < 1", "1 <= x", "x > 1",
    "1 >= x",
    "x & 1", "1 | x", "x ^ 1", "x << 1", "1 >> x", "x >>> 1", "'a' + x", "x in [1]", "1 in x",
    "[1][x]",
    "abs(x)", "round(x)", "max(1, x)", "format(x, '.1f')", "timeFormat(x, '%Y')", "year(x)",
    "upper(x)",
    "toNumber(x)", "toString(x)", "length(x)", "join([1, x])", "extent([x, 2])", "span([x, 5])",
    "sort([2, x])", "lerp([x, 1], 0.5)", "inrange(1, [x, 2])", "clamp(x, 0, 1)", "sequence(x)",
    "true ? x + 1 : 0", "true && x * 2", "y.m - 1", "isValid(x + 1)",
  ]
  private static let asks = [
    ("isValid(x)", "false"), ("isDefined(y.m)", "false"), ("isNumber(x)", "false"),
    ("x == null", "true"),
    ("null != x", "false"), ("x == 0", "false"), ("x === 3", "false"), ("x ? 1 : 2", "2"),
    ("if(x, 1, 2)", "2"), ("x && x + 1", nil), ("x || 7", "7"), ("!x", "true"), ("[x]", ""),
    ("length([x])", "1"), ("x == null ? 0 : x + 1", "0"), ("isFinite(x)", "false"),
  ]

  @Test(arguments: [Value.null, .undefined, .number(.nan)])
  func figuresThatAreAbsentAreNotUsed(absent: Value) throws {
    let scope = EvaluationScope(
      names: ["x": absent, "y": .object(.init([.init("m", absent)]))], isExact: true)
    for text in Self.uses {
      let error = #expect(throws: ExpressionError.self, "\(text) of \(absent)") {
        try Expression(text).evaluate(in: scope)
      }
      guard let error else { continue }
      #expect(error.stage == .evaluation)
      let part = String(
        decoding: text.utf8.dropFirst(error.range.lowerBound).prefix(error.range.count),
        as: UTF8.self)
      #expect(part.contains("x") || part == "y.m", "\(text): \(part)")
      #expect(error.message.contains("`\(part)`"), "\(text): \(error.message)")
    }
    // The same are evaluated in charts, where only the unsuitable are refused.
    for text in ["x + 1", "max(1, x)", "x < 1", "'a' + x"] {
      _ = try Expression(text).evaluate(in: EvaluationScope(names: ["x": absent]))
    }
  }

  /// A day of figures is written one way; what could be another day, or is none, is not guessed at.
  @Test(arguments: ["01/02/2023", "2023-02-30", "Feb 1, 2023", "tomorrow"])
  func figuresHaveDaysOfOneForm(day: String) throws {
    let scope = EvaluationScope(names: ["x": .string(day)], isExact: true)
    for text in ["toDate(x)", "year(x)", "timeFormat(x, '%Y')", "utcmonth(x)", "datetime(x)"] {
      let error = #expect(throws: ExpressionError.self, "\(text)") {
        try Expression(text).evaluate(in: scope)
      }
      #expect(error?.message == "`\(day)` is no day", "\(text)")
    }
    let known = EvaluationScope(names: ["x": .string("2023-02-01")], isExact: true)
    #expect(
      try Expression("timeFormat(x, '%-d/%-m/%Y')").evaluate(in: known) == .string("1/2/2023"))
    // In charts Vega's rules hold.
    let chart = EvaluationScope(names: ["x": .string("01/02/2023")])
    #expect(try Expression("month(x)").evaluate(in: chart) == .number(0))
  }

  @Test(arguments: [Value.null, .undefined])
  func figuresThatAreAbsentCanBeAskedFor(absent: Value) throws {
    let scope = EvaluationScope(
      names: ["x": absent, "y": .object(.init([.init("m", .undefined)]))], isExact: true)
    for (text, answer) in Self.asks {
      let value = try Expression(text).evaluate(in: scope)
      #expect(value.asText == answer ?? absent.asText, "\(text)")
    }
  }

  /// A row whose value is used where it is absent is named.
  @Test func theRowIsNamed() throws {
    let table = Table([
      ("fact", .strings(["a_2023", "a_2024"])), ("v", .numbers([1, 0], Validity([true, false]))),
    ])
    let error = #expect(throws: ExpressionError.self) {
      try Expression("datum.v * 2").evaluate(over: table, in: EvaluationScope(isExact: true))
    }
    #expect(error?.message == "`datum.v` has no value where `fact` is `a_2024`")
    #expect(error?.range == 0..<7)
  }

  @Test func filtersOfFiguresDoNotCompareWhatIsAbsent() throws {
    let data = #"[{"v": 1}, {"v": null}, {"v": 5}]"#
    for predicate in [
      #"{"field": "v", "lt": 3}"#, #"{"not": {"field": "v", "gte": 3}}"#,
      #"{"field": "v", "range": [0, 3]}"#, #""datum.v < 3""#,
      #"{"or": [{"field": "v", "equal": 9}, {"field": "v", "lte": 3}]}"#,
    ] {
      let found = try problems(data, [#"[{"filter": \#(predicate)}]"#], isExact: true)
      #expect(
        found.map(\.id.name).allSatisfy { ["absent-value", "expression-evaluation"].contains($0) })
      #expect(found.count == 1, "\(predicate)")
      #expect(try problems(data, [#"[{"filter": \#(predicate)}]"#], isExact: false).isEmpty)
    }
    for predicate in [
      #"{"and": [{"field": "v", "valid": true}, {"field": "v", "lt": 3}]}"#,
      #"{"or": [{"field": "v", "valid": false}, {"field": "v", "lt": 3}]}"#,
      #""isValid(datum.v) && datum.v < 3""#, #"{"field": "v", "oneOf": [1, 5]}"#,
    ] {
      #expect(
        try problems(data, [#"[{"filter": \#(predicate)}]"#], isExact: true).isEmpty, "\(predicate)"
      )
    }
  }

  // MARK: Running transforms

  private func transformed(_ data: String, by transforms: String) throws -> Table {
    var bag = DiagnosticBag()
    let table = try apply(data, transforms, EvaluationScope(), into: &bag)
    // A lookup that finds nothing is a warning, and what it leaves is what these tests look at.
    for diagnostic in bag.diagnostics where diagnostic.severity == .error {
      Issue.record("\(diagnostic.rendered(as: .text))")
    }
    return table
  }

  private func problems(
    _ data: String, _ transforms: [String], isExact: Bool
  ) throws -> [Diagnostic] {
    var bag = DiagnosticBag()
    for text in transforms {
      _ = try apply(data, text, EvaluationScope(isExact: isExact), into: &bag)
    }
    return bag.diagnostics
  }

  private func apply(
    _ data: String, _ transforms: String, _ scope: EvaluationScope, into bag: inout DiagnosticBag
  ) throws -> Table {
    let node = try #require(JSONParser.parse(SourceFile(path: "d", text: data), into: &bag))
    let file = SourceFile(path: "transforms.json", text: transforms)
    let list = TransformParser.transforms(
      try #require(JSONParser.parse(file, into: &bag)), in: file, path: "/transform", into: &bag)
    let other = Table([("k", .numbers([99])), ("z", .numbers([1]))])
    var context = TransformContext(scope: scope, tables: ["other": other])
    return list.apply(
      to: try Table(json: try #require(node.array), at: nil), in: &context, into: &bag)
  }
}
