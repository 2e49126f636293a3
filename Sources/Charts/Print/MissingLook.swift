import Scene
import Syntax
import Tables

/// Shows the places of an axis that have no value: by a word at the base line, or as a hatched slot. Nothing is
/// interpolated, and a missing bar cannot be taken for one of zero.
struct MissingLook: Sendable {
  enum Look: String, CaseIterable, Sendable { case text, hatch }

  var range: Range<Int>
  var look = Look.text
  /// The word at the place; nil for none.
  var label: String? = "n/a"
  /// What it means, said under the chart.
  var note: String?

  /// Keeps categories on the axis whose every value is missing.
  static let configuration: JSONNode = .of([
    "mark": .of(["invalid": "break-paths-show-domains"])
  ])

  /// Reads `true`, or an object with `look`, `label` and `note`.
  init?(_ node: JSONNode, at path: String, _ reader: inout ExtensionReader) {
    range = node.range
    if let isOn = node.bool {
      if !isOn { return nil }
      return
    }
    reader.names(of: node, ["look", "label", "note"], at: path)
    guard node.isObject else { return nil }
    if let written = node["look"] {
      guard let known = written.string.flatMap({ Look(rawValue: $0) }) else {
        reader.refuse(written, at: "\(path)/look", expected: "`text` or `hatch`")
        return nil
      }
      look = known
    }
    if let written = node["label"] {
      label = written.isNull ? nil : reader.string(written, at: "\(path)/label")
      if written.isNull, look == .text {
        reader.refuse(written, at: "\(path)/label", expected: "a string, or the look `hatch`")
      }
    }
    note = node["note"].flatMap { reader.string($0, at: "\(path)/note") }
  }

  // MARK: Places

  /// The dimension of a unit along which values can be missing, and the channel of its measure.
  static func channels(_ unit: Model.Unit) -> (dimension: Channel, measure: Channel)? {
    guard !TargetLayers.isPart(unit) else { return nil }
    func isMeasure(_ channel: Channel) -> Bool {
      unit[channel].map { $0.isField && $0.type == .quantitative && $0.bin == nil } ?? false
    }
    func isDimension(_ channel: Channel) -> Bool {
      unit[channel].map { $0.isField && ($0.type?.isDiscrete == true || $0.type == .temporal) }
        ?? false
    }
    if isMeasure(.y), isDimension(.x) { return (.x, .y) }
    if isMeasure(.x), isDimension(.y) { return (.y, .x) }
    return nil
  }

  private struct Slot: Hashable {
    var start: Double
    var width: Double
  }

  /// A view's places without a value, drawn.
  func marks(
    for instance: ViewInstance, config: Config, parameters: Parameters, measurer: TextMeasurer
  ) -> [SceneMark] {
    var isX = true
    var base: Double?
    var all: [Slot] = []
    var filled: Set<Slot> = []
    for view in instance.units {
      guard let unit = view.model.unit, let channels = Self.channels(unit) else { continue }
      isX = channels.dimension == .x
      let encoder = PositionEncoder(instance: view, unit: unit, parameters: parameters)
      base = base ?? encoder.zero(channels.measure)
      for slot in slots(of: view, unit, channels.dimension) where !all.contains(slot) {
        all.append(slot)
      }
      filled.formUnion(rows(of: view, unit, channels, isValid: true))
    }
    let missing = all.filter { !filled.contains($0) }
    guard !missing.isEmpty else { return [] }
    let height = instance.height
    let foot = base ?? (isX ? height : 0)
    var marks: [SceneMark] = []
    if look == .hatch {
      let items = missing.filter { $0.width > 0 }.map { hatch($0, isX, instance) }
      let mark = SceneMark(.rect, role: "missing-slot", items: items)
      mark.isHidden = true
      marks.append(mark)
    }
    if let label {
      var style = Self.style(config, parameters)
      style.lines = [label]
      let width = measurer.width(label, style)
      let items = missing.map { word($0, style, width, isX: isX, foot: foot) }
      if look == .hatch {
        let mark = SceneMark(
          .rect, role: "label-ground", items: items.map { ground(of: $0, width, style.size) })
        mark.isHidden = true
        marks.append(mark)
      }
      marks.append(SceneMark(.text, role: "missing-label", items: items))
    }
    return marks
  }

