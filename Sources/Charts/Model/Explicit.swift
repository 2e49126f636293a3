/// A value with whether the author asked for it. Where parts are merged, what was asked for wins over
/// what a rule chose (Vega-Lite's `mergeValuesWithExplicit`).
struct Explicit<Wrapped: Sendable>: Sendable {
  var value: Wrapped
  var isExplicit: Bool

  init(_ value: Wrapped, isExplicit: Bool) {
    self.value = value
    self.isExplicit = isExplicit
  }

  /// The one of two that holds; `tie` decides between equals that differ.
  static func merged(
    _ a: Explicit?, _ b: Explicit?, isSame: (Wrapped, Wrapped) -> Bool,
    tie: (Explicit, Explicit) -> Explicit = { first, _ in first }
  ) -> Explicit? {
    guard let a else { return b }
    guard let b else { return a }
    if a.isExplicit != b.isExplicit { return a.isExplicit ? a : b }
    return isSame(a.value, b.value) ? a : tie(a, b)
  }
}
