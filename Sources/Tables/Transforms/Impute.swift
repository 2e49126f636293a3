package import Syntax

extension DataTransform {
  /// Adds rows for keys that a group lacks, and fills the field in them (and, with a method, in rows that
  /// have null): Vega-Lite's impute.
  package struct Impute: Sendable {
    /// How it is computed, by Vega's names.
    package enum Method: String, CaseIterable, Sendable {
      case value, mean, median, max, min

      var operation: AggregateOperation? {
        switch self {
        case .value: nil
        case .mean: .mean
        case .median: .median
        case .max: .max
        case .min: .min
        }
      }
    }

    /// The numbers from `start` up to and without `stop`, `step` apart.
    package struct KeySequence: Hashable, Sendable {
      package var start: Double
      package var stop: Double
      package var step: Double

      package init(from start: Double, to stop: Double, step: Double) {
        (self.start, self.stop, self.step) = (start, stop, step)
      }

      var count: Int {
        let count = ((stop - start) / step).rounded(.up)
        return count > 0 && step != 0 ? Int(min(count, 1e15)) : 0
      }
    }

    /// The field it works on.
    package var field: FieldReference
    /// The field that tells rows of a group apart.
    package var key: FieldReference
    /// Keys that every group must have, beside those that any row has.
    package var keyValues: [Value]
    /// Keys as a sequence, in addition.
    package var keySequence: KeySequence?
    /// The fields whose values make the groups; none for one group.
    package var groupby: [FieldReference]
    /// Default the first of the methods.
    package var method: Method
    /// The value of new rows; default 0.
    package var value: Value
    /// The rows before and after that the method looks at; nil for all.
    package var frame: (before: Int?, after: Int?)

    package init(
      _ field: FieldReference, key: FieldReference, keyValues: [Value] = [],
      keySequence: KeySequence? = nil, groupby: [FieldReference] = [], method: Method = .value,
      value: Value = .number(0),
      frame: (before: Int?, after: Int?) = (nil, nil)
    ) {
      self.field = field
      self.key = key
      self.keyValues = keyValues
      self.keySequence = keySequence
      self.groupby = groupby
      self.method = method
      self.value = value
      self.frame = frame
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(
      to table: Table, in context: TransformContext
    ) throws(DiagnosticFailure) -> Table {
      let full = try addingRows(to: table)
      guard let operation = method.operation else { return full }
      let name = "imputed_\(field.name)_value"
      let window = Window(
        [.init(.aggregate(operation), FieldReference(field.name), as: name)],
        groupby: groupby.map { FieldReference($0.name) }, frame: frame)
      let filled = try window.apply(to: full, in: context)
      guard let found = filled.column(name), let known = filled.column(field.name) else {
        return full
      }
      let values = (0..<filled.rowCount).map { known[$0] == .null ? found[$0] : known[$0] }
      return filled.setting(field.name, Column(values))
    }

    /// The table with a row for each key that a group lacks, at the end, group by group.
    private func addingRows(to table: Table) throws(DiagnosticFailure) -> Table {
      let keys = try key.column(of: table)
      let grouping = try Grouping(table, by: groupby)
      _ = try field.column(of: table)
      var domain: [Value] = []
      var placeOf: [Value: Int] = [:]
      func place(of key: Value) -> Int {
        let key = key.withoutDate
        if let place = placeOf[key] { return place }
        placeOf[key] = domain.count
        domain.append(key)
        return domain.count - 1
      }
      for key in keyValues { _ = place(of: key) }
      if let keySequence {
        try Budget.claim(rows: keySequence.count, at: key.span ?? field.span)
        for index in 0..<keySequence.count {
          _ = place(of: .number(keySequence.start + Double(index) * keySequence.step))
        }
      }
      let places = (0..<table.rowCount).map { place(of: keys[$0]) }
      try Budget.claim(
        rows: grouping.count * domain.count, fields: groupby.count + 2, at: field.span)
      var hasKey = [Bool](repeating: false, count: grouping.count * domain.count)
      for row in places.indices {
        hasKey[Int(grouping.groupOfRow[row]) * domain.count + places[row]] = true
      }
      let isDates = GroupedMeasures.isDates(keys)
      let groupColumns = try table.columns(groupby)
      var added: [Value.Object] = []
      for group in 0..<grouping.count {
        for place in domain.indices where !hasKey[group * domain.count + place] {
          var row = Value.Object()
          for (name, column) in groupColumns { row.set(name, column[grouping.firstRows[group]]) }
          if isDates, case .number(let time) = domain[place] {
            row.set(key.name, .date(time))
          } else {
            row.set(key.name, domain[place])
          }
          row.set(field.name, method == .value ? value : .null)
          added.append(row)
        }
      }
      return added.isEmpty ? table : table.appending(Table(rows: added))
    }
  }
}
