/// A function of the expression language.
struct FunctionDefinition: Sendable {
  typealias Body = @Sendable (inout FunctionCall) throws(FunctionProblem) -> Value

  /// What a function does with what is absent, where the rules of figures hold.
  enum Use: Sendable {
    /// It answers a question about its argument, of which an absent one is an answer.
    case asks
    /// It carries the items of a list on without looking into them.
    case carries
    /// It works with its arguments and their items, all of which must be there.
    case uses
    /// It works with its arguments as numbers.
    case reckons
    /// It works with its arguments and their items as text.
    case writes
  }

  let name: String
  /// How many arguments it takes.
  let arity: ClosedRange<Int>
  let use: Use
  let body: Body

  init(_ name: String, _ arity: ClosedRange<Int>, _ use: Use = .uses, _ body: @escaping Body) {
    self.name = name
    self.arity = arity
    self.use = use
    self.body = body
  }

  /// The function called `name`, or nil.
  static func named(_ name: String) -> FunctionDefinition? { table[name] }

  /// The names of all functions, sorted.
  static let names = table.keys.sorted()

  private static let table = Dictionary(
    uniqueKeysWithValues: [
      mathFunctions, textFunctions, sequenceFunctions, typeFunctions, dateFunctions,
      formatFunctions, statisticsFunctions,
    ].joined().map { ($0.name, $0) })

  /// What is wrong with a call with `count` arguments, or nil.
  ///
  /// JavaScript passes over arguments too many, and charts in the wild rely on it; in prose, where
  /// `round(x, 1)` would quietly not do what it says, they are a mistake.
  func complaint(
    aboutCount count: Int, range: Range<Int>, dialect: ExpressionDialect
  ) -> ExpressionError? {
    if arity.contains(count) || count > arity.upperBound && dialect == .vega && arity.upperBound < 3
    {
      return nil
    }
    let (low, high) = (arity.lowerBound, arity.upperBound)
    let wanted =
      high == .max ? "\(low) or more" : low == high ? "\(low)" : "\(low) to \(high)"
    return ExpressionError(
      "`\(name)` is called with \(count) argument\(count == 1 ? "" : "s")", range: range,
      stage: .evaluation, expected: "\(wanted) argument\(wanted == "1" ? "" : "s")")
  }
}

/// One call of a function: its arguments and what it may look at beside them.
struct FunctionCall {
  let name: String
  let arguments: [Value]
  let timeZone: TimeZoneRules
  let timeLocale: TimeLocale
  /// Whether the rules of figures hold, as in prose and views.
  let isExact: Bool
  /// What goes on from call to call.
  var memory: FunctionMemory

  /// Argument `index`; undefined where it was left out.
  subscript(_ index: Int) -> Value { index < arguments.count ? arguments[index] : .undefined }

  func has(_ index: Int) -> Bool { index < arguments.count }

  func number(_ index: Int) -> Double { self[index].asNumber }

  /// Argument `index` as a number, or `fallback` where it was left out or is absent.
  func number(_ index: Int, or fallback: Double) -> Double {
    self[index].isAbsent ? fallback : self[index].asNumber
  }

  func text(_ index: Int) -> String { self[index].asText }

  /// The items of argument `index`, which must be an array.
  func items(_ index: Int) throws(FunctionProblem) -> [Value] {
    guard case .array(let items) = self[index] else {
      throw FunctionProblem(
        "`\(name)` got \(self[index].kind) where it works on an array", expected: "an array")
    }
    return items
  }

  /// Argument `index` as a whole number of JavaScript's ToIntegerOrInfinity, or `fallback`.
  func integer(_ index: Int, or fallback: Int) -> Int {
    guard !self[index].isAbsent else { return fallback }
    let number = number(index)
    if number.isNaN { return 0 }
    return Int(min(max(number.rounded(.towardZero), -1e15), 1e15))
  }
}

/// What the calls of one evaluation hand on: the state of the random numbers, and formats read already.
struct FunctionMemory {
  var random: RandomNumbers
  private var formats: [String: NumberFormat] = [:]

  init(seed: UInt32) { random = RandomNumbers(seed: seed) }

  /// The number format that `specifier` writes; nil where it is none.
  mutating func format(_ specifier: String) -> NumberFormat? {
    if let known = formats[specifier] { return known }
    let format = NumberFormat(specifier)
    formats[specifier] = format
    return format
  }
}
