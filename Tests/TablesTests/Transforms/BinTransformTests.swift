import Tables
import Testing

@Suite struct BinTransformTests {
  @Test(arguments: [
    TransformCase(
      "bin default", .points,
      #"[{"bin": true, "field": "y", "as": ["b0", "b1"]}]"#,
      ["y", "b0", "b1"],
      [
        "2.1 | 0 | 5",
        "3.9 | 0 | 5",
        "6.2 | 5 | 10",
        "8.4 | 5 | 10",
        "9.1 | 5 | 10",
        "13.3 | 10 | 15",
        "13.2 | 10 | 15",
        "17.5 | 15 | 20",
        "17.1 | 15 | 20",
        "22.4 | 20 | 25",
      ]),
    TransformCase(
      "bin maxbins", .points,
      #"[{"bin": {"maxbins": 4}, "field": "y", "as": "b"}]"#,
      ["y", "b", "b_end"],
      [
        "2.1 | 0 | 10",
        "3.9 | 0 | 10",
        "6.2 | 0 | 10",
        "8.4 | 0 | 10",
        "9.1 | 0 | 10",
        "13.3 | 10 | 20",
        "13.2 | 10 | 20",
        "17.5 | 10 | 20",
        "17.1 | 10 | 20",
        "22.4 | 20 | 30",
      ]),
    TransformCase(
      "bin step", .points,
      #"[{"bin": {"step": 3}, "field": "y", "as": ["b0", "b1"]}]"#,
      ["y", "b0", "b1"],
      [
        "2.1 | 0 | 3",
        "3.9 | 3 | 6",
        "6.2 | 6 | 9",
        "8.4 | 6 | 9",
        "9.1 | 9 | 12",
        "13.3 | 12 | 15",
        "13.2 | 12 | 15",
        "17.5 | 15 | 18",
        "17.1 | 15 | 18",
        "22.4 | 21 | 24",
      ]),
    TransformCase(
      "bin steps", .points,
      #"[{"bin": {"steps": [0.5, 2, 6], "maxbins": 6}, "field": "y", "as": ["b0", "b1"]}]"#,
      ["y", "b0", "b1"],
      [
        "2.1 | 2 | 4",
        "3.9 | 2 | 4",
        "6.2 | 6 | 8",
        "8.4 | 8 | 10",
        "9.1 | 8 | 10",
        "13.3 | 12 | 14",
        "13.2 | 12 | 14",
        "17.5 | 16 | 18",
        "17.1 | 16 | 18",
        "22.4 | 22 | 24",
      ]),
    TransformCase(
      "bin extent not nice", .points,
      #"[{"bin": {"extent": [3, 18], "nice": false, "maxbins": 7}, "field": "y", "as": ["b0", "b1"]}]"#,
      ["y", "b0", "b1"],
      [
        "2.1 | −Infinity | −Infinity",
        "3.9 | 3 | 8",
        "6.2 | 3 | 8",
        "8.4 | 8 | 13",
        "9.1 | 8 | 13",
        "13.3 | 13 | 18",
        "13.2 | 13 | 18",
        "17.5 | 13 | 18",
        "17.1 | 13 | 18",
        "22.4 | Infinity | Infinity",
      ]),
    TransformCase(
      "bin anchor", .points,
      #"[{"bin": {"anchor": 1, "maxbins": 5}, "field": "y", "as": ["b0", "b1"]}]"#,
      ["y", "b0", "b1"],
      [
        "2.1 | 1 | 6",
        "3.9 | 1 | 6",
        "6.2 | 6 | 11",
        "8.4 | 6 | 11",
        "9.1 | 6 | 11",
        "13.3 | 11 | 16",
        "13.2 | 11 | 16",
        "17.5 | 16 | 21",
        "17.1 | 16 | 21",
        "22.4 | 21 | 26",
      ]),
    TransformCase(
      "bin base and minstep", .points,
      #"[{"bin": {"base": 2, "minstep": 1.5, "divide": [3]}, "field": "y", "as": ["b0", "b1"]}]"#,
      ["y", "b0", "b1"],
      [
        "2.1 | 0 | 3",
        "3.9 | 3 | 6",
        "6.2 | 6 | 9",
        "8.4 | 6 | 9",
        "9.1 | 9 | 12",
        "13.3 | 12 | 15",
        "13.2 | 12 | 15",
        "17.5 | 15 | 18",
        "17.1 | 15 | 18",
        "22.4 | 21 | 24",
      ]),
    TransformCase(
      "extent into a name", .points,
      #"[{"extent": "y", "param": "e"}, {"calculate": "e[0] + e[1]", "as": "m"}]"#,
      ["m"],
      [
        "24.5",
        "24.5",
        "24.5",
        "24.5",
        "24.5",
        "24.5",
        "24.5",
        "24.5",
        "24.5",
        "24.5",
      ]),
  ])
  func binsFollowVega(_ example: TransformCase) throws {
    let rows = try example.result()
    #expect(rows == example.rows)
  }
}
