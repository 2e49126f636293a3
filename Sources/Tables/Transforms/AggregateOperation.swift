/// An operation that makes one value of many: Vega's aggregate operations.
package enum AggregateOperation: String, CaseIterable, Sendable {
  case count, valid, missing, distinct, sum, product, mean, average, variance, variancep, stdev
  case stdevp, stderr, median, q1, q3, ci0, ci1, min, max, argmin, argmax, values
  case exponential, exponentialb

  /// Whether the operation looks at all values of a group at once rather than at one after the other.
  var needsAllValues: Bool {
    switch self {
    case .distinct, .median, .q1, .q3, .ci0, .ci1, .argmin, .argmax, .values: true
    case .count, .valid, .missing, .sum, .product, .mean, .average, .variance, .variancep, .stdev,
      .stdevp, .stderr, .min, .max, .exponential, .exponentialb:
      false
    }
  }

  /// Whether the operation draws samples from all values many times over.
  var isDrawn: Bool { self == .ci0 || self == .ci1 }

  /// Whether a result over dates is a date again.
  var keepsDates: Bool {
    switch self {
    case .mean, .average, .median, .q1, .q3, .ci0, .ci1, .min, .max: true
    case .count, .valid, .missing, .distinct, .sum, .product, .variance, .variancep, .stdev,
      .stdevp, .stderr, .argmin, .argmax, .values, .exponential, .exponentialb:
      false
    }
  }
}

/// One output of an aggregation.
package struct AggregateMeasure: Sendable {
  /// What is computed.
  package var operation: AggregateOperation
  /// The field it works on; nil only for `count`.
  package var field: FieldReference?
  /// The name of the output.
  package var name: String
  /// The parameter of the exponential operations.
  package var parameter: Double?

  package init(
    _ operation: AggregateOperation, _ field: FieldReference?, as name: String? = nil,
    parameter: Double? = nil
  ) {
    self.operation = operation
    self.field = field
    // Vega's `measureName`.
    self.name = name ?? operation.rawValue + (field.map { "_" + $0.name } ?? "")
    self.parameter = parameter
  }
}
