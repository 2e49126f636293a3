import Syntax

/// Holds one table against its schema: the header, every cell, and keys that may not repeat.
struct SchemaCheck {
  private let table: CSVTable
  private let resource: DataPackage.Resource
  private var report: TableReport
  /// The columns of fields whose name is misspelt in the header.
  private var misspelt: [String: Int] = [:]
  private var hasRepeatedNames = false

  private init(_ table: CSVTable, _ resource: DataPackage.Resource) {
    self.table = table
    self.resource = resource
    report = TableReport(table.file)
  }

  enum Outcome {
    case clean
    /// Cells or rows have problems, which were told.
    case spoilt
    /// The columns stand in another order than declared: what a cell means is not known.
    case unusable
  }

  /// Reports into `bag` what breaks the schema of `resource`.
  static func run(
    _ table: CSVTable, _ resource: DataPackage.Resource, into bag: inout DiagnosticBag
  ) -> Outcome {
    var check = SchemaCheck(table, resource)
    guard check.header() else {
      check.report.finish(into: &bag)
      return .unusable
    }
    for field in resource.schema.fields {
      // A column whose name is misspelt holds what the right name says: its cells are checked in the
      // same run.
      if let column = table.columnIndex(named: field.name) ?? check.misspelt[field.name] {
        check.column(column, field)
      }
    }
    let schema = resource.schema
    for key in [schema.primaryKey] + schema.uniqueKeys where !key.isEmpty { check.repeats(of: key) }
    // That two columns have one name was told when the file was read.
    let isClean = check.report.isEmpty && !check.hasRepeatedNames
    check.report.finish(into: &bag)
    return isClean ? .clean : .spoilt
  }

  // MARK: Header

  /// The header must hold the fields in order. A missing field and a column near its name are one
  /// problem, a misspelling, and are told as one. Returns whether those that are there are in order.
  private mutating func header() -> Bool {
    let fields = resource.schema.fields.map(\.name)
    let names = table.columnNames
    let present = Set(names)
    var missing = fields.filter { !present.contains($0) }
    let declared = Set(fields)
    // A column under the name of another is the one that is declared in its place: one mistake, and told.
    hasRepeatedNames = present.count < names.count
    if hasRepeatedNames {
      let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
      let misnamed = zip(names, fields).filter { counts[$0.0, default: 0] > 1 }.map(\.1)
      missing.removeAll { misnamed.contains($0) }
    }
    for (index, name) in names.enumerated() where !declared.contains(name) {
      if report.isFull {
        report.count()
        continue
      }
      let span = table.header[index].span
      let near = nearestName(to: name, among: missing)
      if let near {
        missing.removeAll { $0 == near }
        misspelt[near] = index
      }
      report.add(FactsDiagnostics.unknownColumn(name, near: near, known: fields, at: span))
    }
    let end = table.header.last?.range.upperBound ?? 0
    for name in missing {
      report.add(
        FactsDiagnostics.missingColumn(
          name, table: resource.name, declared: resource.schema.field(name)?.span,
          at: table.file.span(end..<end)))
    }
    let common = names.filter { declared.contains($0) }
    let wanted = fields.filter { present.contains($0) }
    guard common.count == wanted.count,
      let index = common.indices.first(where: { common[$0] != wanted[$0] }),
      let column = table.columnIndex(named: common[index])
    else { return true }
    report.add(
      FactsDiagnostics.columnOrder(
        common[index], expected: wanted[index], at: table.header[column].span))
    return false
  }

  // MARK: Cells

