package import Syntax

extension DataTransform {
  /// Adds the start and the end of the time unit that each time lies in.
  package struct CutTime: Sendable {
    /// The field it works on.
    package var field: FieldReference
    /// The unit; nil to infer one from the times by `maximum`.
    package var unit: TimeUnit?
    /// How many units there may be where `unit` is nil; default 40.
    package var maximum: Double
    /// Whether times are cut in UTC; default false.
    package var isUTC: Bool
    /// The name of the start.
    package var start: String
    /// The name of the end; nil to leave it out.
    package var end: String?

    package init(
      _ field: FieldReference, unit: TimeUnit?, maximum: Double = 40, isUTC: Bool = false,
      start: String, end: String?
    ) {
      self.field = field
      self.unit = unit
      self.maximum = maximum
      self.isUTC = isUTC
      self.start = start
      self.end = end
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(
      to table: Table, in context: TransformContext
    ) throws(DiagnosticFailure) -> Table {
      let column = try field.column(of: table)
      let unit = unit ?? inferredUnit(column, in: context.timeZone)
      let starts = unit.cut(column, in: context.timeZone)
      var result = table.setting(start, starts)
      if let end, case .dates(let times, let validity) = starts {
        result = result.setting(
          end, .dates(times.map { unit.end(after: $0, in: context.timeZone) }, validity))
      }
      return result
    }

    private func inferredUnit(_ column: Column, in zone: TimeZoneRules) -> TimeUnit {
      let times = column.times(in: zone).compactMap { $0 }.filter { !$0.isNaN }
      return TimeUnit.inferred(
        from: times.min() ?? 0, to: times.max() ?? 0, maximum: maximum, isUTC: isUTC)
    }
  }
}

extension Column {
  /// The values as times in milliseconds: text is read as a date; nil for what is absent.
  package func times(in zone: TimeZoneRules) -> [Double?] {
    switch self {
    case .dates(let values, let validity), .numbers(let values, let validity):
      return values.indices.map { validity[$0] ? values[$0] : nil }
    case .strings(let column):
      let known = column.dictionary.map { DateText.time(of: $0, in: zone) }
      return column.codes.map { $0 == StringColumn.nullCode ? nil : known[Int($0)] }
    case .booleans, .values:
      return values.map { value in
        switch value {
        case .null, .undefined: nil
        case .string(let text): DateText.time(of: text, in: zone)
        case .bool, .number, .date, .array, .object: value.asNumber
        }
      }
    }
  }
}

extension TimeUnit {
  /// The starts of the units that the times of `column` lie in.
  package func cut(_ column: Column, in zone: TimeZoneRules) -> Column {
    var known: [Double: Double] = [:]
    let starts = column.times(in: zone).map { time -> Double? in
      guard let time else { return nil }
      if let start = known[time] { return start }
      let start = floor(time, in: zone)
      known[time] = start
      return start
    }
    let hasNull = starts.contains { $0 == nil }
    return .dates(starts.map { $0 ?? 0 }, hasNull ? Validity(starts.map { $0 != nil }) : .all)
  }
}
