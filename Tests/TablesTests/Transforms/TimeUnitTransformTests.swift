import Tables
import Testing

@Suite struct TimeUnitTransformTests {
  @Test(arguments: [
    TransformCase(
      "time unit year", .sales,
      #"[{"timeUnit": "year", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.704096e+12 | 1.7357184e+12",
        "1.704096e+12 | 1.7357184e+12",
        "1.704096e+12 | 1.7357184e+12",
        "1.7357184e+12 | 1.7672544e+12",
        "1.67256e+12 | 1.704096e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit quarter", .sales,
      #"[{"timeUnit": "quarter", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3254048e+12 | 1.3332636e+12",
        "1.3254048e+12 | 1.3332636e+12",
        "1.3254048e+12 | 1.3332636e+12",
        "1.3490748e+12 | 1.3570272e+12",
        "1.3254048e+12 | 1.3332636e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit month", .sales,
      #"[{"timeUnit": "month", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3254048e+12 | 1.3280832e+12",
        "1.3280832e+12 | 1.3305888e+12",
        "1.3280832e+12 | 1.3305888e+12",
        "1.3543488e+12 | 1.3570272e+12",
        "1.3305888e+12 | 1.3332636e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit yearmonth", .sales,
      #"[{"timeUnit": "yearmonth", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.704096e+12 | 1.7067744e+12",
        "1.7067744e+12 | 1.70928e+12",
        "1.7067744e+12 | 1.70928e+12",
        "1.764576e+12 | 1.7672544e+12",
        "1.6776576e+12 | 1.6803324e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit yearmonthdate", .sales,
      #"[{"timeUnit": "yearmonthdate", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.7053056e+12 | 1.705392e+12",
        "1.708416e+12 | 1.7085024e+12",
        "1.7091936e+12 | 1.70928e+12",
        "1.767168e+12 | 1.7672544e+12",
        "1.678608e+12 | 1.6786908e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit day", .sales,
      #"[{"timeUnit": "day", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3254912e+12 | 1.3255776e+12",
        "1.3255776e+12 | 1.325664e+12",
        "1.3257504e+12 | 1.3258368e+12",
        "1.325664e+12 | 1.3257504e+12",
        "1.3254048e+12 | 1.3254912e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit week", .sales,
      #"[{"timeUnit": "week", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3260096e+12 | 1.3266144e+12",
        "1.3290336e+12 | 1.3296384e+12",
        "1.3296384e+12 | 1.3302432e+12",
        "1.3562496e+12 | 1.3568544e+12",
        "1.3314528e+12 | 1.332054e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit yearweek", .sales,
      #"[{"timeUnit": "yearweek", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.7052192e+12 | 1.705824e+12",
        "1.7082432e+12 | 1.708848e+12",
        "1.708848e+12 | 1.7094528e+12",
        "1.7669088e+12 | 1.7675136e+12",
        "1.678608e+12 | 1.6792092e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit dayofyear", .sales,
      #"[{"timeUnit": "dayofyear", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3266144e+12 | 1.3267008e+12",
        "1.3297248e+12 | 1.3298112e+12",
        "1.3305024e+12 | 1.3305888e+12",
        "1.3568544e+12 | 1.3569408e+12",
        "1.3314528e+12 | 1.3315356e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit hours", .sales,
      #"[{"timeUnit": "hours", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3254408e+12 | 1.3254444e+12",
        "1.3254048e+12 | 1.3254084e+12",
        "1.3254876e+12 | 1.3254912e+12",
        "1.325448e+12 | 1.3254516e+12",
        "1.3254156e+12 | 1.3254192e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit hoursminutes", .sales,
      #"[{"timeUnit": "hoursminutes", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3254426e+12 | 1.32544266e+12",
        "1.3254048e+12 | 1.32540486e+12",
        "1.32549114e+12 | 1.3254912e+12",
        "1.325448e+12 | 1.32544806e+12",
        "1.3254174e+12 | 1.32541746e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit monthdate", .sales,
      #"[{"timeUnit": "monthdate", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3266144e+12 | 1.3267008e+12",
        "1.3297248e+12 | 1.3298112e+12",
        "1.3305024e+12 | 1.3305888e+12",
        "1.3569408e+12 | 1.3570272e+12",
        "1.3315356e+12 | 1.331622e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit yearquarter", .sales,
      #"[{"timeUnit": "yearquarter", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.704096e+12 | 1.7119548e+12",
        "1.704096e+12 | 1.7119548e+12",
        "1.704096e+12 | 1.7119548e+12",
        "1.759302e+12 | 1.7672544e+12",
        "1.67256e+12 | 1.6803324e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit utcyearmonthdatehours", .sales,
      #"[{"timeUnit": "utcyearmonthdatehours", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.7053416e+12 | 1.7053452e+12",
        "1.708416e+12 | 1.7084196e+12",
        "1.7092764e+12 | 1.70928e+12",
        "1.7672112e+12 | 1.7672148e+12",
        "1.6786152e+12 | 1.6786188e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit utcday", .sales,
      #"[{"timeUnit": "utcday", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3254624e+12 | 1.3255488e+12",
        "1.3255488e+12 | 1.3256352e+12",
        "1.325808e+12 | 1.3258944e+12",
        "1.3256352e+12 | 1.3257216e+12",
        "1.325376e+12 | 1.3254624e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit yeardayofyear", .sales,
      #"[{"timeUnit": "yeardayofyear", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.7053056e+12 | 1.705392e+12",
        "1.708416e+12 | 1.7085024e+12",
        "1.7091936e+12 | 1.70928e+12",
        "1.767168e+12 | 1.7672544e+12",
        "1.678608e+12 | 1.6786908e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit weekday", .sales,
      #"[{"timeUnit": "weekday", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.326096e+12 | 1.3261824e+12",
        "1.3292064e+12 | 1.3292928e+12",
        "1.329984e+12 | 1.3300704e+12",
        "1.3565088e+12 | 1.3565952e+12",
        "1.3314528e+12 | 1.3315356e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit dayhours", .sales,
      #"[{"timeUnit": "dayhours", "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3255272e+12 | 1.3255308e+12",
        "1.3255776e+12 | 1.3255812e+12",
        "1.3258332e+12 | 1.3258368e+12",
        "1.3257072e+12 | 1.3257108e+12",
        "1.3254156e+12 | 1.3254192e+12",
        "null | null",
      ]),
    TransformCase(
      "time unit with step", .sales,
      #"[{"timeUnit": {"unit": "month", "step": 6}, "field": "t", "as": "u"}]"#,
      ["u", "u_end"],
      [
        "1.3254048e+12 | 1.341126e+12",
        "1.3254048e+12 | 1.341126e+12",
        "1.3254048e+12 | 1.341126e+12",
        "1.341126e+12 | 1.3570272e+12",
        "1.3254048e+12 | 1.341126e+12",
        "null | null",
      ]),
  ])
  func timeUnitsFollowVega(_ example: TransformCase) throws {
    let rows = try example.result()
    #expect(rows == example.rows)
  }
}