  /// Every place that the axis offers: all of a discrete one, those of rows on a continuous one.
  private func slots(of view: ViewInstance, _ unit: Model.Unit, _ dimension: Channel) -> [Slot] {
    guard let scale = view.scale(dimension) else { return [] }
    guard case .band(let layout) = scale.kind else {
      let channels = Self.channels(unit)
      return channels.map { rows(of: view, unit, $0, isValid: false) } ?? []
    }
    let outer = scale.domain.compactMap { scale.number($0) }
    let offset: Channel = dimension == .x ? .xOffset : .yOffset
    guard unit[offset]?.isField == true, let inner = view.scale(offset),
      case .band(let parts) = inner.kind
    else { return outer.map { Slot(start: $0, width: layout.bandwidth) } }
    return outer.flatMap { start in
      parts.starts.map { Slot(start: start + $0, width: parts.bandwidth) }
    }
  }

  /// The places of the rows whose value is there, or of those where it is not.
  private func rows(
    of view: ViewInstance, _ unit: Model.Unit, _ channels: (dimension: Channel, measure: Channel),
    isValid: Bool
  ) -> [Slot] {
    // Rows without a value are in the data before they were filtered.
    let table = isValid ? view.table : view.raw
    guard let scale = view.scale(channels.dimension), let dimension = unit[channels.dimension],
      let measure = unit[channels.measure],
      let places = table.column(at: FieldPath(name: dimension.fieldName())),
      let values = table.column(
        at: FieldPath(name: isValid ? measure.fieldName() : FieldNames.flat(measure.field ?? "")))
    else { return [] }
    let offset: Channel = channels.dimension == .x ? .xOffset : .yOffset
    let offsets = unit[offset].flatMap { table.column(at: FieldPath(name: $0.fieldName())) }
    let inner = offsets == nil ? nil : view.scale(offset)
    return (0..<table.rowCount).compactMap { row in
      guard InvalidValues.isValid(values, row) == isValid, let start = scale.number(places[row])
      else { return nil }
      guard let offsets, let inner else { return Slot(start: start, width: scale.bandwidth) }
      return inner.number(offsets[row]).map { Slot(start: start + $0, width: inner.bandwidth) }
    }
  }

  // MARK: Drawing

  private static let color = Color(rgb: 0x6B777C)
  /// White between the base line and the word.
  private static let gap = 4.0

  private static func style(_ config: Config, _ parameters: Parameters) -> SceneText {
    let labels = GuideStyle(lookup: { config["axis", $0] }, parameters: parameters)
    var text = labels.text("label") { name in
      config.style("guide-label", name) ?? VegaDefaults.style("guide-label", name)
    }
    text.size -= 1
    text.limit = 0
    return text
  }

  private func word(
    _ slot: Slot, _ style: SceneText, _ width: Double, isX: Bool, foot: Double
  ) -> SceneItem {
    let item = SceneItem()
    let middle = slot.start + slot.width / 2
    item.text = style
    item.fill = .color(Self.color)
    if !isX {
      (item.x, item.y) = (foot + Self.gap, middle)
      item.text?.baseline = "middle"
      return item
    }
    (item.x, item.y) = (middle, foot - Self.gap)
    if slot.width > 0, width > slot.width {
      // Upwards, where it would reach into its neighbours.
      item.angle = 270
      item.text?.baseline = "middle"
    } else {
      item.text?.align = "center"
    }
    return item
  }

  /// White under letters on a hatch.
  private func ground(of word: SceneItem, _ width: Double, _ size: Double) -> SceneItem {
    let item = SceneItem()
    let isCentred = word.text?.align == "center"
    let isMiddle = word.text?.baseline == "middle"
    let box = (
      x: word.x - (isCentred ? width / 2 : 0), y: word.y - (isMiddle ? size / 2 : size * 0.85)
    )
    if word.angle == 0 {
      (item.x, item.y, item.width, item.height) = (box.x - 3, box.y - 1, width + 6, size + 2)
    } else {
      (item.x, item.y) = (word.x - size / 2 - 1, word.y - width - 3)
      (item.width, item.height) = (size + 2, width + 6)
    }
    item.fill = .color(Legibility.white)
    return item
  }

  private func hatch(_ slot: Slot, _ isX: Bool, _ instance: ViewInstance) -> SceneItem {
    let item = SceneItem()
    (item.x, item.y) = isX ? (slot.start, 0) : (0, slot.start)
    item.width = isX ? slot.width : instance.width
    item.height = isX ? instance.height : slot.width
    item.fill = .hatch(
      Hatch(
        angle: -45, spacing: 5, lineWidth: 0.75, color: Color(rgb: 0xC3CACD), background: nil))
    return item
  }
}
