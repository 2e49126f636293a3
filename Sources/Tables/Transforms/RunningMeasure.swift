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
  /// The exact sum, where sums of decimals are decimal.
  private var decimals: DecimalSum?
  private let parameter: Double

  init(parameter: Double? = nil, isExact: Bool = false) {
    self.parameter = parameter ?? 0
    decimals = isExact ? DecimalSum() : nil
  }

  /// Takes in `value`: what is absent and empty text count as missing, NaN as nothing.
  mutating func add(_ value: Value) {
    if value.isAbsent || value == .string("") {
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

  /// Takes in what is absent.
  mutating func addMissing() { missing += 1 }

  private mutating func take(_ number: Double) {
    valid += 1
    sum += number
    decimals?.add(number)
    product *= number
    let difference = number - mean
    mean += difference / Double(valid)
    deviation += difference * (number - mean)
    exponential = parameter * exponential + number
  }

  /// The mean where it is a decimal.
  private var exactMean: Double? {
    decimals?.number.flatMap { DecimalArithmetic.quotient($0, Double(valid)) }
  }

  /// Takes in what `later` has taken in, as if value by value after this one's: mean and spread by the
  /// method of Chan, Golub and LeVeque.
  mutating func add(_ later: RunningMeasure) {
    missing += later.missing
    guard later.valid > 0 else { return }
    let (count, more) = (Double(valid), Double(later.valid))
    let difference = later.mean - mean
    mean += difference * more / (count + more)
    deviation += later.deviation + difference * difference * count * more / (count + more)
    valid += later.valid
    sum += later.sum
    decimals = decimals.flatMap { own in later.decimals.map { own.adding($0) } }
    product *= later.product
    exponential = exponential * JavaScriptMath.power(parameter, more) + later.exponential
    if let other = later.minimum {
      if minimum.map({ other.order(comparedTo: $0) == .before }) ?? true { minimum = other }
    }
    if let other = later.maximum {
      if maximum.map({ other.order(comparedTo: $0) == .after }) ?? true { maximum = other }
    }
    leastNumber = min(leastNumber, later.leastNumber)
    greatestNumber = max(greatestNumber, later.greatestNumber)
  }

  /// The result of `operation`; undefined where there are no values, or too few for a spread.
  func result(of operation: AggregateOperation) -> Value {
    let count = Double(valid)
    func some(_ number: Double, atLeast least: Int = 1) -> Value {
      valid >= least ? .number(number) : .undefined
    }
    switch operation {
    case .count: return .number(Double(valid + missing))
    case .valid: return .number(count)
    case .missing: return .number(Double(missing))
    case .sum: return some(decimals?.number ?? sum)
    case .product: return some(product)
    case .mean, .average: return some(exactMean ?? mean)
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
    case .distinct, .median, .q1, .q3, .ci0, .ci1, .argmin, .argmax, .values: return .undefined
    }
  }
}
