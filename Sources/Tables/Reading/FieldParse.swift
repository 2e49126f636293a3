/// How the values of a field are read: a value of Vega's `format.parse`.
package enum FieldParse: Hashable, Sendable {
  case boolean
  case number
  case string
  /// As `Date.parse` reads it, or in a d3 time format, on local clocks.
  case date(TimeFormat?)
  /// In a d3 time format, in UTC.
  case utc(TimeFormat)

  /// The reading that `text` names: `number`, `boolean`, `string`, `date`, `date:'%Y'`, `utc:'%Y'`; nil
  /// where it names none.
  package init?(_ text: String) {
    switch text {
    case "boolean": self = .boolean
    case "number", "integer": self = .number
    case "string": self = .string
    case "date": self = .date(nil)
    default:
      guard let colon = text.firstIndex(of: ":") else { return nil }
      var pattern = text[colon...].dropFirst()
      if let quote = pattern.first, quote == "'" || quote == "\"", pattern.count >= 2,
        pattern.last == quote
      {
        pattern = pattern.dropFirst().dropLast()
      }
      guard !pattern.isEmpty else { return nil }
      let format = TimeFormat(String(pattern))
      switch text[..<colon] {
      case "date": self = .date(format)
      case "utc": self = .utc(format)
      default: return nil
      }
    }
  }

  /// Whether times are read in a format that is given.
  var hasFormat: Bool {
    switch self {
    case .date(.some), .utc: true
    case .date(nil), .boolean, .number, .string: false
    }
  }

  /// What a reading looks like, for a diagnostic.
  package static let expectation =
    "number, boolean, string, date, date:'%Y-%m-%d' or utc:'%Y-%m-%d'"

  /// `value` read this way: null and empty text are null, as with Vega's `toNumber` and the like. A date
  /// that cannot be read is null where a format is given, else NaN.
  package func value(of value: Value, in zone: TimeZoneRules) -> Value {
    guard !value.isAbsent, value != .string("") else { return .null }
    switch self {
    case .boolean: return .bool(value.isTrueWord)
    case .number:
      if case .number = value { return value }
      return .number(value.asNumber)
    case .string: return .string(value.asText)
    case .date(nil):
      switch value {
      case .date: return value
      case .number(let time): return .date(time)
      case .null, .undefined, .bool, .string, .array, .object:
        return .date(DateText.time(of: value.asText, in: zone))
      }
    case .date(let format?):
      if case .date = value { return value }
      return format.time(from: value.asText, in: zone).map { .date($0) } ?? .null
    case .utc(let format):
      if case .date = value { return value }
      return format.time(from: value.asText, in: .utc).map { .date($0) } ?? .null
    }
  }
}

extension Column {
  /// The column with every value read as `parse` says. Each distinct string is read once.
  package func parsed(as parse: FieldParse, in zone: TimeZoneRules) -> Column {
    switch self {
    case .numbers where parse == .number: return self
    case .numbers(let values, let validity) where parse == .date(nil):
      return .dates(values, validity)
    case .strings(let column):
      let known = Column(column.dictionary.map { parse.value(of: .string($0), in: zone) })
      return known.taking(
        column.codes.map { $0 == StringColumn.nullCode ? -1 : Int($0) })
    case .numbers, .dates, .booleans, .values:
      return Column(values.map { parse.value(of: $0, in: zone) })
    }
  }
}

extension Table {
  /// The table with fields read as `parses` says, in that order; fields that it lacks are passed over.
  package func parsed(
    _ parses: [(field: String, parse: FieldParse)], in zone: TimeZoneRules
  ) -> Table {
    parses.reduce(self) { table, item in
      guard let column = table.column(item.field) else { return table }
      return table.setting(item.field, column.parsed(as: item.parse, in: zone))
    }
  }
}
