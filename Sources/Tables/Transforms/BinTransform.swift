package import Syntax

extension DataTransform {
  /// Adds the start and the end of the bin that each number lies in.
  package struct Bin: Sendable {
    /// The field it works on.
    package var field: FieldReference
    /// What is asked of the bins.
    package var options: Binning.Options
    /// The name of the start.
    package var start: String
    /// The name of the end.
    package var end: String
    /// A name under which the bins themselves (`start`, `stop`, `step`) go into the scope; nil for none.
    package var signal: String?

    package init(
      _ field: FieldReference, _ options: Binning.Options, start: String, end: String,
      signal: String? = nil
    ) {
      self.field = field
      self.options = options
      self.start = start
      self.end = end
      self.signal = signal
    }

    /// The bins of the field's values in `table`.
    package func binning(of table: Table) throws(DiagnosticFailure) -> Binning {
      let column = try field.column(of: table)
      let extent = options.extent ?? column.extent ?? 0...0
      return Binning(from: extent.lowerBound, to: extent.upperBound, options)
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(
      to table: Table, in context: inout TransformContext
    ) throws(DiagnosticFailure) -> Table {
      let column = try field.column(of: table)
      let binning = try binning(of: table)
      if let signal {
        context.scope.names[signal] = .object(
          .init([
            .init("start", .number(binning.start)), .init("stop", .number(binning.unmovedStop)),
            .init("step", .number(binning.step)),
          ]))
      }
      var starts: [Double] = []
      var flags: [Bool] = []
      starts.reserveCapacity(table.rowCount)
      for row in 0..<table.rowCount {
        let isNull = column.isNull(at: row)
        flags.append(!isNull)
        starts.append(isNull ? 0 : binning.start(of: column.number(at: row)))
      }
      let validity = Validity(flags)
      return table.setting(start, .numbers(starts, validity))
        .setting(end, .numbers(starts.map { binning.end(of: $0) }, validity))
    }
  }

  /// Puts the least and the greatest value of a field into the scope; the table stays as it is.
  package struct Extent: Sendable {
    /// The field it works on.
    package var field: FieldReference
    /// The name of the output.
    package var name: String

    package init(_ field: FieldReference, as name: String) {
      self.field = field
      self.name = name
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(
      to table: Table, in context: inout TransformContext
    ) throws(DiagnosticFailure) -> Table {
      let extent = try field.column(of: table).extent
      context.scope.names[name] =
        extent.map { .array([.number($0.lowerBound), .number($0.upperBound)]) }
        ?? .array([.null, .null])
      return table
    }
  }
}

extension Column {
  /// The least and the greatest number, nulls and NaN left out; nil where there is none.
  package var extent: ClosedRange<Double>? {
    var low = Double.infinity
    var high = -Double.infinity
    for row in 0..<count where !isNull(at: row) {
      let number = number(at: row)
      if number < low { low = number }
      if number > high { high = number }
    }
    return low <= high && low.isFinite && high.isFinite ? low...high : nil
  }
}
