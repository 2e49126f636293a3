import Syntax
import Tables

/// Gathers the values of a scale's domain from the data of all units that it serves.
struct ScaleDomain {
  let component: ScaleComponent
  let channel: Channel
  let owner: ViewInstance
  let zone: TimeZoneRules
  let parameters: Parameters

  /// Sorted distinct values for discrete scales; the ends, or as written, for continuous ones; all values
  /// in ascending order for quantile scales.
  var values: [Value] {
    let type = component.typeName
    if ScaleFamily.isDiscrete(type) { return discrete }
    if type == "quantile", !parts.contains(where: \.isWritten) { return allNumbers }
    return continuous
  }

  private struct Part {
    var column: Column?
    var table: Table?
    var field = ""
    var values: [Value] = []
    var isWritten = false
    var unit: ViewInstance?
    var isRaw = false
  }

  private var parts: [Part] {
    var result: [Part] = []
    for part in component.domains?.value ?? [] {
      switch part {
      case .values(let nodes):
        let definition = owner.units.lazy.compactMap { $0.model.unit?.scaled(channel) }.first
        var values: [Value] = []
        for node in nodes {
          if node.isObject, node.has("expr") || node.has("signal") {
            let value = parameters.value(node)
            if case .array(let items) = value { values += items } else { values.append(value) }
          } else {
            values.append(DomainValues.value(node, definition, zone: zone))
          }
        }
        result.append(Part(values: values, isWritten: true))
      case .fields(let fields, let unit, let isRaw):
        for instance in instances(of: unit) {
          let table = isRaw ? instance.raw : domainTable(instance)
          for field in fields {
            result.append(
              Part(
                column: table.column(at: FieldPath(name: field)), table: table, field: field,
                unit: instance, isRaw: isRaw))
          }
        }
      case .bins(let field, let unit):
        for instance in instances(of: unit) {
          if let bins = instance.binning(of: field) {
            result.append(
              Part(values: [.number(bins.start), .number(bins.unmovedStop)]))
          }
        }
      case .unaggregated(let field, let unit):
        let name = FieldNames.flat(field)
        for instance in instances(of: unit) {
          for prefix in ["min", "max"] {
            result.append(
              Part(column: instance.table.column("\(prefix)_\(name)"), table: instance.table))
          }
        }
      }
    }
    return result
  }

  private func instances(of unit: String) -> [ViewInstance] {
    owner.units.filter { $0.model.name == unit }
  }

  /// The table whose rows make the domain: without rows that a path breaks at, where asked for.
  private func domainTable(_ instance: ViewInstance) -> Table {
    guard let unit = instance.model.unit else { return instance.table }
    switch InvalidValues.mode(unit.mark) {
    case .breakPathsFilterDomains:
      let names = InvalidValues.fields(instance).map(\.name)
      let rows = InvalidValues.validRows(instance.table, names)
      return rows.count == instance.table.rowCount ? instance.table : instance.table.taking(rows)
    case .breakPathsShowDomains: return instance.unfiltered
    case .filter, .breakPathsShowPathDomains, .show: return instance.table
    }
  }

  // MARK: Continuous

  private var continuous: [Value] {
    let parts = parts
    let isTime = component.typeName == "time" || component.typeName == "utc"
    func value(_ number: Double) -> Value { isTime ? .date(number) : .number(number) }
    if component.domains?.isExplicit == true, parts.allSatisfy(\.isWritten) {
      let written = parts.flatMap(\.values).map(\.asNumber)
      if parts.count == 1 { return written.map(value) }
    }
    var low = Double.infinity
    var high = -Double.infinity
    for part in parts {
      for written in part.values {
        let number = written.asNumber
        if number.isNaN { continue }
        low = min(low, number)
        high = max(high, number)
      }
      guard let column = part.column else { continue }
      for row in 0..<column.count where !column.isNull(at: row) {
        let number = column.number(at: row)
        if number.isNaN { continue }
        low = min(low, number)
        high = max(high, number)
      }
    }
    guard low <= high, low.isFinite, high.isFinite else { return [] }
    return [value(low), value(high)]
  }

