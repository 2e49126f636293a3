import Analysis
import Facts
import Foundation
import Testing

/// A reader who does the printed sum must come to the printed result.
@Suite struct PrintedArithmeticTests {
  @Test func everyDerivedFigureOfTheSampleFollowsFromItsArithmetic() throws {
    let register = ReportScope(try repositoryDataset()).register
    var count = 0
    for id in register.ids {
      guard let fact = register.fact(id), let derivation = fact.derivation,
        let printed = fact.quantity.number
      else { continue }
      let sum = try #require(
        Arithmetic.value(of: derivation.arithmetic), "\(derivation.arithmetic)")
      // To the nearest, or a bound outward by less than a unit.
      let unit = pow(10, -Double(printed.decimals))
      let (down, up) =
        switch Rounding.Direction(fact.quantity.qualifier) {
        case .nearest: (0.5 * unit, 0.5 * unit)
        case .down: (0.0, unit)
        case .up: (unit, 0.0)
        }
      #expect(
        sum - printed.value >= -down - unit * 1e-6 && sum - printed.value <= up + unit * 1e-6,
        "\(id): \(derivation.arithmetic) gives \(sum), printed \(printed.text)")
      count += 1
    }
    #expect(count >= 8)
  }

  @Test(arguments: [
    ("1,000 − 933.7", 66.3), ("(√(4 / 1) − 1) × 100", 100.0), ("((8 / 1)¹/³ − 1) × 100", 100.0),
    ("((4 / 1)^(1/2) − 1) × 100", 100.0), ("2 + 3 × 4", 14.0),
    ("186 billion yuan / 372 billion yuan", 0.5),
  ])
  func sumsAreReadAsPrinted(text: String, value: Double) throws {
    #expect(abs(try #require(Arithmetic.value(of: text)) - value) < 1e-9)
  }
}

/// Reads sums as derivations print them: `+ − × / ^ √`, raised roots, brackets, grouped digits; units are passed over.
private struct Arithmetic {
  private var signs: [Character]
  private var position = 0

  static func value(of text: String) -> Double? {
    var reader = Arithmetic(signs: text.filter { !$0.isLetter && $0 != " " && $0 != "," })
    let value = reader.sum()
    return reader.position == reader.signs.count ? value : nil
  }

  private init(signs: String) { self.signs = Array(signs) }

  private mutating func take(_ sign: Character) -> Bool {
    guard position < signs.count, signs[position] == sign else { return false }
    position += 1
    return true
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        value += next
      } else if take("−") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = power() else { return nil }
    while true {
      if take("×") {
        guard let next = power() else { return nil }
        value *= next
      } else if take("/") {
        guard let next = power() else { return nil }
        value /= next
      } else {
        return value
      }
    }
  }

  private mutating func power() -> Double? {
    if take("√") { return number()?.squareRoot() }
    guard let base = number() else { return nil }
    if take("^") { return number().map { pow(base, $0) } }
    guard take("¹"), take("/") else { return base }
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    var root = 0
    while position < signs.count, let digit = raised.firstIndex(of: signs[position]) {
      root = root * 10 + digit
      position += 1
    }
    return root > 0 ? pow(base, 1 / Double(root)) : nil
  }

  private mutating func number() -> Double? {
    if take("(") {
      let value = sum()
      return take(")") ? value : nil
    }
    let start = position
    while position < signs.count, signs[position].isNumber || signs[position] == "." {
      position += 1
    }
    return Double(String(signs[start..<position]))
  }
}
