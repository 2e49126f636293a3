import Glibc
import Scene
import Syntax
import Tables

/// Puts domain, range and properties together as Vega's `Scale` operator does.
struct ScaleMaker {
  enum Bins {
    case bounds([Double])
    case binning(start: Double?, stop: Double?, step: Double)

    /// The bounds of the bins that lie within `domain`, or all where it is empty.
    func bounds(domain: [Double]) -> [Double] {
      switch self {
      case .bounds(let bounds): return bounds
      case .binning(let start, let stop, let step):
        guard step > 0 else { return [] }
        let low = domain.first ?? start ?? 0
        let high = domain.last ?? stop ?? low
        var first = start ?? low
        var last = stop ?? high
        if !domain.isEmpty {
          if first < low { first = step * ceil(low / step) }
          if last > high { last = step * floor(high / step) }
        }
        let count = max(0, ceil((last + step / 2 - first) / step))
        return (0..<Int(limited: min(count, 10_000))).map { first + Double($0) * step }
      }
    }
  }

  let component: ScaleComponent
  let channel: Channel
  let domain: [Value]
  let bins: Bins?
  let range: ScaleRange
  let zone: TimeZoneRules
  let parameters: Parameters

  private func number(_ name: String) -> Double? {
    component.property(name).flatMap { parameters.number($0) }
  }
  private func flag(_ name: String) -> Bool {
    component.property(name).map { parameters.value($0).isTruthy } ?? false
  }

  var scale: Scale {
    let type = component.typeName
    switch type {
    case "band", "point": return band(type)
    case "ordinal":
      return Scale(
        type: type, kind: .ordinal, domain: domain, output: reversed(range.output), zone: zone)
    case "bin-ordinal":
      let bounds = bins?.bounds(domain: []) ?? domain.map(\.asNumber)
      return Scale(
        type: type, kind: .bins(bounds), domain: bounds.map { .number($0) },
        output: reversed(range.output), bins: bounds, zone: zone)
    case "quantile", "quantize", "threshold": return discretizing(type)
    case "identity":
      return Scale(type: type, kind: .identity, domain: domain, output: .numbers([]), zone: zone)
    default: return continuous(type)
    }
  }

  private func reversed(_ output: Scale.Output) -> Scale.Output {
    guard flag("reverse") else { return output }
    switch output {
    case .numbers(let numbers): return .numbers(numbers.reversed())
    case .values(let values): return .values(values.reversed())
    case .ramp(let ramp): return .ramp(.part(ramp, from: 1, to: 0))
    }
  }

  private func band(_ type: String) -> Scale {
    let isPoint = type == "point"
    let padding = number("padding")
    let inner = isPoint ? 1 : number("paddingInner") ?? padding ?? 0
    let outer = number("paddingOuter") ?? padding ?? 0
    var ends = (0.0, 1.0)
    let output = reversed(range.output)
    if case .numbers(let numbers) = output, let first = numbers.first, let last = numbers.last {
      ends = (first, last)
    }
    let layout = BandLayout(
      count: domain.count, range: ends, paddingInner: min(1, inner), paddingOuter: outer,
      align: number("align") ?? 0.5, rounds: flag("round"))
    return Scale(type: type, kind: .band(layout), domain: domain, output: output, zone: zone)
  }

  private func function(_ type: String) -> ContinuousMapping.Function {
    switch type {
    case "sqrt": .power(0.5)
    case "pow": .power(number("exponent") ?? 1)
    case "log": .logarithm(base: number("base") ?? 10)
    case "symlog": .symmetricLogarithm(constant: number("constant") ?? 1)
    default: .linear
    }
  }

  private func continuous(_ type: String) -> Scale {
    let isTime = type == "time" || type == "utc"
    let rules: TimeZoneRules = type == "utc" ? .utc : zone
    let output = reversed(range.output)
    var numbers = domain.map(\.asNumber).filter { !$0.isNaN }
    if numbers.isEmpty { numbers = isTime ? [946_684_800_000, 946_771_200_000] : [0, 1] }
    if numbers.count == 1 { numbers.append(numbers[0]) }
    let function = function(type)
    let last = numbers.count - 1
    let hasZero = component.property("zero").map { parameters.value($0).isTruthy } ?? false
    if hasZero, !isTime {
      if numbers[0] > 0 { numbers[0] = 0 }
      if numbers[last] < 0 { numbers[last] = 0 }
    }
    func end(_ name: String) -> Double? {
      guard let node = component.property(name) else { return nil }
      if isTime {
        let definition = ChannelDefinition(node: .emptyObject, channel: channel, type: .temporal)
        return DomainValues.value(node, definition, zone: zone).asNumber
      }
      return parameters.number(node)
    }
    if let low = end("domainMin") { numbers[0] = low }
    if let high = end("domainMax") { numbers[last] = high }
    if let middle = end("domainMid") { numbers.insert(middle, at: last) }
    if let padding = number("padding"), padding != 0, numbers.first != numbers.last,
      case .numbers(let range) = output
    {
      numbers = padded(numbers, function, range, padding)
    }
    if let nice = component.property("nice") {
      numbers = niced(numbers, nice, function, isTime, rules)
    }
    let mapping = ContinuousMapping(
      function: function, domain: numbers, isClamped: flag("clamp"), isRounded: flag("round"))
    return Scale(
      type: type, kind: .continuous(mapping),
      domain: numbers.map { isTime ? .date($0) : .number($0) }, output: output,
      bins: bins?.bounds(domain: numbers), zone: rules)
  }

