import Syntax
import Tables
import Wording

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
  let locale: TimeLocale

  var label: LabelFormat {
    let isTimeField = fieldType == .temporal || timeUnit != nil
    let type =
      formatType
      ?? (isTimeField && !scale.isTime ? (timeUnit?.isUTC == true ? "utc" : "time") : nil)
    if type != "number", scale.isTime || type == "time" || type == "utc" {
      let rules: TimeZoneRules =
        scale.type == "utc" || type == "utc" || timeUnit?.isUTC == true ? .utc : zone
      if format != nil || !(timeUnit?.parts.isEmpty ?? true) {
        return LabelFormat(.time(Formatting.timeFormat(format, timeUnit, config, locale), rules))
      }
      if !scale.isTime || takesTimeFormat {
        return LabelFormat(.time(Formatting.timeFormat(nil, nil, config, locale), rules))
      }
      return LabelFormat(.multiTime(rules, locale))
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
struct DomainCaption {
  let scale: Scale
  let zone: TimeZoneRules
  let locale: TimeLocale
  let wording: Wording

  init(_ scale: Scale, _ parameters: Parameters) {
    self.scale = scale
    zone = parameters.scope.timeZone
    locale = parameters.scope.timeLocale
    wording = parameters.wording
  }

  /// Of more values only the first and the last are named.
  private static let limit = 10

  private func text(_ value: Value) -> String {
    if !wording.isOfData, case .date(let time) = value {
      let zone = scale.type == "utc" ? .utc : zone
      let isDay = TimeInterval(.day).floor(time, in: zone) == time
      return TimeFormat(isDay ? "%x" : "%c", locale: locale).text(of: time, in: zone)
    }
    if scale.isTime, case .date(let time) = value {
      return TimeFormat("%A, %d %B %Y, %X", locale: locale).text(
        of: time, in: scale.type == "utc" ? .utc : zone)
    }
    if case .date(let time) = value {
      return TimeFormat("%b %d, %Y", locale: locale).text(of: time, in: zone)
    }
    if !wording.isOfData, case .number(let number) = value {
      return MarkDescriptions.plain(number)
    }
    return value.asText
  }

  private func list(_ items: [String]) -> String {
    items.joined(separator: wording.isOfData ? ", " : wording[.listSeparator])
  }

  var text: String {
    let domain = scale.domain
    if scale.isDiscrete {
      let (count, limit) = (domain.count, Self.limit)
      var values = list(domain.prefix(count > limit ? limit - 2 : limit).map(text))
      if count > limit {
        values = Label.scaleValuesEnd.text(in: wording, values, list(domain.suffix(2).map(text)))
      }
      return Label.scaleValues.form(count == 1 ? 0 : 1, in: wording, ["\(count)", values])
    }
    guard let first = domain.first, let last = domain.last else {
      return Label.scaleEmpty.text(in: wording)
    }
    if case .thresholds(let bounds) = scale.kind {
      return Label.scaleBounds.form(
        bounds.count == 1 ? 0 : 1, in: wording,
        ["\(bounds.count)", list(bounds.map { NumberText.text(of: $0) })])
    }
    return Label.scaleRange.text(in: wording, text(first), text(last))
  }
}
