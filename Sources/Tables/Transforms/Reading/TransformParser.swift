package import Syntax

/// Reads Vega-Lite's transforms from JSON (or YAML): the members of a `transform` array.
package struct TransformParser: Sendable {
  let file: SourceFile
  /// The zone of dates in predicates.
  let timeZone: TimeZoneRules
  var bag = DiagnosticBag()

  private init(_ file: SourceFile, timeZone: TimeZoneRules) {
    self.file = file
    self.timeZone = timeZone
  }

  /// The transforms of the array `node`, those that cannot be read left out and reported.
  package static func transforms(
    _ node: JSONNode, in file: SourceFile, path: String, timeZone: TimeZoneRules = .utc,
    into bag: inout DiagnosticBag
  ) -> [DataTransform] {
    guard let items = node.array else {
      bag.add(
        SyntaxDiagnostics.wrongType(
          path: path, kind: node.kind, expected: "an array of transforms",
          at: file.span(node.range)))
      return []
    }
    return items.enumerated().compactMap { index, item in
      transform(item, in: file, path: "\(path)/\(index)", timeZone: timeZone, into: &bag)
    }
  }

  /// The transform of the object `node`; nil where it cannot be read, with diagnostics in `bag`.
  package static func transform(
    _ node: JSONNode, in file: SourceFile, path: String, timeZone: TimeZoneRules = .utc,
    into bag: inout DiagnosticBag
  ) -> DataTransform? {
    var parser = TransformParser(file, timeZone: timeZone)
    let transform = parser.transform(node, path: path)
    bag.add(contentsOf: parser.bag)
    return parser.bag.hasErrors ? nil : transform
  }

  /// The predicate of `node`: an expression, a field predicate, or a combination; nil where it cannot be
  /// read, with diagnostics in `bag`.
  package static func predicate(
    _ node: JSONNode, in file: SourceFile, path: String, timeZone: TimeZoneRules = .utc,
    into bag: inout DiagnosticBag
  ) -> Predicate? {
    var parser = TransformParser(file, timeZone: timeZone)
    let predicate = parser.predicate(node, path: path)
    bag.add(contentsOf: parser.bag)
    return parser.bag.hasErrors ? nil : predicate
  }

  /// The members by which transforms are told apart.
  static let kinds = [
    "filter", "calculate", "aggregate", "joinaggregate", "window", "bin", "timeUnit", "stack",
    "fold", "pivot", "flatten", "lookup", "impute", "sample", "extent", "density", "regression",
    "loess", "quantile",
  ]

  private mutating func transform(_ node: JSONNode, path: String) -> DataTransform? {
    guard var reader = ObjectReader(node, in: file, path: path, into: &bag) else { return nil }
    // `extent` is an option of densities and regressions too, so that it decides last.
    let order = Self.kinds.filter { $0 != "extent" } + ["extent"]
    guard let kind = order.first(where: { reader.names.contains($0) }) else {
      let near = reader.names.lazy.compactMap { nearestName(to: $0, among: Self.kinds) }.first
      bag.add(
        TablesDiagnostics.unknownTransform(known: Self.kinds, near: near, at: reader.span))
      return nil
    }
    let transform = self.transform(kind, &reader)
    reader.finish(into: &bag)
    return transform
  }

  private mutating func transform(
    _ kind: String, _ reader: inout ObjectReader
  ) -> DataTransform? {
    switch kind {
    case "filter":
      guard let node = reader.node("filter"),
        let predicate = predicate(node, path: reader.path(of: "filter"))
      else { return nil }
      return .filter(.init(predicate))
    case "calculate":
      let expression = expression("calculate", &reader)
      let name = reader.string("as")
      return expression.flatMap { expression in
        name.map { .calculate(.init(expression, as: $0)) }
      }
    case "aggregate":
      return .aggregate(
        .init(groupby: fields("groupby", &reader), measures("aggregate", &reader)))
    case "joinaggregate":
      return .joinAggregate(
        .init(groupby: fields("groupby", &reader), measures("joinaggregate", &reader)))
    case "window": return window(&reader)
    case "bin": return bin(&reader)
    case "timeUnit": return timeUnit(&reader)
    case "stack": return stack(&reader)
    case "fold":
      let names = strings("as", &reader)
      return .fold(
        .init(
          requiredFields("fold", &reader), key: names.first ?? "key",
          value: names.count > 1 ? names[1] : "value"))
    case "flatten":
      return .flatten(
        .init(
          requiredFields("flatten", &reader), names: strings("as", &reader),
          index: reader.optionalString("index")))
    case "pivot": return pivot(&reader)
    case "lookup": return lookup(&reader)
    case "impute": return impute(&reader)
    case "sample": return reader.integer("sample").map { .sample(.init(size: max(0, $0))) }
    case "extent":
      let field = field("extent", &reader)
      let name = reader.string("param")
      return field.flatMap { field in name.map { .extent(.init(field, as: $0)) } }
    default: return statistics(kind, &reader)
    }
  }
}
