import Tables
import Testing

@Suite struct ReshapingTransformTests {
  @Test(arguments: [
    TransformCase(
      "fold", .first(2, .points),
      #"[{"fold": ["x", "y"], "as": ["key", "val"]}]"#,
      ["k", "key", "val"],
      [
        "0 | x | 1",
        "0 | y | 2.1",
        "1 | x | 2",
        "1 | y | 3.9",
      ]),
    TransformCase(
      "pivot sum", .sales,
      #"[{"pivot": "h", "value": "v", "groupby": ["g"]}]"#,
      ["g", "x", "y", "null"],
      [
        "a | 10 | 4.5 | undefined",
        "b | −1 | undefined | undefined",
        "c | undefined | undefined | 2",
      ]),
    TransformCase(
      "pivot mean limit", .series,
      #"[{"pivot": "d", "value": "v", "groupby": ["s"], "op": "mean", "limit": 2}]"#,
      ["s", "1", "2", "3"],
      [
        "a | 5 | 3 | null",
        "b | undefined | 8 | null",
      ]),
    TransformCase(
      "flatten",
      .json(#"[{"i": 1, "a": [1, 2, 3], "b": ["p", "q"]}, {"i": 2, "a": [], "b": ["r"]}]"#),
      #"[{"flatten": ["a", "b"], "as": ["aa"]}]"#,
      ["i", "aa", "b"],
      [
        "1 | 1 | p",
        "1 | 2 | q",
        "1 | 3 | null",
        "2 | null | r",
      ]),
    TransformCase(
      "flatten with index", .json(#"[{"i": 1, "a": ["x", "y"]}]"#),
      #"[{"flatten": ["a"], "index": "n"}]"#,
      ["i", "a", "n"],
      [
        "1 | x | 0",
        "1 | y | 1",
      ]),
    TransformCase(
      "lookup", .sales,
      #"[{"lookup": "g", "from": {"data": {"values": [{"id": "a", "w": 1, "z": "A"}, {"id": "b", "w": 2, "z": "B"}, {"id": "a", "w": 5, "z": "AA"}]}, "key": "id", "fields": ["w", "z"]}, "default": "none"}]"#,
      ["g", "w", "z"],
      [
        "a | 5 | AA",
        "b | 2 | B",
        "a | 5 | AA",
        "b | 2 | B",
        "a | 5 | AA",
        "c | none | none",
      ]),
    TransformCase(
      "impute value", .series,
      #"[{"impute": "v", "key": "d", "groupby": ["s"], "value": 0}]"#,
      ["d", "s", "v"],
      [
        "1 | a | 5",
        "2 | a | 3",
        "2 | b | 8",
        "3 | a | null",
        "3 | b | 1",
        "5 | a | 9",
        "1 | b | 0",
        "5 | b | 0",
      ]),
    TransformCase(
      "impute mean", .series,
      #"[{"impute": "v", "key": "d", "groupby": ["s"], "method": "mean"}]"#,
      ["d", "s", "v"],
      [
        "1 | a | 5",
        "2 | a | 3",
        "2 | b | 8",
        "3 | a | 5.66666666667",
        "3 | b | 1",
        "5 | a | 9",
        "1 | b | 4.5",
        "5 | b | 4.5",
      ]),
    TransformCase(
      "impute keyvals", .series,
      #"[{"impute": "v", "key": "d", "groupby": ["s"], "keyvals": [4, 6], "method": "max", "frame": [-1, 1]}]"#,
      ["d", "s", "v"],
      [
        "1 | a | 5",
        "2 | a | 3",
        "2 | b | 8",
        "3 | a | 9",
        "3 | b | 1",
        "5 | a | 9",
        "4 | a | 9",
        "6 | a | undefined",
        "4 | b | 1",
        "6 | b | undefined",
        "1 | b | undefined",
        "5 | b | undefined",
      ]),
    TransformCase(
      "impute sequence", .series,
      #"[{"impute": "v", "key": "d", "groupby": ["s"], "keyvals": {"start": 0, "stop": 3}, "value": -1}]"#,
      ["d", "s", "v"],
      [
        "1 | a | 5",
        "2 | a | 3",
        "2 | b | 8",
        "3 | a | null",
        "3 | b | 1",
        "5 | a | 9",
        "0 | a | −1",
        "0 | b | −1",
        "1 | b | −1",
        "5 | b | −1",
      ]),
  ])
  func reshapingFollowsVega(_ example: TransformCase) throws {
    let rows = try example.result()
    #expect(rows == example.rows)
  }
}
