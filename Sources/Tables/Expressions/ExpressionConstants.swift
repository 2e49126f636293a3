/// The constants of Vega's expression language.
enum ExpressionConstants {
  static func value(of name: String) -> Double? {
    switch name {
    case "NaN": .nan
    case "Infinity": .infinity
    case "E": 2.718281828459045
    case "LN2": 0.6931471805599453
    case "LN10": 2.302585092994046
    case "LOG2E": 1.4426950408889634
    case "LOG10E": 0.4342944819032518
    case "PI": .pi
    case "SQRT1_2": 0.7071067811865476
    case "SQRT2": 1.4142135623730951
    case "MIN_VALUE": .leastNonzeroMagnitude
    case "MAX_VALUE": .greatestFiniteMagnitude
    default: nil
    }
  }
}
