import Tables
import Testing

@Suite struct FilterTransformTests {
  @Test(arguments: [
    TransformCase(
      "filter by expression", .sales,
      #"[{"filter": "datum.v > 2 && datum.g != 'c'"}]"#,
      ["g", "v"],
      [
        "a | 3",
        "a | 4.5",
        "a | 7",
      ]),
    TransformCase(
      "filter by null comparison", .sales,
      #"[{"filter": "datum.v < 1"}]"#,
      ["g", "v"],
      [
        "b | −1",
        "b | null",
      ]),
    TransformCase(
      "filter equal", .sales,
      #"[{"filter": {"field": "g", "equal": "a"}}]"#,
      ["g", "v"],
      [
        "a | 3",
        "a | 4.5",
        "a | 7",
      ]),
    TransformCase(
      "filter range", .sales,
      #"[{"filter": {"field": "v", "range": [2, 4.5]}}]"#,
      ["g", "v"],
      [
        "a | 3",
        "a | 4.5",
        "c | 2",
      ]),
    TransformCase(
      "filter half open range", .sales,
      #"[{"filter": {"field": "v", "range": [null, 3]}}]"#,
      ["g", "v"],
      [
        "a | 3",
        "b | −1",
        "b | null",
        "c | 2",
      ]),
    TransformCase(
      "filter one of", .sales,
      #"[{"filter": {"field": "h", "oneOf": ["y", "z"]}}]"#,
      ["g", "v"],
      [
        "a | 4.5",
        "b | null",
      ]),
    TransformCase(
      "filter valid", .sales,
      #"[{"filter": {"field": "v", "valid": true}}]"#,
      ["g", "v"],
      [
        "a | 3",
        "b | −1",
        "a | 4.5",
        "a | 7",
        "c | 2",
      ]),
    TransformCase(
      "filter lt and not", .sales,
      #"[{"filter": {"and": [{"field": "v", "gte": 2}, {"not": {"or": [{"field": "g", "equal": "c"}, "datum.v == 7"]}}]}}]"#,
      ["g", "v"],
      [
        "a | 3",
        "a | 4.5",
      ]),
    TransformCase(
      "filter time unit year", .sales,
      #"[{"filter": {"field": "t", "timeUnit": "year", "equal": 2024}}]"#,
      ["g", "v"],
      [
        "a | 3",
        "b | −1",
        "a | 4.5",
      ]),
    TransformCase(
      "filter time unit range", .sales,
      #"[{"filter": {"field": "t", "timeUnit": "yearmonth", "range": [{"year": 2024, "month": "feb"}, {"year": 2025, "month": 12}]}}]"#,
      ["g", "v"],
      [
        "b | −1",
        "a | 4.5",
        "b | null",
      ]),
    TransformCase(
      "filter month name", .sales,
      #"[{"filter": {"field": "t", "timeUnit": "month", "equal": "february"}}]"#,
      ["g", "v"],
      [
        "b | −1",
        "a | 4.5",
      ]),
    TransformCase(
      "calculate", .sales,
      #"[{"calculate": "datum.v * 2 + (datum.h || 'none')", "as": "r"}]"#,
      ["r"],
      [
        "6x",
        "-2x",
        "9y",
        "0y",
        "14x",
        "4none",
      ]),
  ])
  func filtersFollowVegaLite(_ example: TransformCase) throws {
    let rows = try example.result()
    #expect(rows == example.rows)
  }
}
