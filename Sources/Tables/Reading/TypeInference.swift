extension Column {
  /// How the values look, by Vega's `inferType`: the first of boolean, integer, number and date that all
  /// values but nulls can be read as, else string.
  package func inferredParse(in zone: TimeZoneRules) -> FieldParse {
    var isBoolean = true
    var isNumber = true
    var isDate = true
    func look(at value: Value) {
      if value.isInvalid { return }
      if isBoolean {
        switch value {
        case .bool, .string("true"), .string("false"): break
        case .null, .undefined, .number, .string, .date, .array, .object: isBoolean = false
        }
      }
      if isNumber {
        if case .date = value { isNumber = false } else { isNumber = !value.asNumber.isNaN }
      }
      if isDate {
        if case .date = value { return }
        isDate = !DateText.time(of: value.asText, in: zone).isNaN
      }
    }
    switch self {
    case .strings(let column):
      for string in column.dictionary {
        look(at: .string(string))
        if !isBoolean, !isNumber, !isDate { break }
      }
    case .numbers: return .number
    case .dates: return .date(nil)
    case .booleans: return .boolean
    case .values(let values):
      for value in values { look(at: value) }
    }
    if isBoolean { return .boolean }
    if isNumber { return .number }
    return isDate ? .date(nil) : .string
  }
}

extension Table {
  /// The table with every column read as its values look (`format.parse: "auto"`).
  package func inferringTypes(in zone: TimeZoneRules) -> Table {
    parsed(
      zip(names, columns).map { ($0, $1.inferredParse(in: zone)) }, in: zone)
  }
}
