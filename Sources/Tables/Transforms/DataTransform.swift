package import Syntax

/// A transform of Vega-Lite: a pure function from table to table. Each kind is a file of its own.
package enum DataTransform: Sendable {
  case filter(Filter)
  case calculate(Calculate)
  case aggregate(Aggregate)
  case joinAggregate(JoinAggregate)
  case window(Window)
  case bin(Bin)
  case timeUnit(CutTime)
  case stack(Stack)
  case fold(Fold)
  case pivot(Pivot)
  case flatten(Flatten)
  case lookup(Lookup)
  case impute(Impute)
  case sample(Sample)
  case extent(Extent)
  case density(Density)
  case regression(Regression)
  case loess(Loess)
  case quantile(Quantile)

  /// `table` after this transform. What goes wrong is told in `bag`, and gives a table without columns: it
  /// has every field, so that nothing that follows is an echo.
  package func apply(
    to table: Table, in context: inout TransformContext, into bag: inout DiagnosticBag
  ) -> Table {
    context.position += 1
    do throws(DiagnosticFailure) {
      switch self {
      case .filter(let transform): return try transform.apply(to: table, in: context)
      case .calculate(let transform): return try transform.apply(to: table, in: context)
      case .aggregate(let transform): return try transform.apply(to: table, in: context)
      case .joinAggregate(let transform): return try transform.apply(to: table, in: context)
      case .window(let transform): return try transform.apply(to: table, in: context)
      case .bin(let transform): return try transform.apply(to: table, in: &context)
      case .timeUnit(let transform): return try transform.apply(to: table, in: context)
      case .stack(let transform): return try transform.apply(to: table)
      case .fold(let transform): return try transform.apply(to: table)
      case .pivot(let transform): return try transform.apply(to: table, in: context)
      case .flatten(let transform): return try transform.apply(to: table)
      case .lookup(let transform):
        return try transform.apply(to: table, in: context, into: &bag)
      case .impute(let transform): return try transform.apply(to: table, in: context)
      case .sample(let transform): return transform.apply(to: table, in: context)
      case .extent(let transform): return try transform.apply(to: table, in: &context)
      case .density(let transform): return try transform.apply(to: table)
      case .regression(let transform): return try transform.apply(to: table)
      case .loess(let transform): return try transform.apply(to: table)
      case .quantile(let transform): return try transform.apply(to: table)
      }
    } catch {
      bag.add(contentsOf: error.bag)
      return Table()
    }
  }
}

/// What transforms see beside the table; some add a name to its scope.
package struct TransformContext: Sendable {
  /// Names, functions, the time zone and the seed of random numbers.
  package var scope: EvaluationScope
  /// Tables by name, for lookups.
  package var tables: [String: Table]
  /// How many transforms have been applied: each has random numbers of its own.
  var position = 0

  package init(scope: EvaluationScope = EvaluationScope(), tables: [String: Table] = [:]) {
    self.scope = scope
    self.tables = tables
  }

  var timeZone: TimeZoneRules { scope.timeZone }

  /// The scope with the seed of this transform.
  var seededScope: EvaluationScope {
    var scope = scope
    scope.seed = seed
    return scope
  }

  /// A seed of the scope's and the transform's place, so that two `random()` columns differ.
  var seed: UInt32 { scope.seed &+ UInt32(truncatingIfNeeded: position) &* 2_654_435_761 }
}

extension [DataTransform] {
  /// `table` after these transforms, one after the other, as far as the first that cannot be applied.
  package func apply(
    to table: Table, in context: inout TransformContext, into bag: inout DiagnosticBag
  ) -> Table {
    var table = table
    for transform in self {
      let problems = bag.diagnostics.count
      table = transform.apply(to: table, in: &context, into: &bag)
      if bag.diagnostics.count > problems { break }
    }
    return table
  }
}
