import Tables
import Testing

@Suite struct WindowTransformTests {
  @Test(arguments: [
    TransformCase(
      "running sum", .series,
      #"[{"window": [{"op": "sum", "field": "v", "as": "c"}], "sort": [{"field": "d"}]}]"#,
      ["d", "s", "v", "c"],
      [
        "1 | a | 5 | 5",
        "2 | a | 3 | 16",
        "2 | b | 8 | 16",
        "3 | a | null | 17",
        "3 | b | 1 | 17",
        "5 | a | 9 | 26",
      ]),
    TransformCase(
      "running sum ignoring peers", .series,
      #"[{"window": [{"op": "sum", "field": "v", "as": "c"}], "sort": [{"field": "d"}], "ignorePeers": true}]"#,
      ["d", "s", "c"],
      [
        "1 | a | 5",
        "2 | a | 8",
        "2 | b | 16",
        "3 | a | 16",
        "3 | b | 17",
        "5 | a | 26",
      ]),
    TransformCase(
      "rolling mean", .points,
      #"[{"window": [{"op": "mean", "field": "y", "as": "m"}, {"op": "count", "as": "n"}], "frame": [-2, 1]}]"#,
      ["x", "m", "n"],
      [
        "1 | 3 | 2",
        "2 | 4.06666666667 | 3",
        "3 | 5.15 | 4",
        "4 | 6.9 | 4",
        "5 | 9.25 | 4",
        "6 | 11 | 4",
        "7 | 13.275 | 4",
        "8 | 15.275 | 4",
        "9 | 17.55 | 4",
        "10 | 19 | 3",
      ]),
    TransformCase(
      "rolling median", .points,
      #"[{"window": [{"op": "median", "field": "y", "as": "m"}], "frame": [-2, 2], "sort": [{"field": "x", "order": "descending"}]}]"#,
      ["x", "m"],
      [
        "1 | 3.9",
        "2 | 5.05",
        "3 | 6.2",
        "4 | 8.4",
        "5 | 9.1",
        "6 | 13.2",
        "7 | 13.3",
        "8 | 17.1",
        "9 | 17.3",
        "10 | 17.5",
      ]),
    TransformCase(
      "ranks", .series,
      #"[{"window": [{"op": "row_number", "as": "rn"}, {"op": "rank", "as": "r"}, {"op": "dense_rank", "as": "dr"}, {"op": "percent_rank", "as": "pr"}, {"op": "cume_dist", "as": "cd"}, {"op": "ntile", "param": 3, "as": "nt"}], "sort": [{"field": "d", "order": "descending"}]}]"#,
      ["d", "rn", "r", "dr", "pr", "cd", "nt"],
      [
        "1 | 6 | 6 | 4 | 1 | 1 | 3",
        "2 | 4 | 4 | 3 | 0.6 | 0.833333333333 | 3",
        "2 | 5 | 4 | 3 | 0.6 | 0.833333333333 | 3",
        "3 | 2 | 2 | 2 | 0.2 | 0.5 | 2",
        "3 | 3 | 2 | 2 | 0.2 | 0.5 | 2",
        "5 | 1 | 1 | 1 | 0 | 0.166666666667 | 1",
      ]),
    TransformCase(
      "lag and lead", .series,
      #"[{"window": [{"op": "lag", "field": "v", "as": "lag"}, {"op": "lead", "field": "v", "param": 2, "as": "lead"}, {"op": "first_value", "field": "v", "as": "fv"}, {"op": "last_value", "field": "v", "as": "lv"}, {"op": "nth_value", "field": "v", "param": 2, "as": "nv"}, {"op": "prev_value", "field": "v", "as": "pv"}, {"op": "next_value", "field": "v", "as": "xv"}], "groupby": ["s"], "sort": [{"field": "d"}]}]"#,
      ["d", "s", "lag", "lead", "fv", "lv", "nv", "pv", "xv"],
      [
        "1 | a | null | null | 5 | 5 | null | 5 | 5",
        "2 | a | 5 | 9 | 5 | 3 | 3 | 3 | 3",
        "2 | b | null | null | 8 | 8 | null | 8 | 8",
        "3 | a | 3 | null | 5 | null | 3 | 3 | 9",
        "3 | b | 8 | null | 8 | 1 | 1 | 1 | 1",
        "5 | a | null | null | 5 | 9 | 3 | 9 | 9",
      ]),
    TransformCase(
      "rank without sort", .series,
      #"[{"window": [{"op": "rank", "as": "id"}], "groupby": ["s"]}]"#,
      ["d", "s", "id"],
      [
        "1 | a | 1",
        "2 | a | 2",
        "2 | b | 1",
        "3 | a | 3",
        "3 | b | 2",
        "5 | a | 4",
      ]),
    TransformCase(
      "operations that count rows take no notice of their field", .first(4, .points),
      #"[{"window": [{"op": "count", "field": "none", "as": "n"}, {"op": "row_number", "field": "none", "as": "r"}, {"op": "rank", "field": "none", "as": "k"}, {"op": "dense_rank", "field": "none", "as": "d"}, {"op": "percent_rank", "field": "none", "as": "p"}, {"op": "cume_dist", "field": "none", "as": "c"}, {"op": "ntile", "field": "none", "param": 2, "as": "t"}], "sort": [{"field": "x"}]}]"#,
      ["x", "n", "r", "k", "d", "p", "c", "t"],
      [
        "1 | 1 | 1 | 1 | 1 | 0 | 0.25 | 1",
        "2 | 2 | 2 | 2 | 2 | 0.333333333333 | 0.5 | 1",
        "3 | 3 | 3 | 3 | 3 | 0.666666666667 | 0.75 | 2",
        "4 | 4 | 4 | 4 | 4 | 1 | 1 | 2",
      ]),
  ])
  func windowsFollowVega(_ example: TransformCase) throws {
    let rows = try example.result()
    #expect(rows == example.rows)
  }
}
