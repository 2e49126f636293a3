import Documents
import Scene
import Syntax
import Typesetting
import Wording

/// A figure: number and finding above the picture, what is measured under them, source and note below.
struct FigureLayout {
  let style: StyleSheet
  let text: TextSetter

  /// What stands above the picture and what below it.
  func words(_ figure: FigureBlock, number: Int) throws(DiagnosticFailure) -> [Fragment] {
    let measure = style.page.measure
    let caption = try CaptionLayout(style: style, text: text).items(
      label: Label.figure.text(String(number)), title: figure.caption, subtitle: figure.subtitle,
      measure: measure)
    let foot = try SourceLine(style: style, text: text).items(
      sources: figure.sources, note: figure.note, y: 0, measure: measure)
    return [caption, foot].map { stack in
      var fragment = Fragment(height: stack.height, items: stack.items)
      fragment.calls = stack.calls
      return fragment
    }
  }

  /// The whole figure as one fragment over both columns, of its `words` and its picture.
  func fragment(_ figure: FigureBlock, words: [Fragment], picture: Frame) -> Fragment {
    let (caption, foot) = (words[0], words[1])
    var y = caption.height + 6
    let alternative = figure.alternative?.plainText ?? figure.caption.plainText
    let drawing = FrameItem.group(
      Group(
        transform: .translation(x: 0, y: y), tag: .figure(alternative: alternative),
        items: picture.items))
    y += picture.size.height + 4
    var fragment = Fragment(
      height: style.onGrid(y + foot.height),
      items: [.group(Group(tag: .caption, items: caption.items)), drawing]
        + foot.items.moved(y: y))
    fragment.calls = caption.calls + foot.calls
    fragment.spansSide = true
    fragment.spaceBefore = style.white(\.figures)
    fragment.spaceAfter = style.white(\.blocks)
    return fragment
  }
}

/// The head of a figure or table: a rule, "Figure 1", the finding, and what is measured.
struct CaptionLayout {
  let style: StyleSheet
  let text: TextSetter

  func items(
    label: String, title: [Inline], subtitle: [Inline], measure: Double
  ) throws(DiagnosticFailure) -> TextSetter.Stack {
    let roles = style.roles
    let labelWidth = 7 * roles.captionLabel.text.size
    var stack = rule(x: 0, measure: measure)
    stack.items += try text.stack(
      [.text(label)], role: roles.captionLabel, x: 0, y: stack.height, measure: labelWidth
    ).items
    for (content, role) in [(title, roles.captionTitle), (subtitle, roles.captionSubtitle)]
    where !content.isEmpty {
      stack += try text.stack(
        content, role: role, x: labelWidth, y: stack.height, measure: measure - labelWidth)
    }
    return stack
  }

  /// The rule that a figure or table begins with, also where it goes on, and the white under it.
  func rule(x: Double, measure: Double) -> TextSetter.Stack {
    var stack = TextSetter.Stack()
    stack.items = [
      .group(
        Group(
          tag: .artifact,
          items: [.rule(from: x, length: measure, y: 0.5, style.palette.accent, width: 1)]))
    ]
    stack.height = 4
    return stack
  }
}

/// "Source: …" and the note under a figure or table.
struct SourceLine {
  let style: StyleSheet
  let text: TextSetter

  func items(
    sources: [String], note: [Inline], y: Double, measure: Double
  ) throws(DiagnosticFailure) -> TextSetter.Stack {
    let known = sources.compactMap { text.inlines.references.sources[$0] }.sorted {
      $0.number < $1.number
    }
    var paragraphs: [[Inline]] = []
    if !known.isEmpty {
      var line: [Inline] = [.strong([.text((known.count == 1 ? Label.source : .sources).text)])]
      for (index, source) in known.enumerated() {
        line.append(.text((index == 0 ? "" : Label.sourceSeparator.text) + source.short + "\u{A0}"))
        line.append(.citation(Citation(source: source.id, span: .nowhere)))
      }
      paragraphs.append(line + [.text(Label.sourcesEnd.text)])
    }
    if !note.isEmpty { paragraphs.append([.strong([.text(Label.note.text)])] + note) }
    var stack = TextSetter.Stack()
    for paragraph in paragraphs {
      stack += try text.stack(
        paragraph, role: style.roles.sourceLine, x: 0, y: y + stack.height, measure: measure)
    }
    return stack
  }
}

extension SourceSpan {
  /// The place of text that layout itself writes.
  static let nowhere = SourceSpan(file: SourceFile(path: "", bytes: []), range: 0..<0)
}
