import Documents
import Scene
import Syntax
import Typesetting
import Wording

/// A tinted box that sets a remark apart from the text.
struct CalloutLayout {
  let style: StyleSheet
  let text: TextSetter

  private let padding = (side: 12.0, top: 10.0, bottom: 10.0)

  /// The box as one fragment; one that would leave much of a page white is divided between its lines.
  func fragments(
    _ division: Division, column: Column
  ) throws(DiagnosticFailure) -> [Fragment] {
    let inner = Column(
      x: column.x + padding.side, measure: column.measure - 2 * padding.side)
    let words = TextBlockLayout(style: style, text: text, role: style.roles.calloutText)
    let isNamed = !division.title.plainText.allSatisfy(\.isWhitespace)
    let title = isNamed ? division.title : [.text(division.kind.calloutTitle)]
    var lines = try words.paragraph(title, role: style.roles.calloutTitle, column: inner)
    // The title stays with what it is the title of.
    for index in lines.indices.dropFirst() { lines[index].breakBefore = .forbidden }
    lines[lines.count - 1].spaceAfter = 0
    var content = try words.blocks(division.blocks, in: "a callout", column: inner)
    if !content.isEmpty {
      content[0].spaceBefore = 0
      content[0].breakBefore = .forbidden
    }
    lines += content
    return boxed(lines, column: column)
  }

  private func boxed(_ lines: [Fragment], column: Column) -> [Fragment] {
    var pieces: [Fragment] = []
    var total = 0.0
    for (index, line) in lines.enumerated() {
      // Paragraphs within the box stand closer than in the text.
      let gap =
        index == 0
        ? padding.top : max(lines[index - 1].spaceAfter, line.spaceBefore) * 3 / 7
      var piece = line
      piece.items = line.items.moved(y: gap)
      piece.height = gap + line.height
      (piece.spaceBefore, piece.spaceAfter) = (0, 0)
      piece.isOnGrid = index == 0
      total += piece.height
      pieces.append(piece)
    }
    let rest = style.onGrid(total + padding.bottom) - total
    pieces[pieces.count - 1].height += rest
    if total + rest <= style.page.height * Fragment.keptWhole { pieces = [pieces.stacked()] }
    for index in pieces.indices {
      pieces[index].items.insert(
        ground(height: pieces[index].height, isFirst: index == 0, column: column), at: 0)
    }
    pieces[0].spaceBefore = style.white(\.blocks)
    pieces[pieces.count - 1].spaceAfter = style.white(\.blocks)
    return pieces
  }

  /// The tint and the bar at its left; they overlap those of the line above, that no seam shows.
  private func ground(height: Double, isFirst: Bool, column: Column) -> FrameItem {
    let top = isFirst ? 0 : -0.5
    func area(_ width: Double, _ color: Color) -> FrameItem {
      .shape(
        Shape(
          .rect(Rect(x: column.x, y: top, width: width, height: height - top)),
          fill: .solid(color)))
    }
    return .group(
      Group(
        tag: .artifact,
        items: [area(column.measure, style.palette.tint), area(2.5, style.palette.accent)]))
  }
}

extension Division.Kind {
  /// Whether it is a box with a remark.
  var isCallout: Bool {
    switch self {
    case .note, .tip, .important, .warning, .caution: true
    case .annex, .aside, .columns, .contents, .each, .figures, .landscape, .lead, .sources, .tables,
      .tile, .tiles, .when:
      false
    }
  }

  /// The heading of a callout without a title of its own.
  fileprivate var calloutTitle: String {
    switch self {
    case .note: Label.calloutNote.text
    case .tip: Label.calloutTip.text
    case .important: Label.calloutImportant.text
    case .warning: Label.calloutWarning.text
    case .caution: Label.calloutCaution.text
    case .annex, .aside, .columns, .contents, .each, .figures, .landscape, .lead, .sources, .tables,
      .tile, .tiles, .when:
      ""
    }
  }
}
