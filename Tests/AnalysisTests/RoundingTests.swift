import Analysis
import Facts
import TestSupport
import Testing

@Suite struct RoundingTests {
  @Test(arguments: [
    (761.5823, 1, "761.6"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-2.25, 1, "-2.3"),
    (1.005, 2, "1.00"), (1234.5, 0, "1235"), (0.1992, 2, "0.20"), (99.95, 1, "100.0"),
    (2.675, 2, "2.67"), (1e15, 3, "1000000000000000.000"), (.infinity, 1, "0"),
  ])
  func halvesGoAwayFromZero(value: Double, decimals: Int, text: String) {
    #expect(Rounding.text(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    // √(1,000 / 933.7) − 1 = 3.4895… %: over 3.4, never over 3.5.
    (3.489508, 1, Rounding.Direction.down, "3.4"), (3.489508, 1, .up, "3.5"),
    (4.1666666, 2, .down, "4.16"), (4.1666666, 2, .up, "4.17"), (-1.25, 1, .down, "-1.3"),
    (-1.25, 1, .up, "-1.2"), (-0.04, 1, .up, "0.0"), (-0.04, 1, .down, "-0.1"),
    // What is a decimal but for binary noise stays as it is.
    (1000 - 933.7, 1, .down, "66.3"), (0.1 + 0.2, 1, .up, "0.3"), (3.5, 1, .down, "3.5"),
  ])
  func boundsAreRoundedOutward(
    value: Double, decimals: Int, direction: Rounding.Direction, text: String
  ) {
    #expect(Rounding.text(value, decimals: decimals, direction) == text)
  }

  @Test(arguments: [
    // 1,000 − 933.7, where 933.7 may be up to 933.75.
    (66.3, 66.25, 1, Rounding.Direction.down, "66"), (93.37, 93.375, 1, .up, "93.4"),
    (3.4895, 3.4867, 1, .down, "3.4"), (4.1667, 4.1667, 2, .down, "4.16"),
    (0.31, 0.29, 2, .down, "0.29"), (9.96, 10.02, 1, .up, "10.1"),
  ])
  func aBoundPrintsTheDigitsThatItsEndsShare(
    value: Double, end: Double, decimals: Int, direction: Rounding.Direction, text: String
  ) {
    #expect(Rounding.bound(value, end, decimals: decimals, direction) == text)
  }

  /// Against ratios of whole numbers, compared exactly by multiplying out.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func thePrintedBoundFollowsFromTheExactOne(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let top = Int.random(in: -99_999...99_999, using: &random)
      let bottom = Int.random(in: 1...9999, using: &random)
      let decimals = Int.random(in: 0...3, using: &random)
      let value = Double(top) / Double(bottom)
      let power = [1, 10, 100, 1000][decimals]
      for direction in [Rounding.Direction.down, .up] {
        let text = Rounding.text(value, decimals: decimals, direction)
        let printed = try #require(Int(text.filter { $0 != "." }))
        // printed / power against top / bottom
        let (left, right) = (printed * bottom, top * power)
        #expect(direction == .down ? left <= right : left >= right, "\(top)/\(bottom): \(text)")
        #expect(abs(left - right) < bottom, "\(top)/\(bottom): \(text)")
      }
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func theBoundOfAnIntervalFollowsFromItsEnd(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let value = Double(Int.random(in: 1...999_999, using: &random)) / 997
      let end = value + Double(Int.random(in: 0...999, using: &random)) / 7919
      let decimals = Int.random(in: 0...3, using: &random)
      let up = try #require(Double(Rounding.bound(value, end, decimals: decimals, .up)))
      #expect(up >= end - 1e-9)
      let down = try #require(Double(Rounding.bound(end, value, decimals: decimals, .down)))
      #expect(down <= value + 1e-9)
    }
  }
}
