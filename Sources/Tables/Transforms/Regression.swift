package import Syntax

extension DataTransform {
  /// A curve fitted to two fields, for each group: its points, or its parameters.
  package struct Regression: Sendable {
    /// How it is computed, by Vega's names.
    package enum Method: String, CaseIterable, Sendable {
      case linear, log, exp, pow, quad, poly
    }

    /// The field that is predicted.
    package var y: FieldReference
    /// The field that it is predicted from.
    package var x: FieldReference
    /// The fields whose values make the groups; none for one group.
    package var groupby: [FieldReference]
    /// Default the first of the methods.
    package var method: Method
    /// The degree of a polynomial.
    package var order: Int
    /// Where the curve begins and ends; nil for the ends of the data.
    package var extent: ClosedRange<Double>?
    /// Whether the result is a row of parameters (`keys`, `coef`, `rSquared`) for each group.
    package var givesParameters: Bool
    /// The names of the two outputs; default those of the fields.
    package var names: (x: String, y: String)

    package init(
      _ y: FieldReference, on x: FieldReference, groupby: [FieldReference] = [],
      method: Method = .linear, order: Int = 3, extent: ClosedRange<Double>? = nil,
      givesParameters: Bool = false, names: (x: String, y: String)? = nil
    ) {
      self.y = y
      self.x = x
      self.groupby = groupby
      self.method = method
      self.order = order
      self.extent = extent
      self.givesParameters = givesParameters
      self.names = names ?? (x.name, y.name)
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(to table: Table) throws(DiagnosticFailure) -> Table {
      let xs = try x.column(of: table)
      let ys = try y.column(of: table)
      let keys = try table.columns(groupby)
      let grouping = try Grouping(table, by: groupby)
      var curves = GroupCurves()
      var parameters: [Value.Object] = []
      var steps = 0
      for (group, rows) in grouping.rowLists().enumerated() {
        let points = CurvePoint.points(xs, ys, rows)
        // Too few points give no curve, as in Vega.
        guard rows.count > RegressionFit.degreesOfFreedom(method, order: order), !points.isEmpty
        else { continue }
        if method == .poly {
          // A matrix of the powers of all points, then its elimination. The order is less than the rows.
          let size = order + 1
          steps += size * size * (points.count + size)
          try Budget.claim(points: steps, over: 1, at: y.span)
        }
        let fit = RegressionFit.fit(method, points, order: order)
        let first = grouping.firstRows[group]
        if givesParameters {
          parameters.append(
            .init([
              .init("keys", .array(keys.map { $0.column[first] })),
              .init("coef", .array(fit.coefficients.map { .number($0) })),
              .init("rSquared", .number(fit.rSquared)),
            ]))
          continue
        }
        let usable = method == .log && (extent?.lowerBound ?? 1) <= 0 ? nil : extent
        guard let domain = usable ?? xs.taking(rows).extent else { continue }
        let curve =
          method == .linear
          ? [domain.lowerBound, domain.upperBound].map { CurvePoint(x: $0, y: fit.predict($0)) }
          : CurveSampling.sample(fit.predict, over: domain)
        curves.append(curve, ofGroupAt: first)
      }
      return givesParameters ? Table(rows: parameters) : curves.table(keys: keys, names: names)
    }
  }

  /// A smooth line through two fields, for each group.
  package struct Loess: Sendable {
    /// The field that is predicted.
    package var y: FieldReference
    /// The field that it is predicted from.
    package var x: FieldReference
    /// The fields whose values make the groups; none for one group.
    package var groupby: [FieldReference]
    /// The share of the points that each point is fitted to.
    package var bandwidth: Double
    /// The names of the two outputs; default those of the fields.
    package var names: (x: String, y: String)

    package init(
      _ y: FieldReference, on x: FieldReference, groupby: [FieldReference] = [],
      bandwidth: Double = 0.3, names: (x: String, y: String)? = nil
    ) {
      self.y = y
      self.x = x
      self.groupby = groupby
      self.bandwidth = bandwidth
      self.names = names ?? (x.name, y.name)
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(to table: Table) throws(DiagnosticFailure) -> Table {
      let xs = try x.column(of: table)
      let ys = try y.column(of: table)
      let grouping = try Grouping(table, by: groupby)
      var curves = GroupCurves()
      for (group, rows) in grouping.rowLists().enumerated() {
        let near = Int(Double(rows.count) * min(max(bandwidth, 0), 1))
        try Budget.claim(points: rows.count, over: near, at: y.span)
        curves.append(
          LocalRegression.smooth(CurvePoint.points(xs, ys, rows), bandwidth: bandwidth),
          ofGroupAt: grouping.firstRows[group])
      }
      return curves.table(keys: try table.columns(groupby), names: names)
    }
  }
}

extension CurvePoint {
  /// The points of two columns at `rows`; those with a null or NaN are left out.
  static func points(_ xs: Column, _ ys: Column, _ rows: [Int]) -> [CurvePoint] {
    rows.compactMap { row in
      if xs.isNull(at: row) || ys.isNull(at: row) { return nil }
      let point = CurvePoint(x: xs.number(at: row), y: ys.number(at: row))
      return point.x.isNaN || point.y.isNaN ? nil : point
    }
  }
}
