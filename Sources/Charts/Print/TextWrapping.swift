import Glibc
import Scene
import Syntax

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
  /// many lines as the step has room for.
  func wrapLabels(of axis: SceneMark, scale: Scale, isX: Bool) {
    guard case .band(let layout) = scale.kind else { return }
    for group in axis.items {
      for mark in group.marks where mark.role == "axis-label" {
        for item in mark.items {
          guard item.angle == 0, let text = item.text, let line = text.lines.first,
            text.lines.count == 1
          else { continue }
          item.text = isX ? across(line, text, layout.step) : down(line, text, layout.step)
        }
      }
    }
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

  private func across(_ line: String, _ text: SceneText, _ step: Double) -> SceneText {
    let room = step - Self.labelGap
    let lines = measurer.lines(line, text, within: room)
    // Words wider than the step gain nothing from lines: overlap is left to the axis.
    guard lines.count <= Self.labelLines, !Self.cutsWord(lines, of: line) else { return text }
    var result = text
    result.lines = lines
    return result
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

  private func down(_ line: String, _ text: SceneText, _ step: Double) -> SceneText {
    // A line height of 0 or a step without end is a specification's to write: clamped before it is counted.
    let room = (step / text.lineStep).rounded(.down)
    let most = room.isNaN ? 1 : Int(max(1, min(Double(Self.labelLines), room)))
    guard text.limit > 0, most > 1, measurer.width(line, text) >= text.limit else { return text }
    var lines = measurer.lines(line, text, within: text.limit - 1)
    if lines.count > most {
      let rest = lines[(most - 1)...].joined(separator: " ")
      lines = Array(lines[..<(most - 1)]) + [rest]
    }
    var result = text
    result.lines = lines
    // Vega hangs further lines below the first; a block of them is centred on the tick.
    let further = Double(lines.count - 1) * text.lineStep
    result.dy -= text.baseline == "middle" ? further / 2 : text.baseline == "bottom" ? further : 0
    return result
  }
}
