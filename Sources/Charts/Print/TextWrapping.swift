import Glibc
import Scene
import Syntax
import Tables

/// Breaks long titles and labels into lines instead of letting them run out of the chart or be cut off.
struct TextWrapping {
  let measurer: TextMeasurer

  /// Titles in a narrow chart are as wide as this many times their size all the same.
  private static let narrowestTitle = 10.0
  /// White between labels side by side.
  private static let labelGap = 6.0
  /// A label takes no more lines than this; what is left over is cut off at its last.
  private static let labelLines = 3

  /// Breaks the texts of a title to `width`, and measures it anew.
  func wrapTitle(_ group: SceneItem, mark: SceneMark, width: Double) {
    for part in group.marks {
      for item in part.items where item.layout.wraps {
        guard let text = item.text, let line = text.lines.first, text.lines.count == 1 else {
          continue
        }
        let limit = max(width, Self.narrowestTitle * text.size)
        item.text?.lines = measurer.lines(line, text, within: limit)
      }
    }
    ItemBounds(measurer: measurer).update(mark)
  }

  /// Marks the texts of a title for breaking, where they were written as one string.
  static func allow(in title: SceneMark, of node: JSONNode) {
    let isPlain = [(node["text"] ?? node).string, node["subtitle"]?.string].map { $0 != nil }
    guard let group = title.items.first else { return }
    for part in group.marks {
      let wraps = part.role == "title-subtitle" ? isPlain[1] : isPlain[0]
      for item in part.items { item.layout.wraps = wraps }
    }
  }

  /// Breaks the labels of a discrete axis: across, to the step of the scale; down, to their limit, in as
  /// many lines as the step has room for. Names that have no room across are turned upright, all of them,
  /// and none is left out for another's sake; numbers and times may be thinned as on any axis.
  func wrapLabels(of axis: SceneMark, scale: Scale, isX: Bool) {
    guard case .band(let layout) = scale.kind else { return }
    let areNames = scale.domain.contains(where: Self.isName)
    for group in axis.items {
      for mark in group.marks where mark.role == "axis-label" {
        let items = mark.items.filter { $0.angle == 0 && $0.text?.lines.count == 1 }
        if isX {
          let isTop = group.layout.orient == "top"
          let isWhole = across(items, layout.step, turns: areNames, isTop: isTop)
          if areNames, items.count == mark.items.count {
            mark.overlap = nil
            if !isWhole { group.layout.lacksRoom = true }
          }
        } else {
          for item in items { item.text = item.text.map { down($0, layout.step) } }
        }
      }
    }
  }

  /// Whether a value is a name, not a number or a time.
  private static func isName(_ value: Value) -> Bool {
    guard case .string(let text) = value else { return false }
    return text.first?.isNumber != true
  }

  /// Breaks the names of a legend to their limit instead of cutting them off there.
  func wrapLegend(_ mark: SceneMark) {
    for item in mark.items {
      for inner in item.marks {
        if inner.role == "legend-label" || inner.role == "legend-title" {
          for item in inner.items { breakToLimit(item) }
        } else {
          wrapLegend(inner)
        }
      }
    }
  }

  private func breakToLimit(_ item: SceneItem) {
    guard let text = item.text, text.limit > 0, text.lines.count == 1, let line = text.lines.first
    else { return }
    // The symbol stays beside the first line.
    item.text?.lines = measurer.lines(line, text, within: text.limit)
    item.text?.limit = 0
  }

  /// Breaks labels side by side, or turns them where one does not fit; whether all fit in the end.
  private func across(
    _ items: [SceneItem], _ step: Double, turns: Bool, isTop: Bool
  ) -> Bool {
    let lines = items.map { item -> [String]? in
      guard let text = item.text, let line = text.lines.first else { return [] }
      guard step > Self.labelGap else { return nil }
      let lines = measurer.lines(line, text, within: step - Self.labelGap)
      // Words wider than the step gain nothing from lines.
      return lines.count <= Self.labelLines && !Self.cutsWord(lines, of: line) ? lines : nil
    }
    if turns, lines.contains(where: { $0 == nil }) {
      for item in items {
        guard let text = item.text else { continue }
        var turned = text
        turned.align = isTop ? "left" : "right"
        turned.baseline = "middle"
        item.angle = 270
        item.text = down(turned, step)
      }
      return items.allSatisfy { step >= $0.text?.size ?? 0 }
    }
    for (item, lines) in zip(items, lines) {
      if let lines, !lines.isEmpty { item.text?.lines = lines }
    }
    return true
  }

  /// Whether a line ends within a word of letters or figures.
  private static func cutsWord(_ lines: [String], of text: String) -> Bool {
    var rest = text[...].drop { $0 == " " }
    for line in lines.dropLast() {
      let last = line.last
      rest = rest.dropFirst(line.count)
      if let last, let next = rest.first, isWord(last), isWord(next) { return true }
      rest = rest.drop { $0 == " " }
    }
    return false
  }

  private static func isWord(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
      && (character.isLetter || character.isNumber)
  }

  /// A label that is longer than its limit in lines; where the step has no room for as many, the lines
  /// grow longer: nothing is cut off.
  private func down(_ text: SceneText, _ step: Double) -> SceneText {
    guard let line = text.lines.first, text.limit > 0, measurer.width(line, text) >= text.limit
    else { return text }
    // A line height of 0 or a step without end is a specification's to write: clamped before it is counted.
    let room = (step / text.lineStep).rounded(.down)
    let most = room.isNaN ? 1 : Int(max(1, min(Double(Self.labelLines), room)))
    var measure = text.limit - 1
    var lines = measurer.lines(line, text, within: measure)
    while lines.count > most {
      measure *= 1.1
      lines = measurer.lines(line, text, within: measure)
    }
    var result = text
    result.lines = lines
    result.limit = 0
    // Vega hangs further lines below the first; a block of them is centred on the tick.
    let further = Double(lines.count - 1) * text.lineStep
    result.dy -= text.baseline == "middle" ? further / 2 : text.baseline == "bottom" ? further : 0
    return result
  }
}