  /// The domain widened so that `padding` pixels are left at both ends (vega-util's `zoom` functions).
  private func padded(
    _ domain: [Double], _ function: ContinuousMapping.Function, _ range: [Double],
    _ padding: Double
  ) -> [Double] {
    guard let first = range.first, let last = range.last, let low = domain.first,
      let high = domain.last
    else { return domain }
    let span = abs(last - first)
    let factor = span / (span - 2 * padding)
    guard factor.isFinite, factor > 0 else { return domain }
    let mapping = ContinuousMapping(function: function, domain: domain)
    let (a, b) = (mapping.transformed(low), mapping.transformed(high))
    let middle = (a + b) / 2
    var result = domain
    result[0] = mapping.inverse(middle + (a - middle) * factor)
    result[result.count - 1] = mapping.inverse(middle + (b - middle) * factor)
    return result
  }

  private func niced(
    _ domain: [Double], _ node: JSONNode, _ function: ContinuousMapping.Function, _ isTime: Bool,
    _ zone: TimeZoneRules
  ) -> [Double] {
    let value = parameters.value(node)
    guard value.isTruthy else { return domain }
    guard let low = domain.first, let high = domain.last else { return domain }
    var result = domain
    let count: Double? = if case .number(let number) = value { number } else { nil }
    if isTime {
      var interval: TimeInterval?
      if let name = node.string {
        interval = TimeTicks.interval(named: name)
      } else if let name = node["interval"]?.string {
        interval = TimeTicks.interval(named: name, step: Int(limited: node["step"]?.number ?? 1))
      }
      guard
        let interval = interval ?? TimeTicks.interval(min(low, high), max(low, high), count ?? 10)
      else { return domain }
      if low <= high {
        result[0] = interval.floor(low, in: zone)
        result[result.count - 1] = interval.ceiling(high, in: zone)
      } else {
        result[0] = interval.ceiling(low, in: zone)
        result[result.count - 1] = interval.floor(high, in: zone)
      }
      return result
    }
    switch function {
    case .logarithm(let base):
      func power(_ x: Double, _ round: (Double) -> Double) -> Double {
        let exponent = ContinuousMapping.logarithm(abs(x), base: base)
        return x < 0 ? -pow(base, -round(-exponent)) : pow(base, round(exponent))
      }
      if low <= high {
        result[0] = power(low, floor)
        result[result.count - 1] = power(high, ceil)
      } else {
        result[0] = power(low, ceil)
        result[result.count - 1] = power(high, floor)
      }
    case .linear, .power, .symmetricLogarithm:
      let ends = LinearTicks.nice(low, high, count: count ?? 10)
      result[0] = ends.0
      result[result.count - 1] = ends.1
    }
    return result
  }

  private func discretizing(_ type: String) -> Scale {
    let output = reversed(range.output)
    let count: Int =
      switch output {
      case .values(let values): values.count
      case .numbers(let numbers): numbers.count
      case .ramp: 1
      }
    let numbers = domain.map(\.asNumber).filter { !$0.isNaN }
    switch type {
    case "threshold":
      return Scale(
        type: type, kind: .thresholds(numbers), domain: domain, output: output, zone: zone)
    case "quantile":
      let bounds = (1..<max(1, count)).map { Self.quantile(numbers, Double($0) / Double(count)) }
      return Scale(
        type: type, kind: .thresholds(bounds), domain: numbers.map { .number($0) },
        output: output, zone: zone)
    default:
      var ends = (numbers.first ?? 0, numbers.last ?? 1)
      if component.property("zero").map({ parameters.value($0).isTruthy }) ?? false {
        if ends.0 > 0 { ends.0 = 0 }
        if ends.1 < 0 { ends.1 = 0 }
      }
      if let low = number("domainMin") { ends.0 = low }
      if let high = number("domainMax") { ends.1 = high }
      if flag("nice") { ends = LinearTicks.nice(ends.0, ends.1) }
      let bounds = (1..<max(1, count)).map {
        (Double($0) * ends.1 + Double(count - $0) * ends.0) / Double(count)
      }
      return Scale(
        type: type, kind: .thresholds(bounds), domain: [.number(ends.0), .number(ends.1)],
        output: output, zone: zone)
    }
  }

  /// d3-array's `quantileSorted`.
  private static func quantile(_ sorted: [Double], _ p: Double) -> Double {
    guard let first = sorted.first, let last = sorted.last else { return .nan }
    if p <= 0 || sorted.count < 2 { return first }
    if p >= 1 { return last }
    let place = Double(sorted.count - 1) * p
    let index = Int(limited: place)
    return sorted[index] + (sorted[index + 1] - sorted[index]) * (place - Double(index))
  }
}
