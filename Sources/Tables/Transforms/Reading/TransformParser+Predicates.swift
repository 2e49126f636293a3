import Syntax

extension TransformParser {
  private static let tests = ["equal", "lt", "lte", "gt", "gte", "range", "oneOf", "valid"]

  /// A predicate: text is an expression, an object a combination, a selection or a test of a field.
  mutating func predicate(_ node: JSONNode, path: String) -> Predicate? {
    if let text = node.string {
      return Expression.parse(text, at: file.span(node.range), into: &bag).map { .expression($0) }
    }
    guard var reader = ObjectReader(node, in: file, path: path, into: &bag) else { return nil }
    let predicate = predicate(&reader)
    reader.finish(into: &bag)
    return predicate
  }

  private mutating func predicate(_ reader: inout ObjectReader) -> Predicate? {
    if reader.names.contains("and") { return predicates("and", &reader).map { .and($0) } }
    if reader.names.contains("or") { return predicates("or", &reader).map { .or($0) } }
    if let node = reader.optionalNode("not") {
      return predicate(node, path: reader.path(of: "not")).map { .not($0) }
    }
    if reader.names.contains("param") {
      let name = reader.string("param")
      let empty = reader.optionalBool("empty") ?? true
      return name.map { .selection($0, emptyMeansAll: empty) }
    }
    let field = field("field", &reader)
    let unit = reader.optionalNode("timeUnit").flatMap {
      timeUnitOptions($0, path: reader.path(of: "timeUnit"))?.unit
    }
    guard let test = Self.tests.first(where: { reader.names.contains($0) }) else {
      reader.allow("and", "or", "not", "param")
      reader.allow("equal", "lt", "lte", "gt", "gte", "range", "oneOf", "valid")
      reader.report(
        SyntaxDiagnostics.missingKey(
          "equal", path: reader.path, expected: "or one of lt, lte, gt, gte, range, oneOf, valid",
          at: reader.span))
      return nil
    }
    let comparison = comparison(test, unit, &reader)
    return field.flatMap { field in comparison.map { .field(field, unit, $0) } }
  }

  private mutating func predicates(_ name: String, _ reader: inout ObjectReader) -> [Predicate]? {
    let items = reader.array(name) ?? []
    let path = reader.path(of: name)
    var predicates: [Predicate] = []
    for (index, item) in items.enumerated() {
      if let predicate = predicate(item, path: "\(path)/\(index)") { predicates.append(predicate) }
    }
    return predicates.count == items.count ? predicates : nil
  }

  private mutating func comparison(
    _ test: String, _ unit: TimeUnit?, _ reader: inout ObjectReader
  ) -> Predicate.Comparison? {
    let path = reader.path(of: test)
    switch test {
    case "valid": return reader.bool("valid").map { .valid($0) }
    case "oneOf":
      let items = reader.array("oneOf") ?? []
      return .oneOf(items.compactMap { literal($0, unit, path: path) })
    case "range":
      guard let items = reader.array("range") else { return nil }
      guard items.count == 2 else {
        reader.report(
          SyntaxDiagnostics.wrongType(
            path: path, kind: "not a pair", expected: "two values, null where a side is open",
            at: reader.span(of: "range")))
        return nil
      }
      func end(_ node: JSONNode) -> Value? {
        node.isNull ? nil : literal(node, unit, path: path)
      }
      return .range(end(items[0]), end(items[1]))
    default: break
    }
    guard let node = reader.node(test), let value = literal(node, unit, path: path) else {
      return nil
    }
    switch test {
    case "equal": return .equal(value)
    case "lt": return .less(value)
    case "lte": return .lessOrEqual(value)
    case "gt": return .greater(value)
    default: return .greaterOrEqual(value)
    }
  }

  /// A value to compare with. With a time unit of one part a plain value is that part of a date.
  private mutating func literal(_ node: JSONNode, _ unit: TimeUnit?, path: String) -> Value? {
    if node.members != nil { return dateTime(node, path: path) }
    let value = Value(node)
    guard let unit else { return value }
    if let part = unit.parts.first, unit.parts.count == 1 {
      let named = JSONNode(
        .object([.init(name: part.rawValue, nameRange: node.range, node: node)]), range: node.range)
      return dateTime(named, path: path, isUTC: unit.isUTC)
    }
    if case .string(let text) = value { return .date(DateText.time(of: text, in: timeZone)) }
    return value
  }

  /// A Vega-Lite date: parts of it, months, days and quarters counted from 1, or named.
  private mutating func dateTime(_ node: JSONNode, path: String, isUTC: Bool = false) -> Value? {
    guard var reader = ObjectReader(node, in: file, path: path, into: &bag) else { return nil }
    // Like the time units, a date without a year is of 2012, which begins on a Sunday.
    var fields = DateFields(year: reader.optionalInteger("year") ?? 2012)
    let quarter = reader.optionalInteger("quarter")
    let month = place("month", among: TimeFormat.months, &reader)
    fields.month = month.map { $0 - 1 } ?? quarter.map { ($0 - 1) * 3 } ?? 0
    let weekday = place("day", among: TimeFormat.weekdays, &reader)
    let dayOfYear = reader.optionalInteger("dayofyear")
    let week = reader.optionalInteger("week")
    fields.day =
      reader.optionalInteger("date") ?? weekday.map { $0 % 7 + 1 } ?? dayOfYear
      ?? week.map { $0 * 7 - 6 } ?? 1
    fields.hours = reader.optionalInteger("hours") ?? 0
    fields.minutes = reader.optionalInteger("minutes") ?? 0
    fields.seconds = reader.optionalInteger("seconds") ?? 0
    fields.milliseconds = reader.optionalInteger("milliseconds") ?? 0
    let utc = reader.optionalBool("utc") ?? isUTC
    reader.finish(into: &bag)
    return .date((utc ? TimeZoneRules.utc : timeZone).time(of: fields))
  }

  /// A number, or the number of a name: months from 1, days of the week from 0.
  private mutating func place(
    _ name: String, among names: [String], _ reader: inout ObjectReader
  ) -> Int? {
    guard let text = reader.optionalNode(name)?.string else { return reader.optionalInteger(name) }
    let wanted = text.lowercased()
    let index = names.firstIndex {
      $0.lowercased() == wanted || $0.prefix(3).lowercased() == wanted
    }
    if let index { return name == "month" ? index + 1 : index }
    reader.report(
      SyntaxDiagnostics.unknownValue(
        text, path: reader.path(of: name), known: names, at: reader.span(of: name)))
    return nil
  }
}
