import Scene
import Syntax
import Tables

/// The words of an axis: labels of its ticks, and its title.
extension AxisBuilder {
  /// Labels at the ends of the range lean inwards (vega-encode's `flush`).
  private func flush<Result>(
    _ value: Value, _ threshold: Double, _ first: Result, _ last: Result, _ other: Result
  ) -> Result {
    guard let range = scale.numericRange, let place = scale.number(value) else { return other }
    let fromLow = abs(place - min(range.0, range.1))
    let fromHigh = abs(max(range.0, range.1) - place)
    if fromLow < fromHigh, fromLow <= threshold { return first }
    return fromHigh <= threshold ? last : other
  }

  func labels(
    _ ticks: [Tick], _ bands: Bands, _ style: GuideStyle, tickSize: Double
  ) -> SceneMark {
    let sign: Double = orient == "left" || orient == "top" ? -1 : 1
    let padding = style.number("labelPadding") ?? 2
    let away = sign * (tickSize + padding)
    let flushNode = style.node("labelFlush")
    let isFlush = flushNode.map { $0.number != nil || $0.bool == true } ?? false
    let threshold = flushNode?.number ?? 1
    let flushOffset = style.number("labelFlushOffset") ?? 0
    let labelOffset = style.number("labelOffset") ?? 0
    let values = TickValues(
      ticks: ticks.map { ($0.value, $0.label, $0.index) }, lookup: raw, parameters: parameters)
    let ownAlign = style.string("labelAlign")
    let ownBaseline = style.string("labelBaseline")
    let expression = raw("labelExpr")
    let texts = expression.map {
      LabelExpressions(parameters: parameters, scale: scale).texts(
        $0, ticks.map { ($0.value, $0.label, $0.index) })
    }
    let plainText = style.text("label", style: labelStyle)
    let styleFill = labelStyle("fill")?.string.flatMap { CSSColor.parse($0) }.flatMap { $0 }.map {
      ScenePaint.color($0)
    }
    let angle = style.number("labelAngle") ?? 0
    // The extra tick has a label without words, whose height counts all the same.
    let items = ticks.enumerated().map { order, tick -> SceneItem in
      let item = SceneItem()
      let label = Bands(
        share: axis.labelBandPosition ?? 0.5, hasExtra: false, offset: bands.offset)
      let along = place(tick, label, rounds: false, offset: labelOffset)
      item.x = isX ? along : away
      item.y = isX ? away : along
      if let own = values.number("labelPadding", order), own != padding {
        let moved = sign * (tickSize + own)
        if isX { item.y = moved } else { item.x = moved }
      }
      var text = plainText
      text.lines = (texts?[order] ?? tick.label).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      if let size = values.number("labelFontSize", order) { text.size = size }
      if let weight = values.node("labelFontWeight", order) {
        text.weight = FontWeights.number(weight)
      }
      if let slant = values.node("labelFontStyle", order)?.string {
        text.isItalic = slant == "italic"
      }
      if isX {
        text.align =
          values.node("labelAlign", order)?.string ?? ownAlign
          ?? (isFlush ? flush(tick.value, threshold, "left", "right", "center") : "center")
        text.baseline =
          values.node("labelBaseline", order)?.string ?? ownBaseline
          ?? (orient == "top" ? "bottom" : "top")
        if isFlush, flushOffset != 0, ownAlign == nil {
          text.dx = flush(tick.value, threshold, -flushOffset, flushOffset, 0)
        }
      } else {
        text.align =
          values.node("labelAlign", order)?.string ?? ownAlign
          ?? (orient == "right" ? "left" : "right")
        text.baseline =
          values.node("labelBaseline", order)?.string ?? ownBaseline
          ?? (isFlush ? flush(tick.value, threshold, "top", "bottom", "middle") : "middle")
        if isFlush, flushOffset != 0, ownBaseline == nil {
          text.dy = flush(tick.value, threshold, -flushOffset, flushOffset, 0)
        }
      }
      item.angle = angle
      item.text = text
      item.fill =
        values.isBlank("labelColor", order)
        ? nil : values.paint("labelColor", order) ?? styleFill
      if let opacity = values.number("labelOpacity", order) { item.fillOpacity = opacity }
      return item
    }
    let mark = SceneMark(.text, role: "axis-label", items: items)
    mark.overlap = overlapRequest(style)
    return mark
  }

  private func overlapRequest(_ style: GuideStyle) -> LabelOverlap.Request? {
    guard let node = style.node("labelOverlap"), node.bool != false else { return nil }
    var request = LabelOverlap.Request(method: node.string == "greedy" ? .greedy : .parity)
    request.separation = style.number("labelSeparation") ?? 0
    request.isHorizontal = isX
    if let bound = style.node("labelBound"), bound.bool != false, let range = scale.numericRange {
      request.range = (
        min(range.0, range.1), max(range.0, range.1), bound.number ?? 1
      )
    }
    return request
  }

  func titleMark(_ range: (Double, Double), _ style: GuideStyle) -> SceneMark? {
    guard let lines = axis.title?.value.lines, lines.contains(where: { !$0.isEmpty }) else {
      return nil
    }
    let item = SceneItem()
    var text = style.text("title", style: titleStyle)
    text.lines = lines.flatMap {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let anchor = style.string("titleAnchor") ?? "middle"
    let share: Double = anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5
    let along = range.0 + (range.1 - range.0) * share
    let sign: Double = orient == "left" || orient == "top" ? -1 : 1
    text.align = anchor == "start" ? "left" : anchor == "end" ? "right" : "center"
    if isX {
      item.x = along
      text.baseline = orient == "top" ? "bottom" : "top"
    } else {
      item.y = along
      item.angle = sign * 90
      text.baseline = "bottom"
    }
    if let align = style.string("titleAlign") { text.align = align }
    if let angle = style.number("titleAngle") { item.angle = angle }
    if let baseline = style.string("titleBaseline") { text.baseline = baseline }
    item.text = text
    item.fill =
      style.paint("titleColor")
      ?? titleStyle("fill")?.string.flatMap { CSSColor.parse($0) }.flatMap { $0 }.map { .color($0) }
    if let opacity = style.number("titleOpacity") { item.fillOpacity = opacity }
    let mark = SceneMark(.text, role: "axis-title", items: [item])
    if let x = style.number("titleX") { item.x = x }
    if let y = style.number("titleY") { item.y = y }
    titlePlacement(style, item)
    return mark
  }

  private func titlePlacement(_ style: GuideStyle, _ item: SceneItem) {
    let isPlaced = isX ? style.number("titleY") != nil : style.number("titleX") != nil
    item.layout.placesTitle = !isPlaced
  }
}
