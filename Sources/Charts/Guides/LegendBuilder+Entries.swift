import Glibc
import Syntax
import Tables

/// What a legend lists: values with their labels (vega-encode's `LegendEntries`).
extension LegendBuilder {
  struct Entry {
    var value: Value
    var label: String
    var index: Int
    var share = 0.0
    var endShare = 0.0
  }

  private func request(_ style: GuideStyle, fallback: Double) -> Scale.TickRequest {
    if let count = style.number("tickCount") { return .count(count) }
    if let name = style.string("tickCount"), let interval = TimeTicks.interval(named: name) {
      if scale.asksForTooMany(.interval(interval)) {
        parameters.problems.add(
          ChartDiagnostics.tooManyTicks(at: parameters.file.span(raw("tickCount")?.range ?? 0..<0)))
      }
      return .interval(interval)
    }
    return .count(fallback)
  }

  private var minimumStep: Double? {
    raw("tickMinStep").flatMap { parameters.number($0) }
  }

  func format(_ request: Scale.TickRequest, skips: Bool) -> LabelFormat {
    var format = GuideFormat(
      scale: scale, request: request, format: raw("format"),
      formatType: raw("formatType")?.string, timeUnit: legend.timeUnit,
      fieldType: legend.fieldType, takesTimeFormat: true, config: config,
      zone: parameters.scope.timeZone, locale: parameters.scope.timeLocale
    ).label
    // Symbols of a logarithmic scale are all labelled.
    if skips, case .logarithm(_, _, let specifier) = format.kind,
      let number = LabelFormat.variable(specifier)
    {
      format = LabelFormat(.number(number))
    }
    return format
  }

  func entries(_ kind: Kind, _ style: GuideStyle, length: Double) -> [Entry] {
    let fallback: Double = kind == .gradient ? max(2, 2 * floor(length / 100)) : 5
    let request = scale.adjusted(
      request(style, fallback: fallback), minimumStep: minimumStep)
    let written = raw("values").flatMap { node -> [Value]? in
      let definition = ChannelDefinition(
        node: .emptyObject, channel: .color, type: legend.fieldType, timeUnit: legend.timeUnit)
      if let items = node.array {
        return items.map {
          DomainValues.value($0, definition, zone: parameters.scope.timeZone)
        }
      }
      if case .array(let items) = parameters.value(node) { return items }
      return nil
    }
    let format = format(request, skips: written != nil || kind == .symbols)
    var bounds: [Double]?
    switch scale.kind {
    case .thresholds(let inner): bounds = [-.infinity] + inner + [.infinity]
    case .bins(let all): bounds = all
    case .continuous: bounds = scale.bins
    case .band, .ordinal, .identity: bounds = nil
    }
    var values = written ?? []
    if written == nil {
      if let bounds {
        values = bounds.dropLast().map { .number($0) }
      } else {
        values = scale.ticks(request)
        if case .continuous(let mapping) = scale.kind, case .logarithm = mapping.function,
          case .count(let count) = request
        {
          values = values.filter { scale.labelsLogarithmicTick($0.asNumber, count: count) }
        }
      }
    }
    let domain = scale.numericDomain
    let (low, high) = (domain.first ?? 0, domain.last ?? 1)
    if kind == .gradient, written == nil, values.count < 3, low != high {
      values = [scale.domain.first ?? .number(low), scale.domain.last ?? .number(high)]
    }
    func text(_ value: Value, _ index: Int) -> String {
      if kind == .symbols, let bounds, written == nil {
        return rangeText(
          value.asNumber, index + 1 < bounds.count ? bounds[index + 1] : .infinity, format)
      }
      if kind == .discrete { return index == 0 ? "" : thresholdText(value, format) }
      return format.text(value)
    }
    var entries = values.enumerated().map { index, value in
      Entry(value: value, label: text(value, index), index: index)
    }
    if let expression = raw("labelExpr") {
      let texts = LabelExpressions(parameters: parameters, scale: scale).texts(
        expression, entries.map { ($0.value, $0.label, Double($0.index)) })
      for index in entries.indices { entries[index].label = texts[index] }
    }
    switch kind {
    case .gradient:
      for index in entries.indices {
        let value = entries[index].value.asNumber
        if case .continuous(let mapping) = scale.kind {
          let plain = ContinuousMapping(function: mapping.function, domain: [low, high])
          entries[index].share = plain.share(value)
        }
      }
    case .discrete:
      var (from, to) = (low, high)
      if scale.type == "threshold" {
        let adjust = domain.count > 1 ? (high - low) / Double(domain.count - 1) : 0.1
        from -= adjust
        to += adjust
      }
      for index in entries.indices {
        entries[index].share = index == 0 ? 0 : (entries[index].value.asNumber - from) / (to - from)
        entries[index].endShare =
          index + 1 == entries.count
          ? 1 : (entries[index + 1].value.asNumber - from) / (to - from)
      }
    case .symbols: break
    }
    return entries
  }

  private func rangeText(_ low: Double, _ high: Double, _ format: LabelFormat) -> String {
    let start = low.isFinite ? thresholdText(.number(low), format) : ""
    let end = high.isFinite ? thresholdText(.number(high), format) : ""
    if !start.isEmpty, !end.isEmpty { return start + " – " + end }
    return end.isEmpty ? "≥ " + start : "< " + end
  }

  /// Bounds of discretizing scales are written with as many digits as their distances need.
  private func thresholdText(_ value: Value, _ format: LabelFormat) -> String {
    let specifier = raw("format")?.string.flatMap { NumberFormat($0) }
    let bounds: [Double]
    switch scale.kind {
    case .thresholds(let inner) where scale.type != "threshold": bounds = inner
    case .bins(let edges):
      // As the ticks of a linear scale over all bins.
      return LabelFormat.spanText(
        value.asNumber, edges.first ?? 0, edges.last ?? 1, style.number("tickCount") ?? 5, specifier
      )
    case .thresholds, .continuous, .band, .ordinal, .identity: return format.text(value)
    }
    let values = scale.type == "quantize" ? scale.numericDomain : bounds
    var step = values.count > 1 ? values[1] - values[0] : values.first ?? 1
    for (a, b) in zip(values, values.dropFirst()) { step = min(step, b - a) }
    return LabelFormat.spanText(value.asNumber, 0, step, 30, specifier)
  }
}
