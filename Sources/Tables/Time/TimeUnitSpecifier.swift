/// The time format that suits a time unit: Vega's `timeUnitSpecifier`.
package enum TimeUnitSpecifier {
  /// The format for `parts`, largest first. `overrides` maps a part's name, or several joined with `-`, to
  /// a format that comes before Vega's own; nil takes one away.
  package static func text(
    for parts: [TimeUnit.Part], overrides: [String: String?] = [:]
  ) -> String {
    let names = TimeUnit.Part.allCases.filter { parts.contains($0) }.map(\.rawValue)
    var result = ""
    var start = 0
    while start < names.count {
      var end = names.count
      while end > start {
        let key = names[start..<end].joined(separator: "-")
        let known = overrides[key] ?? specifiers[key]
        if let specifier = known {
          result += specifier
          break
        }
        end -= 1
      }
      start = max(end, start + 1)
    }
    return JavaScriptText.trimmed(result)
  }

  /// Vega-Lite's overrides, which it passes for every time unit.
  package static let vegaLiteOverrides: [String: String?] = [
    "year-month": "%b %Y ", "year-month-date": "%b %d, %Y ",
  ]

  private static let specifiers = [
    "year": "%Y ", "quarter": "Q%q ", "month": "%b ", "date": "%d ", "week": "W%U ", "day": "%a ",
    "dayofyear": "%j ", "hours": "%H:00", "minutes": "00:%M", "seconds": ":%S",
    "milliseconds": ".%L", "year-month": "%Y-%m ", "year-month-date": "%Y-%m-%d ",
    "hours-minutes": "%H:%M",
  ]
}
