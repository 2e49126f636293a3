import Tables
import TestSupport
import Testing

/// Sums, products and quotients of decimals in figures, held against whole numbers.
@Suite struct DecimalArithmeticTests {
  @Test(arguments: [
    ("0.1 + 0.2", "0.3"), ("100 * 1.1", "110"), ("4.35 * 100", "435"), ("1.005 * 1000", "1005"),
    ("0.07 * 100", "7"), ("0.3 - 0.1", "0.2"), ("5.5 % 1.1", "0"), ("0.6 / 3", "0.2"),
    ("-5.5 % 2", "-1.5"), ("1 / 3", "0.3333333333333333"), ("1.1 / 0.1", "11"),
    ("0.1 + 0.2 == 0.3", "true"), ("1e20 + 1", "100000000000000000000"), ("0.1 * 0", "0"),
    ("123456789.25 * 1000", "123456789250"), ("1 / 0", "Infinity"), ("0 / 7", "0"),
  ])
  func decimalsAreReckonedWithAsDecimals(text: String, result: String) throws {
    let value = try Expression(text).evaluate(in: EvaluationScope(isExact: true))
    #expect(value.asText == result)
  }

  /// Charts do as Vega does.
  @Test func chartsAreBinary() throws {
    #expect(try evaluatedText("0.1 + 0.2") == "0.30000000000000004")
  }

  @Test(arguments: UInt64(0)..<8)
  func resultsAreThoseOfWholeNumbers(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func decimal(_ units: Int, _ places: Int) throws -> Double {
      try #require(Double("\(units)e-\(places)"))
    }
    for _ in 0..<500 {
      let (a, b) = (
        Int.random(in: -999_999...999_999, using: &random),
        Int.random(in: -999_999...999_999, using: &random)
      )
      let places = Int.random(in: 0...6, using: &random)
      let (x, y) = (try decimal(a, places), try decimal(b, places))
      #expect(DecimalArithmetic.sum(x, y) == (try decimal(a + b, places)))
      #expect(DecimalArithmetic.difference(x, y) == (try decimal(a - b, places)))
      let product = try decimal(a * b, 2 * places)
      #expect(DecimalArithmetic.product(x, y) == product)
      if b != 0 {
        #expect(DecimalArithmetic.remainder(x, y) == (try decimal(a % b, places)))
        #expect(DecimalArithmetic.quotient(product, y) == x)
      }
    }
  }

  @Test(
    arguments: [
      (0.3, true), (1 / 3, false), (0.1 + 0.2, false), (1e15, true), (1e21, true),
      (9_007_199_254_740_991, false), (123_456_789_012_345, true), (-0.30000000000000004, false),
    ] as [(Double, Bool)])
  func numbersOfMoreThanFifteenDigitsAreNotPrintable(number: Double, isPrintable: Bool) {
    #expect(NumberText.isPrintable(number) == isPrintable)
  }

  @Test(arguments: ["'' + 1 / 3", "toString(1 / 3)", "join([1 / 3, 2])", "upper(2 / 3)"])
  func noiseDoesNotBecomeText(text: String) throws {
    #expect(throws: ExpressionError.self) {
      try Expression(text).evaluate(in: EvaluationScope(isExact: true))
    }
    _ = try Expression(text).evaluate(in: EvaluationScope())
  }

  @Test(arguments: UInt64(0)..<4)
  func aggregatesOfDecimalsAreDecimal(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let units = (0..<200).map { _ in Int.random(in: -99_999...99_999, using: &random) }
    let table = Table([("v", .numbers(units.map { Double($0) / 10 }))])
    let context = TransformContext(scope: EvaluationScope(isExact: true))
    let measures = [AggregateOperation.sum, .mean].map {
      AggregateMeasure($0, FieldReference("v"), as: $0.rawValue)
    }
    let total = units.reduce(0, +)
    let result = try DataTransform.Aggregate(groupby: [], measures).apply(to: table, in: context)
    #expect(result[0, "sum"] == .number(Double(total) / 10))
    #expect(result[0, "mean"] == .number(Double("\(total * 5)e-4") ?? .nan))
    let window = try DataTransform.Window(
      [.init(.aggregate(.sum), FieldReference("v"), as: "s")], frame: (3, 0)
    ).apply(to: table, in: context)
    for row in units.indices {
      let sum = units[max(0, row - 3)...row].reduce(0, +)
      #expect(window[row, "s"] == .number(Double(sum) / 10))
    }
  }
}
