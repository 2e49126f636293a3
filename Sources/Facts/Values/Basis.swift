/// How a date or a period is known.
package enum Basis: String, Sendable, CaseIterable {
  /// The source prints it.
  case stated
  /// Counted from another date, as "last year" is.
  case relative
  /// Follows from other statements, as the row's note explains.
  case inferred
  case notStated = "not_stated"
  /// The source ties the figure to no time.
  case undated
}

/// Whether a value may be set beside others of its indicator.
package enum Comparability: String, Sendable, CaseIterable {
  case comparable
  /// To be shown with its note, never to be computed with.
  case uncertain
  case notComparable = "not_comparable"
}

/// Whether a count of an event was given before it or of what took place.
package enum CountBasis: String, Sendable, CaseIterable {
  case announced, actual, unknown
}
