import Tables
import Testing

@Suite struct StackTransformTests {
  @Test(arguments: [
    TransformCase(
      "stack zero", .sales,
      #"[{"stack": "v", "groupby": ["g"], "as": ["y0", "y1"]}]"#,
      ["g", "v", "y0", "y1"],
      [
        "a | 3 | 0 | 3",
        "b | −1 | 0 | −1",
        "a | 4.5 | 3 | 7.5",
        "b | null | 0 | 0",
        "a | 7 | 7.5 | 14.5",
        "c | 2 | 0 | 2",
      ]),
    TransformCase(
      "stack sorted", .sales,
      #"[{"stack": "v", "groupby": ["g"], "sort": [{"field": "v", "order": "descending"}], "as": "s"}]"#,
      ["g", "v", "s", "s_end"],
      [
        "a | 3 | 11.5 | 14.5",
        "b | −1 | 0 | −1",
        "a | 4.5 | 7 | 11.5",
        "b | null | 0 | 0",
        "a | 7 | 0 | 7",
        "c | 2 | 0 | 2",
      ]),
    TransformCase(
      "stack normalize", .sales,
      #"[{"stack": "v", "groupby": ["h"], "offset": "normalize", "as": ["y0", "y1"]}]"#,
      ["h", "v", "y0", "y1"],
      [
        "x | 3 | 0 | 0.272727272727",
        "x | −1 | 0.272727272727 | 0.363636363636",
        "y | 4.5 | 0 | 1",
        "y | null | 1 | 1",
        "x | 7 | 0.363636363636 | 1",
        "null | 2 | 0 | 1",
      ]),
    TransformCase(
      "stack center", .sales,
      #"[{"stack": "v", "groupby": ["g"], "offset": "center", "as": ["y0", "y1"]}]"#,
      ["g", "v", "y0", "y1"],
      [
        "a | 3 | 0 | 3",
        "b | −1 | 6.75 | 7.75",
        "a | 4.5 | 3 | 7.5",
        "b | null | 7.75 | 7.75",
        "a | 7 | 7.5 | 14.5",
        "c | 2 | 6.25 | 8.25",
      ]),
  ])
  func stacksFollowVega(_ example: TransformCase) throws {
    let rows = try example.result()
    #expect(rows == example.rows)
  }
}
