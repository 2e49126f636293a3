import Tables
import Testing

@Suite struct AggregateTransformTests {
  @Test(arguments: [
    TransformCase(
      "aggregate all operations", .sales,
      #"[{"aggregate": [{"op": "count", "field": "v", "as": "count"}, {"op": "valid", "field": "v", "as": "valid"}, {"op": "missing", "field": "v", "as": "missing"}, {"op": "distinct", "field": "v", "as": "distinct"}, {"op": "sum", "field": "v", "as": "sum"}, {"op": "product", "field": "v", "as": "product"}, {"op": "mean", "field": "v", "as": "mean"}, {"op": "variance", "field": "v", "as": "variance"}, {"op": "variancep", "field": "v", "as": "variancep"}, {"op": "stdev", "field": "v", "as": "stdev"}, {"op": "stdevp", "field": "v", "as": "stdevp"}, {"op": "stderr", "field": "v", "as": "stderr"}, {"op": "median", "field": "v", "as": "median"}, {"op": "q1", "field": "v", "as": "q1"}, {"op": "q3", "field": "v", "as": "q3"}, {"op": "min", "field": "v", "as": "min"}, {"op": "max", "field": "v", "as": "max"}], "groupby": ["g"]}]"#,
      [
        "g", "count", "valid", "missing", "distinct", "sum", "product", "mean", "variance",
        "variancep", "stdev", "stdevp", "stderr", "median", "q1", "q3", "min", "max",
      ],
      [
        "a | 3 | 3 | 0 | 3 | 14.5 | 94.5 | 4.83333333333 | 4.08333333333 | 2.72222222222 | 2.02072594216 | 1.64991582277 | 1.16666666667 | 4.5 | 3.75 | 5.75 | 3 | 7",
        "b | 2 | 1 | 1 | 2 | −1 | −1 | −1 | undefined | undefined | undefined | undefined | undefined | −1 | −1 | −1 | −1 | −1",
        "c | 1 | 1 | 0 | 1 | 2 | 2 | 2 | undefined | undefined | undefined | undefined | undefined | 2 | 2 | 2 | 2 | 2",
      ]),
    TransformCase(
      "aggregate without groups", .sales,
      #"[{"aggregate": [{"op": "count", "as": "n"}, {"op": "mean", "field": "v", "as": "m"}, {"op": "max", "field": "g", "as": "mx"}, {"op": "distinct", "field": "h", "as": "dh"}]}]"#,
      ["n", "m", "mx", "dh"],
      [
        "6 | 3.1 | c | 3"
      ]),
    TransformCase(
      "aggregate by two keys", .sales,
      #"[{"aggregate": [{"op": "sum", "field": "v", "as": "s"}], "groupby": ["g", "h"]}]"#,
      ["g", "h", "s"],
      [
        "a | x | 10",
        "b | x | −1",
        "a | y | 4.5",
        "b | y | undefined",
        "c | null | 2",
      ]),
    TransformCase(
      "aggregate argmax", .sales,
      #"[{"aggregate": [{"op": "argmax", "field": "v", "as": "am"}, {"op": "argmin", "field": "v", "as": "an"}], "groupby": ["g"]}]"#,
      ["g", "am.v", "am.h", "an.v"],
      [
        "a | 7 | x | 3",
        "b | −1 | x | −1",
        "c | 2 | null | 2",
      ]),
    TransformCase(
      "joinaggregate", .sales,
      #"[{"joinaggregate": [{"op": "sum", "field": "v", "as": "total"}], "groupby": ["g"]}]"#,
      ["g", "v", "total"],
      [
        "a | 3 | 14.5",
        "b | −1 | −1",
        "a | 4.5 | 14.5",
        "b | null | −1",
        "a | 7 | 14.5",
        "c | 2 | 2",
      ]),
  ])
  func aggregatesFollowVega(_ example: TransformCase) throws {
    let rows = try example.result()
    #expect(rows == example.rows)
  }
}