  private mutating func column(_ column: Int, _ field: Field) {
    let rules = field.constraints
    let isName =
      resource.schema.isKey(field.name)
      || field.name == "id" && TableName(rawValue: resource.name) != nil
    let choices = rules.choices.map(Set.init)
    var matcher = rules.pattern.map(PatternMatcher.init)
    var seen: [String: Int] = [:]
    let needsText =
      isName || choices != nil || rules.isUnique || field.type != .string
      || rules.minimumLength != nil || rules.maximumLength != nil
    // Columns of codes repeat themselves: what equals the last good cell is good.
    var accepted = 0..<0
    for row in 0..<table.rowCount {
      let cell = table.cell(row: row, column: column)
      if !accepted.isEmpty, table.hasEqualBytes(cell.range, accepted) { continue }
      if cell.isEmpty {
        if rules.isRequired { report.add(FactsDiagnostics.emptyCell(field.name, at: cell.span)) }
        continue
      }
      if matcher?.matches(cell.bytes) == false {
        report.add(
          FactsDiagnostics.cellPattern(
            cell.text, field.name, rules.pattern?.text ?? "", at: cell.span))
        continue
      }
      guard needsText else { continue }
      let text = cell.text
      var isGood = false
      if let choices, !choices.contains(text) {
        report.add(
          FactsDiagnostics.cellChoice(text, field.name, known: rules.choices ?? [], at: cell.span))
      } else if isName, Self.hasSpaceAbout(text) {
        report.add(
          FactsDiagnostics.cellValue(
            text, field.name, "a name without spaces about it",
            hints: ["write `\(Self.trimmed(text))`"], at: cell.span))
      } else if let problem = Self.problem(text, field) {
        report.add(
          FactsDiagnostics.cellValue(
            text, field.name, problem, hints: Self.hints(text, field), at: cell.span))
      } else {
        isGood = true
      }
      if rules.isUnique, let first = seen.updateValue(row, forKey: text) {
        report.add(
          FactsDiagnostics.duplicateRow(
            text, field.name, at: cell.span, first: table.cell(row: first, column: column).span))
      } else if !rules.isUnique, isGood {
        accepted = cell.range
      }
    }
  }

  /// What a cell should have been, where it is not of its field's type or out of its bounds.
  private static func problem(_ text: String, _ field: Field) -> String? {
    let rules = field.constraints
    let number: Double?
    switch field.type {
    case .string:
      let length =
        rules.minimumLength != nil || rules.maximumLength != nil
        ? text.unicodeScalars.count : 0
      if let least = rules.minimumLength, length < least { return "at least \(least) characters" }
      if let most = rules.maximumLength, length > most { return "at most \(most) characters" }
      return nil
    case .boolean: return text == "true" || text == "false" ? nil : "`true` or `false`"
    case .date: return CalendarDate(text) == nil ? "a day such as `2023-10-16`" : nil
    case .yearmonth:
      if case .month? = Period(text) { return nil }
      return "a month such as `2023-10`"
    case .year:
      if case .year(let year)? = Period(text) {
        number = Double(year)
      } else {
        return "a year such as `2023`"
      }
    case .integer:
      guard DecimalText.isInteger(text), let value = Double(text) else { return "a whole number" }
      number = value
    case .number:
      guard let value = DecimalText.value(of: text) else {
        return "a decimal number with a point"
      }
      number = value
    }
    guard let number else { return nil }
    if let least = rules.minimum, number < least { return "at least \(Self.plain(least))" }
    if let most = rules.maximum, number > most { return "at most \(Self.plain(most))" }
    return nil
  }

  /// How to write what people read as a value of the field; nothing where that would not be one either.
  private static func hints(_ text: String, _ field: Field) -> [String] {
    switch field.type {
    case .integer, .number:
      FactsDiagnostics.numberHints(text) { problem($0, field) == nil }
    case .date, .year, .yearmonth: FactsDiagnostics.dayHints(text)
    case .string, .boolean: []
    }
  }

  private static func hasSpaceAbout(_ text: String) -> Bool {
    let ends = [text.unicodeScalars.first, text.unicodeScalars.last].compactMap(\.self)
    return ends.contains { $0.properties.isWhitespace }
  }

  private static func trimmed(_ text: String) -> Substring {
    let rest = text.drop { $0.isWhitespace }
    let end = rest.lastIndex { !$0.isWhitespace }
    return end.map { rest[...$0] } ?? rest
  }

  private static func plain(_ bound: Double) -> String {
    Int(exactly: bound).map(String.init) ?? String(bound)
  }

  // MARK: Keys

  private mutating func repeats(of key: [String]) {
    let columns = key.compactMap { table.columnIndex(named: $0) }
    guard columns.count == key.count else { return }
    var seen: [String: Int] = [:]
    seen.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let cells = columns.map { table.cell(row: row, column: $0) }
      guard cells.contains(where: { !$0.isEmpty }), let first = cells.first else { continue }
      let text = cells.count == 1 ? first.text : cells.map(\.text).joined(separator: "\u{1F}")
      if let earlier = seen.updateValue(row, forKey: text) {
        report.add(
          FactsDiagnostics.duplicateRow(
            cells.map(\.text).joined(separator: ", "), key.joined(separator: ", "), at: first.span,
            first: table.cell(row: earlier, column: columns[0]).span))
      }
    }
  }
}
