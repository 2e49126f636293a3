import Scene
import Syntax
import Tables

/// How marks are drawn whose rows say that they are derived, provisional or the like: hatched in their own
/// colour, or as an outline. Their places and sizes stay.
struct StatusLook: Sendable {
  enum Look: String, CaseIterable, Sendable { case hatch, hollow }

  var field: String
  var fieldRange: Range<Int>
  var values: [Value]
  var look: Look
  /// What the look means, said under the chart.
  var label: String?

  /// The sentence for the foot of the chart, nil without a label.
  var note: String? { label.map { look == .hatch ? "Hatched: \($0)" : "Hollow: \($0)" } }

  init?(_ node: JSONNode, at path: String, _ reader: inout ExtensionReader) {
    reader.names(of: node, ["field", "values", "look", "label"], at: path)
    guard node.isObject else { return nil }
    var isComplete = true
    if node["field"] == nil {
      reader.refuse(node, at: path, expected: "the member `field`")
      isComplete = false
    }
    let field = node["field"].flatMap { reader.string($0, at: "\(path)/field") }
    var values: [Value] = [.bool(true)]
    if let written = node["values"] {
      values = written.listed.map { Value($0) }
      if written.array == nil || values.isEmpty {
        reader.refuse(written, at: "\(path)/values", expected: "an array of values")
        isComplete = false
      }
    }
    var look = Look.hatch
    if let written = node["look"] {
      if let known = written.string.flatMap({ Look(rawValue: $0) }) {
        look = known
      } else {
        reader.refuse(written, at: "\(path)/look", expected: "`hatch` or `hollow`")
        isComplete = false
      }
    }
    label = node["label"].flatMap { reader.string($0, at: "\(path)/label") }
    guard isComplete, let field else { return nil }
    self.field = field
    fieldRange = (node["field"] ?? node).range
    self.values = values
    self.look = look
  }

  /// Gives the look to the marks whose rows in `table` have one of the values.
  func apply(to marks: [SceneMark], of table: Table) {
    guard let column = table.column(at: FieldPath(name: field)) else { return }
    for mark in marks {
      if mark.kind == .group {
        for item in mark.items { apply(to: item.marks, of: table) }
        continue
      }
      guard mark.role == "mark", Self.hasMarkForEachRow(mark.kind) else { continue }
      for item in mark.items {
        guard let row = item.row, row < table.rowCount, values.contains(column[row]) else {
          continue
        }
        apply(to: item)
      }
    }
  }

  private static func hasMarkForEachRow(_ kind: SceneMark.Kind) -> Bool {
    switch kind {
    case .rect, .symbol, .arc: true
    case .group, .line, .area, .rule, .text, .trail, .image, .path: false
    }
  }

  private func apply(to item: SceneItem) {
    let own: Color
    if case .color(let color)? = item.fill, color.alpha > 0 {
      own = color
    } else if case .hatch(let hatch)? = item.fill {
      own = hatch.color
    } else if case .color(let color)? = item.stroke, color.alpha > 0 {
      own = color
    } else {
      return
    }
    let white = Color(rgb: 0xFFFFFF)
    switch look {
    case .hatch:
      item.fill = .hatch(
        // The other way from the hatch of `GreyLooks` that stands on white.
        Hatch(angle: 45, spacing: 4.5, lineWidth: 1.5, color: own, background: white))
    case .hollow: item.fill = .color(white)
    }
    item.stroke = .color(own)
    item.strokeWidth = look == .hatch ? 0.75 : 1.25
  }
}
