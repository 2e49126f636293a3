import Syntax

/// The transforms that compute curves.
extension TransformParser {
  mutating func statistics(_ kind: String, _ reader: inout ObjectReader) -> DataTransform? {
    switch kind {
    case "density": density(&reader)
    case "quantile": quantile(&reader)
    case "regression": regression(&reader)
    default: loess(&reader)
    }
  }

  private enum Resolution: String, CaseIterable { case shared, independent }

  private mutating func density(_ reader: inout ObjectReader) -> DataTransform? {
    let field = field("density", &reader)
    let groupby = fields("groupby", &reader)
    let bandwidth = reader.optionalNumber("bandwidth")
    let isCumulative = reader.optionalBool("cumulative") ?? false
    let counts = reader.optionalBool("counts") ?? false
    let extent = range("extent", &reader)
    let least = reader.optionalInteger("minsteps") ?? 25
    let most = reader.optionalInteger("maxsteps") ?? 200
    let steps = reader.optionalInteger("steps")
    let resolution = reader.optionalChoice("resolve", as: Resolution.self) ?? .shared
    let names = pair(&reader) { _ in "density" } ?? ("value", "density")
    return field.map {
      .density(
        .init(
          $0, groupby: groupby, bandwidth: bandwidth, isCumulative: isCumulative, counts: counts,
          extent: extent, leastSteps: least, mostSteps: most, steps: steps,
          isShared: resolution == .shared, names: names))
    }
  }

  private mutating func quantile(_ reader: inout ObjectReader) -> DataTransform? {
    let field = field("quantile", &reader)
    let groupby = fields("groupby", &reader)
    let probabilities = reader.optionalArray("probs")?.compactMap(\.number) ?? []
    let step = reader.optionalNumber("step") ?? 0.01
    let names = pair(&reader) { _ in "value" } ?? ("prob", "value")
    return field.map {
      .quantile(
        .init($0, groupby: groupby, probabilities: probabilities, step: step, names: names))
    }
  }

  private mutating func regression(_ reader: inout ObjectReader) -> DataTransform? {
    let y = field("regression", &reader)
    let x = field("on", &reader)
    let groupby = fields("groupby", &reader)
    let method =
      reader.optionalChoice("method", as: DataTransform.Regression.Method.self) ?? .linear
    let order = reader.optionalInteger("order") ?? 3
    let extent = range("extent", &reader)
    let givesParameters = reader.optionalBool("params") ?? false
    let names = pair(&reader) { $0 }
    guard let y, let x else { return nil }
    return .regression(
      .init(
        y, on: x, groupby: groupby, method: method, order: max(1, order), extent: extent,
        givesParameters: givesParameters, names: names))
  }

  private mutating func loess(_ reader: inout ObjectReader) -> DataTransform? {
    let y = field("loess", &reader)
    let x = field("on", &reader)
    let groupby = fields("groupby", &reader)
    let bandwidth = reader.optionalNumber("bandwidth") ?? 0.3
    let names = pair(&reader) { $0 }
    guard let y, let x else { return nil }
    return .loess(.init(y, on: x, groupby: groupby, bandwidth: bandwidth, names: names))
  }
}
