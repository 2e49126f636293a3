import Tables
import Testing

@Suite struct StatisticsTransformTests {
  @Test(arguments: [
    TransformCase(
      "density", .points,
      #"[{"density": "y", "extent": [0, 20], "steps": 5}]"#,
      ["value", "density"],
      [
        "0 | 0.0202587009632",
        "4 | 0.0377603583475",
        "8 | 0.0467250042356",
        "12 | 0.046789236663",
        "16 | 0.0412135180753",
        "20 | 0.0292261042546",
      ]),
    TransformCase(
      "density bandwidth cumulative", .points,
      #"[{"density": "y", "bandwidth": 2, "cumulative": true, "extent": [0, 20], "steps": 4}]"#,
      ["value", "density"],
      [
        "0 | 0.0173430747191",
        "5 | 0.197434913172",
        "10 | 0.453644133176",
        "15 | 0.686881624063",
        "20 | 0.893514962137",
      ]),
    TransformCase(
      "density adaptive", .points,
      #"[{"density": "y", "bandwidth": 2, "extent": [0, 20], "minsteps": 3, "maxsteps": 9, "resolve": "independent"}]"#,
      ["value", "density"],
      [
        "0 | 0.0146407678224",
        "3.33333333333 | 0.0439149385016",
        "6.66666666667 | 0.0519401518123",
        "10 | 0.0467038684844",
        "13.3333333333 | 0.0486210088009",
        "16.6666666667 | 0.0473979426901",
        "20 | 0.0259478409096",
      ]),
    TransformCase(
      "density groups counts",
      .json(
        #"[{"g": "a", "h": "x", "v": 3, "t": "2024-01-15T10:30:00"}, {"g": "b", "h": "x", "v": -1, "t": "2024-02-20T00:00:00"}, {"g": "a", "h": "y", "v": 4.5, "t": "2024-02-29T23:59:59"}, {"g": "a", "h": "x", "v": 7, "t": "2023-03-12T02:30:00"}]"#
      ),
      #"[{"density": "v", "groupby": ["g"], "counts": true, "steps": 3, "bandwidth": 1}]"#,
      ["g", "value", "density"],
      [
        "a | −1 | 0.00013393792337",
        "a | 1.66666666667 | 0.171216440071",
        "a | 4.33333333333 | 0.568845776802",
        "a | 7 | 0.416604411121",
        "b | −1 | 0.398942280401",
        "b | 1.66666666667 | 0.0113959860238",
        "b | 4.33333333333 | 2.65630190852e-7",
        "b | 7 | 5.05227108354e-15",
      ]),
    TransformCase(
      "regression linear", .points,
      #"[{"regression": "y", "on": "x", "method": "linear", "params": true}]"#,
      ["coef.0", "coef.1", "coef.2", "rSquared"],
      [
        "−0.353333333333 | 2.12242424242 | undefined | 0.97400246582"
      ]),
    TransformCase(
      "regression log", .points,
      #"[{"regression": "y", "on": "x", "method": "log", "params": true}]"#,
      ["coef.0", "coef.1", "coef.2", "rSquared"],
      [
        "−1.13622406307 | 8.2467451169 | undefined | 0.861956988827"
      ]),
    TransformCase(
      "regression exp", .points,
      #"[{"regression": "y", "on": "x", "method": "exp", "params": true}]"#,
      ["coef.0", "coef.1", "coef.2", "rSquared"],
      [
        "3.38295406744 | 0.194238373296 | undefined | 0.943726238333"
      ]),
    TransformCase(
      "regression pow", .points,
      #"[{"regression": "y", "on": "x", "method": "pow", "params": true}]"#,
      ["coef.0", "coef.1", "coef.2", "rSquared"],
      [
        "2.02459806332 | 1.00557227683 | undefined | 0.972990161363"
      ]),
    TransformCase(
      "regression quad", .points,
      #"[{"regression": "y", "on": "x", "method": "quad", "params": true}]"#,
      ["coef.0", "coef.1", "coef.2", "rSquared"],
      [
        "0.555 | 1.66825757576 | 0.0412878787879 | 0.97636142691"
      ]),
    TransformCase(
      "regression poly", .points,
      #"[{"regression": "y", "on": "x", "method": "poly", "order": 3, "params": true}]"#,
      ["coef.0", "coef.1", "coef.2", "coef.3", "rSquared"],
      [
        "−0.663333333333 | 2.74885392385 | −0.193006993007 | 0.0141996891997 | 0.977993686312"
      ]),
    TransformCase(
      "regression line", .points,
      #"[{"regression": "y", "on": "x", "extent": [0, 12]}]"#,
      ["x", "y"],
      [
        "0 | −0.353333333333",
        "12 | 25.1157575758",
      ]),
    TransformCase(
      "regression curve", .first(4, .points),
      #"[{"regression": "y", "on": "x", "method": "quad"}]"#,
      ["x", "y"],
      [
        "1 | 2.07",
        "1.12 | 2.28984",
        "1.24 | 2.51256",
        "1.36 | 2.73816",
        "1.48 | 2.96664",
        "1.6 | 3.198",
        "1.72 | 3.43224",
        "1.84 | 3.66936",
        "1.96 | 3.90936",
        "2.08 | 4.15224",
        "2.2 | 4.398",
        "2.32 | 4.64664",
        "2.44 | 4.89816",
        "2.56 | 5.15256",
        "2.68 | 5.40984",
        "2.8 | 5.67",
        "2.92 | 5.93304",
        "3.04 | 6.19896",
        "3.16 | 6.46776",
        "3.28 | 6.73944",
        "3.4 | 7.014",
        "3.52 | 7.29144",
        "3.64 | 7.57176",
        "3.76 | 7.85496",
        "3.88 | 8.14104",
        "4 | 8.43",
      ]),
    TransformCase(
      "loess", .points,
      #"[{"loess": "y", "on": "x", "bandwidth": 0.5}]"#,
      ["x", "y"],
      [
        "1 | 1.99996890757",
        "2 | 4.07598992161",
        "3 | 6.17146621875",
        "4 | 7.97530055447",
        "5 | 10.1063284782",
        "6 | 12.0590644269",
        "7 | 14.4571094506",
        "8 | 16.1929145716",
        "9 | 18.9832907922",
        "10 | 21.7207623811",
      ]),
    TransformCase(
      "quantile", .points,
      #"[{"quantile": "y", "probs": [0.1, 0.5, 0.9]}]"#,
      ["prob", "value"],
      [
        "0.1 | 3.72",
        "0.5 | 11.15",
        "0.9 | 17.99",
      ]),
    TransformCase(
      "quantile step", .sales,
      #"[{"quantile": "v", "groupby": ["g"], "step": 0.4}]"#,
      ["g", "prob", "value"],
      [
        "a | 0.2 | 3.6",
        "a | 0.6 | 5",
        "b | 0.2 | −1",
        "b | 0.6 | −1",
        "c | 0.2 | 2",
        "c | 0.6 | 2",
      ]),
  ])
  func curvesFollowVega(_ example: TransformCase) throws {
    let rows = try example.result()
    #expect(rows == example.rows)
  }
}
