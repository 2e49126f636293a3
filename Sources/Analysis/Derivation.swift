/// How a value that no source states was worked out, so that a reader can do the sum again.
package struct Derivation: Hashable, Sendable {
  /// The operation in words, such as `growth per year`.
  package var operation: String
  /// The arithmetic as printed, such as `(933.7 / 600)^(1/3) − 1`.
  package var arithmetic: String
  /// Ids of the observations and targets that it rests on.
  package var inputs: [String]

  package init(operation: String, arithmetic: String, inputs: [String]) {
    self.operation = operation
    self.arithmetic = arithmetic
    self.inputs = inputs
  }
}
