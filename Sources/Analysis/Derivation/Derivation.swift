/// How a value that no source states was worked out, so that a reader can do the sum again.
package struct Derivation: Hashable, Sendable {
  /// The operation in words, such as `growth per year`.
  package var operation: String
  /// The arithmetic as printed, such as `(933.7 / 600)¹/³ − 1`.
  package var arithmetic: String
  /// How the result is rounded for display; the arithmetic itself is not.
  package var rounding: String
  /// Ids of the observations, targets and derived facts that it rests on.
  package var inputs: [String]

  /// The arithmetic for pages: no line ends within a fraction, or where one is taken from it.
  package var printed: String {
    arithmetic.replacing(" / ", with: "\u{A0}/\u{A0}").replacing("¹/", with: "¹/\u{2060}")
      .replacing(" − 1)", with: "\u{A0}−\u{A0}1)")
  }

  package init(operation: String, arithmetic: String, rounding: String = "", inputs: [String]) {
    self.operation = operation
    self.arithmetic = arithmetic
    self.rounding = rounding
    self.inputs = inputs
  }
}

/// Why something was not worked out.
package struct Refusal: Error, Hashable, Sendable {
  /// The reason in words, for a note: lower case, no full stop.
  package var reason: String
  /// Ids of the facts that stand in the way.
  package var facts: [String]

  package init(_ reason: String, facts: [String] = []) {
    self.reason = reason
    self.facts = facts
  }
}
