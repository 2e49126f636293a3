import Documents
import Scene
import Syntax
import Typesetting

/// A figure: number and finding above the picture, what is measured under them, source and note below.
struct FigureLayout {
  let style: StyleSheet
  let text: TextSetter
  let references: References

  /// The whole figure as one fragment over both columns.
  func fragment(
    _ figure: FigureBlock, number: Int, picture: Frame
  ) throws(DiagnosticFailure) -> Fragment {
    let measure = style.page.measure
    let caption = try CaptionLayout(style: style, text: text).items(
      label: "Figure \(number)", title: figure.caption, subtitle: figure.subtitle, measure: measure)
    var y = caption.height + 6
    let alternative = figure.alternative?.plainText ?? figure.caption.plainText
    let drawing = FrameItem.group(
      Group(
        transform: .translation(x: 0, y: y), tag: .figure(alternative: alternative),
        items: picture.items))
    y += picture.size.height + 4
    let foot = try SourceLine(style: style, text: text, references: references).items(
      sources: figure.sources, note: figure.note, y: y, measure: measure)
    var fragment = Fragment(
      height: style.onGrid(y + foot.height),
      items: [.group(Group(tag: .caption, items: caption.items)), drawing] + foot.items)
    fragment.spansSide = true
    fragment.spaceBefore = 1.5 * style.gridStep
    fragment.spaceAfter = style.gridStep
    return fragment
  }
}

/// The head of a figure or table: a rule, "Figure 1", the finding, and what is measured.
struct CaptionLayout {
  let style: StyleSheet
  let text: TextSetter

  func items(
    label: String, title: [Inline], subtitle: [Inline], measure: Double
  ) throws(DiagnosticFailure) -> (items: [FrameItem], height: Double) {
    let roles = style.roles
    let labelWidth = 7 * roles.captionLabel.text.size
    var items: [FrameItem] = [
      .group(
        Group(
          tag: .artifact,
          items: [.rule(from: 0, length: measure, y: 0.5, style.palette.accent, width: 1)]))
    ]
    var y = 4.0
    items += try text.stack(
      [.text(label)], role: roles.captionLabel, x: 0, y: y, measure: labelWidth
    ).items
    let head = try text.stack(
      title, role: roles.captionTitle, x: labelWidth, y: y, measure: measure - labelWidth)
    items += head.items
    y += head.height
    if !subtitle.isEmpty {
      let line = try text.stack(
        subtitle, role: roles.captionSubtitle, x: labelWidth, y: y, measure: measure - labelWidth)
      items += line.items
      y += line.height
    }
    return (items, y)
  }
}

/// "Source: …" and the note under a figure or table.
struct SourceLine {
  let style: StyleSheet
  let text: TextSetter
  let references: References

  func items(
    sources: [String], note: [Inline], y: Double, measure: Double
  ) throws(DiagnosticFailure) -> (items: [FrameItem], height: Double) {
    let known = sources.compactMap { references.sources[$0] }.sorted { $0.number < $1.number }
    var paragraphs: [[Inline]] = []
    if !known.isEmpty {
      var line: [Inline] = [.strong([.text(known.count == 1 ? "Source: " : "Sources: ")])]
      for (index, source) in known.enumerated() {
        line.append(.text((index == 0 ? "" : "; ") + source.short + "\u{A0}"))
        line.append(.citation(Citation(source: source.id, span: .nowhere)))
      }
      paragraphs.append(line + [.text(".")])
    }
    if !note.isEmpty { paragraphs.append([.strong([.text("Note: ")])] + note) }
    var items: [FrameItem] = []
    var height = 0.0
    for paragraph in paragraphs {
      let set = try text.stack(
        paragraph, role: style.roles.sourceLine, x: 0, y: y + height, measure: measure)
      items += set.items
      height += set.height
    }
    return (items, height)
  }
}

extension SourceSpan {
  /// The place of text that layout itself writes.
  static let nowhere = SourceSpan(file: SourceFile(path: "", bytes: []), range: 0..<0)
}
