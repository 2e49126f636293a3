/// Vega's linear congruential generator (`randomLCG`): the numbers of `random()`, sampling and
/// bootstrapping. Vega itself begins at an unknown place each time; here the seed is fixed.
package struct RandomNumbers: Sendable {
  private var state: UInt64

  package init(seed: UInt32) { state = UInt64(seed) }

  /// The next number, at least 0 and less than 1.
  package mutating func next() -> Double {
    state = (1_103_515_245 &* state &+ 12345) % 2_147_483_647
    return Double(state) / 2_147_483_647
  }
}
