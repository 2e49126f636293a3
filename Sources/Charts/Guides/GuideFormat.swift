import Syntax
import Tables

/// The format of the labels of an axis or legend (Vega-Lite's `guideFormat`, Vega's `tickFormat`).
struct GuideFormat {
  let scale: Scale
  let request: Scale.TickRequest
  let format: JSONNode?
  let formatType: String?
  let timeUnit: UnitOfTime?
  let fieldType: FieldType?
  var isNormalized = false
  /// Whether times are written in the configuration's format where there is no other; axes have formats by
  /// the size of their steps.
  var takesTimeFormat = false
  let config: Config
  let zone: TimeZoneRules

  var label: LabelFormat {
    let isTimeField = fieldType == .temporal || timeUnit != nil
    let type =
      formatType
      ?? (isTimeField && !scale.isTime ? (timeUnit?.isUTC == true ? "utc" : "time") : nil)
    if type != "number", scale.isTime || type == "time" || type == "utc" {
      let rules: TimeZoneRules =
        scale.type == "utc" || type == "utc" || timeUnit?.isUTC == true ? .utc : zone
      if format != nil || !(timeUnit?.parts.isEmpty ?? true) {
        return LabelFormat(.time(Formatting.timeFormat(format, timeUnit, config), rules))
      }
      if !scale.isTime || takesTimeFormat {
        return LabelFormat(.time(Formatting.timeFormat(nil, nil, config), rules))
      }
      return LabelFormat(.multiTime(rules))
    }
    let text =
      format?.string
      ?? (fieldType == .quantitative
        ? (isNormalized ? config.root["normalizedNumberFormat"]?.string : nil)
          ?? config.root["numberFormat"]?.string : nil)
    let specifier = text.flatMap { $0.isEmpty ? nil : NumberFormat($0) }
    let count: Double = if case .count(let count) = request { count } else { 10 }
    if case .continuous(let mapping) = scale.kind {
      if case .logarithm = mapping.function {
        return LabelFormat(.logarithm(scale, count: count, specifier: specifier))
      }
      if case .symmetricLogarithm = mapping.function, specifier == nil {
        return LabelFormat(.logarithm(scale, count: count, specifier: nil))
      }
      return LabelFormat(
        .span(
          start: mapping.domain.first ?? 0, stop: mapping.domain.last ?? 1, count: count,
          specifier: specifier))
    }
    if let specifier { return LabelFormat(.number(specifier)) }
    return LabelFormat(.text)
  }
}

/// What a scale's domain holds, in words (vega-scale's `domainCaption`).
enum DomainCaption {
  static func text(_ scale: Scale, format: JSONNode?, zone: TimeZoneRules, limit: Int = 10)
    -> String
  {
    let domain = scale.domain
    func text(_ value: Value) -> String {
      if scale.isTime, case .date(let time) = value {
        return TimeFormat("%A, %d %B %Y, %X").text(
          of: time, in: scale.type == "utc" ? .utc : zone)
      }
      if case .date(let time) = value { return TimeFormat("%b %d, %Y").text(of: time, in: zone) }
      return value.asText
    }
    if scale.isDiscrete {
      let count = domain.count
      let values = domain.prefix(count > limit ? limit - 2 : limit).map(text)
        .joined(separator: ", ")
      let ending =
        count > limit
        ? values + ", ending with " + domain.suffix(2).map(text).joined(separator: ", ") : values
      return "\(count) value\(count == 1 ? "" : "s"): \(ending)"
    }
    guard let first = domain.first, let last = domain.last else { return "no values" }
    if case .thresholds(let bounds) = scale.kind {
      let texts = bounds.map { NumberText.text(of: $0) }.joined(separator: ", ")
      return "\(bounds.count) boundar\(bounds.count == 1 ? "y" : "ies"): \(texts)"
    }
    return "values from \(text(first)) to \(text(last))"
  }
}
