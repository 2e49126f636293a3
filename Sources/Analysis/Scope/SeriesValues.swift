import Facts
import Tables

/// Series as values of the expression language.
enum SeriesValues {
  static func object(_ series: Series, _ analysis: DatasetAnalysis) -> Value.Object {
    let outline = analysis.outlines[series.idStem]
    let sample = series.latest?.fact ?? series.points.first?.fact ?? series.excluded.first?.fact
    let unit =
      sample.map(FactValues.valueUnit)
      ?? QuantityText.unit(series.indicator.unit, "", series.multiple)
    return Value.Object([
      .init("id", .string(series.indicator.id)),
      .init("name", .string(series.indicator.name)),
      .init("subject", .string(series.subject)),
      .init("unit", .string(unit)),
      .init("definition", .string(series.indicator.definition)),
      .init("coverage", .string(series.indicator.coverage)),
      .init("topic", .string(series.indicator.topic)),
      .init("comparability", .string(series.indicator.comparability)),
      .init("points", .array(series.points.map(point))),
      .init("published", .array(series.published.map(point))),
      .init("excluded", .array(series.excluded.map(exclusion))),
      .init("latest", FactValues.value(series.latest?.fact)),
      .init("first", FactValues.value(series.first?.fact)),
      .init("previous", FactValues.value(series.previous?.fact)),
      .init("growth", FactValues.value(outline?.growth)),
      .init("growthRefused", .string(outline?.growthRefusal ?? "")),
      .init("change", FactValues.value(outline?.change)),
      .init("changeRefused", .string(outline?.changeRefusal ?? "")),
      .init("changes", .array((outline?.changes ?? []).map { FactValues.value($0) })),
      .init("footnotes", .array(series.footnotes.map { .string($0) })),
      .init(
        "years",
        .object(
          Value.Object(
            series.points.compactMap { item in
              guard case .year(let year) = item.fact.period else { return nil }
              return .init(String(year), point(item))
            }))),
    ])
  }

  private static func point(_ point: Series.Point) -> Value {
    var object = FactValues.object(point.fact)
    object.members.append(.init("basis", .string(point.kind.rawValue)))
    object.members.append(.init("comparable", .bool(point.isComparable)))
    return .object(object)
  }

  private static func exclusion(_ exclusion: Series.Exclusion) -> Value {
    var object = FactValues.object(exclusion.fact)
    object.members.append(.init("reason", .string(exclusion.reason)))
    return .object(object)
  }
}
