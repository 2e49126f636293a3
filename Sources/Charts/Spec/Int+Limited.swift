extension Int {
  /// The whole part of a number of a specification, cut to a billion either way: what is counted there is
  /// never as large, and a conversion must not trap.
  init(limited number: Double) {
    self = number.isNaN ? 0 : Int(Swift.max(-1e9, Swift.min(1e9, number)))
  }
}
