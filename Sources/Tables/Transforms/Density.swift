package import Syntax

extension DataTransform {
  /// The estimated density of a field's numbers, as points of a curve for each group.
  package struct Density: Sendable {
    /// The field it works on.
    package var field: FieldReference
    /// The fields whose values make the groups; none for one group.
    package var groupby: [FieldReference]
    /// The kernel's bandwidth; nil to estimate it for each group.
    package var bandwidth: Double?
    /// Whether the curve is of the cumulative distribution.
    package var isCumulative: Bool
    /// Whether densities are multiplied by the number of values.
    package var counts: Bool
    /// Where the curves begin and end; nil for the ends of the data.
    package var extent: ClosedRange<Double>?
    /// The fewest steps of a curve; default 25.
    package var leastSteps: Int
    /// The most steps of a curve; default 200.
    package var mostSteps: Int
    /// The exact number of steps; nil for as many as the curve needs.
    package var steps: Int?
    /// Whether all groups have the ends and the steps in common, so that they can be stacked.
    package var isShared: Bool
    /// The names of the two outputs.
    package var names: (value: String, density: String)

    package init(
      _ field: FieldReference, groupby: [FieldReference] = [], bandwidth: Double? = nil,
      isCumulative: Bool = false, counts: Bool = false, extent: ClosedRange<Double>? = nil,
      leastSteps: Int = 25, mostSteps: Int = 200, steps: Int? = nil, isShared: Bool = true,
      names: (value: String, density: String) = ("value", "density")
    ) {
      self.field = field
      self.groupby = groupby
      self.bandwidth = bandwidth
      self.isCumulative = isCumulative
      self.counts = counts
      self.extent = extent
      self.leastSteps = leastSteps
      self.mostSteps = mostSteps
      self.steps = steps
      self.isShared = isShared
      self.names = names
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(to table: Table) throws(DiagnosticFailure) -> Table {
      let column = try field.column(of: table)
      let grouping = try Grouping(table, by: groupby)
      let shared = extent ?? (isShared ? column.extent : nil)
      var (least, most) = (steps ?? leastSteps, steps ?? mostSteps)
      if isShared { least = most }
      var curves = GroupCurves()
      for (group, rows) in grouping.rowLists().enumerated() {
        // Vega takes a null for 0 in the sum, though not for the bandwidth, and so does every picture that
        // was drawn with it.
        let numbers = rows.map { column.number(at: $0) }
        let known = rows.filter { !column.isNull(at: $0) }.map { column.number(at: $0) }
        let own = column.taking(rows).extent
        guard let domain = shared ?? own, !numbers.isEmpty else { continue }
        try Budget.claim(points: most, over: numbers.count, at: field.span)
        try Budget.claim(rows: curves.count + most, fields: groupby.count + 2, at: field.span)
        let density = KernelDensity(numbers, known: known, bandwidth: bandwidth)
        let factor = counts ? Double(numbers.count) : 1
        let points = CurveSampling.sample(
          { isCumulative ? density.cumulative($0) : density.density($0) }, over: domain,
          least: least, most: most)
        curves.append(
          points.map { CurvePoint(x: $0.x, y: $0.y * factor) },
          ofGroupAt: grouping.firstRows[group])
      }
      return curves.table(keys: try table.columns(groupby), names: (names.value, names.density))
    }
  }

  /// Quantiles of a field's numbers for each group.
  package struct Quantile: Sendable {
    /// The field it works on.
    package var field: FieldReference
    /// The fields whose values make the groups; none for one group.
    package var groupby: [FieldReference]
    /// The probabilities; where there are none, those `step` apart from half of it on.
    package var probabilities: [Double]
    /// Default 0.01.
    package var step: Double
    /// The names of the two outputs.
    package var names: (probability: String, value: String)

    package init(
      _ field: FieldReference, groupby: [FieldReference] = [], probabilities: [Double] = [],
      step: Double = 0.01, names: (probability: String, value: String) = ("prob", "value")
    ) {
      self.field = field
      self.groupby = groupby
      self.probabilities = probabilities
      self.step = step
      self.names = names
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(to table: Table) throws(DiagnosticFailure) -> Table {
      let column = try field.column(of: table)
      let grouping = try Grouping(table, by: groupby)
      var wanted = probabilities
      if wanted.isEmpty, step > 0 {
        let count = ((1 - 1e-14 - step / 2) / step).rounded(.up)
        try Budget.claim(
          rows: Int(min(max(count, 0), 1e15)), fields: max(grouping.count, 1) * (groupby.count + 2),
          at: field.span)
        wanted = (0..<Int(max(count, 0))).map { step / 2 + Double($0) * step }
      }
      var curves = GroupCurves()
      for (group, rows) in grouping.rowLists().enumerated() {
        let sorted = rows.filter { !column.isNull(at: $0) }.map { column.number(at: $0) }
          .filter { !$0.isNaN }.sorted()
        let points = wanted.compactMap { probability in
          Quantiles.quantile(ofSorted: sorted, probability).map {
            CurvePoint(x: probability, y: $0)
          }
        }
        curves.append(points, ofGroupAt: grouping.firstRows[group])
      }
      return curves.table(keys: try table.columns(groupby), names: (names.probability, names.value))
    }
  }
}
