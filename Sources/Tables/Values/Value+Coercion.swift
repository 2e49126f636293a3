/// JavaScript's conversions between kinds (ECMA-262, 7.1), which the expression language follows.
///
/// Dates keep to one rule of our own: they take part in arithmetic and comparison by their time.
extension Value {
  /// Whether the value is null or undefined: JavaScript's `value == null`.
  package var isAbsent: Bool {
    switch self {
    case .null, .undefined: true
    case .bool, .number, .string, .date, .array, .object: false
    }
  }

  /// Whether the value counts as true: not absent, false, 0, NaN or the empty string.
  package var isTruthy: Bool {
    switch self {
    case .null, .undefined: false
    case .bool(let bool): bool
    case .number(let number): !(number == 0 || number.isNaN)
    case .string(let string): !string.isEmpty
    case .date, .array, .object: true
    }
  }

  /// Vega's `toBoolean`: as `isTruthy`, but the words `false` and `0` are false.
  var isTrueWord: Bool { isTruthy && self != .string("false") && self != .string("0") }

  /// The value as a number, NaN where it is none: null is 0, undefined NaN, a date its milliseconds.
  package var asNumber: Double {
    switch self {
    case .null: 0
    case .undefined: .nan
    case .bool(let bool): bool ? 1 : 0
    case .number(let number): number
    case .string(let string): NumberText.number(from: string)
    case .date(let time): time
    case .array(let items):
      items.isEmpty ? 0 : items.count == 1 ? Value.string(asText).asNumber : .nan
    case .object: .nan
    }
  }

  /// The value as text, as JavaScript's `String(value)`; a date is its ISO 8601 form in UTC.
  package var asText: String {
    switch self {
    case .null: "null"
    case .undefined: "undefined"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): NumberText.text(of: number)
    case .string(let string): string
    case .date(let time): DateText.iso(time)
    case .array(let items):
      items.map { $0.isAbsent ? "" : $0.asText }.joined(separator: ",")
    case .object: "[object Object]"
    }
  }

  /// Whether this is absent or NaN: what Vega calls invalid.
  package var isInvalid: Bool {
    switch self {
    case .null, .undefined: true
    case .number(let number), .date(let number): number.isNaN
    case .bool, .string, .array, .object: false
    }
  }

  /// `==` of JavaScript: kinds are converted before they are compared.
  package func isLooselyEqual(to other: Value) -> Bool {
    switch (self, other) {
    case (.null, _), (.undefined, _): other.isAbsent
    case (_, .null), (_, .undefined): false
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    case (.object, _), (_, .object): false
    case (.array, .string(let text)): asText == text
    case (.string(let text), .array): other.asText == text
    case (.bool, _), (.number, _), (.string, _), (.date, _), (.array, _):
      asNumber == other.asNumber
    }
  }

  /// `===` of JavaScript, but that dates, arrays and objects are equal by content.
  package func isStrictlyEqual(to other: Value) -> Bool { self == other }

  /// The order of JavaScript's `<`: text by code units, everything else by number; nil where a side is
  /// not a number, which makes every comparison false.
  package func order(comparedTo other: Value) -> Ordering? {
    if case .number(let a) = self, case .number(let b) = other { return Ordering(a, b) }
    if case .string(let a) = self, case .string(let b) = other {
      return a == b ? .same : utf16Less(a, b) ? .before : .after
    }
    if self.isTextual, other.isTextual {
      let (a, b) = (asText, other.asText)
      return a == b ? .same : utf16Less(a, b) ? .before : .after
    }
    return Ordering(asNumber, other.asNumber)
  }

  private var isTextual: Bool {
    switch self {
    case .string, .array, .object: true
    case .null, .undefined, .bool, .number, .date: false
    }
  }

  /// What kind of value this is, in the words of a diagnostic.
  package var kind: String {
    switch self {
    case .null: "null"
    case .undefined: "undefined"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "text"
    case .date: "a date"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// Where a value stands beside another.
package enum Ordering: Sendable {
  case before, same, after

  /// The order of two numbers; nil where one is NaN.
  init?(_ a: Double, _ b: Double) {
    if a < b {
      self = .before
    } else if a > b {
      self = .after
    } else if a == b {
      self = .same
    } else {
      return nil
    }
  }

  var reversed: Ordering {
    switch self {
    case .before: .after
    case .same: .same
    case .after: .before
    }
  }
}

/// JavaScript's order of strings, by UTF-16 code units; it parts from code points only where one side
/// has a surrogate pair and the other a unit of U+E000 or more.
func utf16Less(_ a: String, _ b: String) -> Bool {
  a.utf16.lexicographicallyPrecedes(b.utf16)
}

extension Value {
  /// The order of Vega's `ascending` comparator, total over all kinds: null and undefined first, then
  /// NaN, then the rest by `<`.
  package static func ascending(_ left: Value, _ right: Value) -> Ordering {
    switch (left.isAbsent, right.isAbsent) {
    case (true, true): return .same
    case (true, false): return .before
    case (false, true): return .after
    case (false, false): if let order = left.order(comparedTo: right) { return order }
    }
    switch (left.isInvalid, right.isInvalid) {
    case (true, false): return .before
    case (false, true): return .after
    default: return .same
    }
  }
}
