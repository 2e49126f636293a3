/// The state of the operations that take one value after the other, as Vega computes them: Welford's
/// method for mean and variance.
struct RunningMeasure: Sendable {
  private(set) var valid = 0
  private(set) var missing = 0
  private var sum = 0.0
  private var product = 1.0
  private var mean = 0.0
  private var deviation = 0.0
  private var minimum: Value?
  private var maximum: Value?
  private var leastNumber = Double.infinity
  private var greatestNumber = -Double.infinity
  private var exponential = 0.0
  private let parameter: Double

  init(parameter: Double? = nil) { self.parameter = parameter ?? 0 }

  /// Takes in `value`: null and empty text count as missing, NaN as nothing.
  mutating func add(_ value: Value) {
    if value == .null || value == .string("") {
      missing += 1
      return
    }
    let number = value.asNumber
    if case .number(let number) = value, number.isNaN { return }
    take(number)
    if let known = minimum {
      if value.order(comparedTo: known) == .before { minimum = value }
    } else {
      minimum = value
    }
    if let known = maximum {
      if value.order(comparedTo: known) == .after { maximum = value }
    } else {
      maximum = value
    }
  }

  /// Takes in a number; quicker than a value, and not to be mixed with values.
  mutating func add(_ number: Double) {
    if number.isNaN { return }
    take(number)
    if number < leastNumber { leastNumber = number }
    if number > greatestNumber { greatestNumber = number }
  }

  /// Takes in a null.
  mutating func addMissing() { missing += 1 }

  private mutating func take(_ number: Double) {
    valid += 1
    sum += number
    product *= number
    let difference = number - mean
    mean += difference / Double(valid)
    deviation += difference * (number - mean)
    exponential = parameter * exponential + number
  }

  /// The result of `operation`; null where there are no values, NaN where there are too few for a spread:
  /// sums with it are no numbers either.
  func result(of operation: AggregateOperation) -> Value {
    let count = Double(valid)
    func some(_ number: Double, atLeast least: Int = 1) -> Value {
      valid >= least ? .number(number) : valid > 0 ? .number(.nan) : .null
    }
    switch operation {
    case .count: return .number(Double(valid + missing))
    case .valid: return .number(count)
    case .missing: return .number(Double(missing))
    case .sum: return some(sum)
    case .product: return some(product)
    case .mean, .average: return some(mean)
    case .variance: return some(deviation / (count - 1), atLeast: 2)
    case .variancep: return some(deviation / count, atLeast: 2)
    case .stdev: return some((deviation / (count - 1)).squareRoot(), atLeast: 2)
    case .stdevp: return some((deviation / count).squareRoot(), atLeast: 2)
    case .stderr: return some((deviation / (count * (count - 1))).squareRoot(), atLeast: 2)
    case .min: return minimum ?? some(leastNumber)
    case .max: return maximum ?? some(greatestNumber)
    case .exponential:
      let weight = JavaScriptMath.power(parameter, count)
      return some(exponential * (1 - parameter) / (1 - weight))
    case .exponentialb: return some(exponential * (1 - parameter))
    case .distinct, .median, .q1, .q3, .ci0, .ci1, .argmin, .argmax, .values: return .null
    }
  }
}