  private var allNumbers: [Value] {
    var numbers: [Double] = []
    for part in parts {
      guard let column = part.column else { continue }
      for row in 0..<column.count where !column.isNull(at: row) {
        let number = column.number(at: row)
        if !number.isNaN { numbers.append(number) }
      }
    }
    return numbers.sorted().map { .number($0) }
  }

  // MARK: Discrete

  private var discrete: [Value] {
    let parts = parts
    var seen: Set<Value> = []
    var values: [Value] = []
    func add(_ value: Value) {
      if seen.insert(value).inserted { values.append(value) }
    }
    let onlyWritten = !parts.isEmpty && parts.allSatisfy { $0.isWritten }
    for part in parts {
      for value in part.values { add(value) }
      if let column = part.column { distinct(column).forEach(add) }
    }
    if component.domains?.isExplicit == true, onlyWritten { return values }
    switch component.sort ?? .natural(isDescending: false) {
    case .none: return values
    case .natural(let isDescending):
      if onlyWritten, component.sort == nil { return values }
      return TimSort.sorted(values) {
        Value.ascending($0, $1) == (isDescending ? .after : .before)
      }
    case .list(let nodes):
      let definition = owner.units.lazy.compactMap { $0.model.unit?.scaled(channel) }.first
      let order = nodes.map { DomainValues.value($0, definition, zone: zone) }
      func place(_ value: Value) -> Int {
        order.firstIndex { $0.isLooselyEqual(to: value) } ?? order.count
      }
      return values.enumerated().map { (place($0.element), $0.offset, $0.element) }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    case .byField(let operation, let field, let isDescending):
      return ranked(
        values, parts.compactMap { $0.table == nil ? nil : $0 }, operation, field, isDescending)
    }
  }

  private func distinct(_ column: Column) -> [Value] {
    if case .strings(let strings) = column {
      var found: [Value] = []
      var known = [Bool](repeating: false, count: strings.dictionary.count + 1)
      for code in strings.codes {
        let index = code == StringColumn.nullCode ? strings.dictionary.count : Int(code)
        if known[index] { continue }
        known[index] = true
        found.append(code == StringColumn.nullCode ? .null : .string(strings.dictionary[index]))
      }
      return found
    }
    var seen: Set<Value> = []
    var found: [Value] = []
    for row in 0..<column.count {
      let value = column[row]
      if seen.insert(value).inserted { found.append(value) }
    }
    return found
  }

  /// The values in the order of an aggregate over their rows.
  private func ranked(
    _ values: [Value], _ parts: [Part], _ operation: String, _ field: String?,
    _ isDescending: Bool
  ) -> [Value] {
    var keys: [Value: Value] = [:]
    let kind = AggregateOperation(rawValue: operation) ?? .min
    var names: [Value] = []
    var ranks: [Value] = []
    // The rows of all cells of a facet count together.
    for part in parts {
      guard let column = part.column else { continue }
      let measured = field.flatMap { part.table?.column(at: FieldPath(name: $0)) }
      if kind != .count, measured == nil { continue }
      names += column.values
      ranks += measured?.values ?? column.values
    }
    let table = Table([("name", Column(names)), ("rank", Column(ranks))], rowCount: names.count)
    let aggregate = DataTransform.Aggregate(
      groupby: [FieldReference("name")],
      [AggregateMeasure(kind, kind == .count ? nil : FieldReference("rank"), as: "order")])
    var context = TransformContext()
    var bag = DiagnosticBag()
    let result = DataTransform.aggregate(aggregate).apply(to: table, in: &context, into: &bag)
    if let known = result.column("name"), let order = result.column("order") {
      for row in 0..<result.rowCount { keys[known[row]] = order[row] }
    }
    return TimSort.sorted(values) {
      Value.ascending(keys[$0] ?? .null, keys[$1] ?? .null) == (isDescending ? .after : .before)
    }
  }
}
