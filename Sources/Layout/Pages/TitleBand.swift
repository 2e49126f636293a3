import Documents
import Scene
import Syntax
import Typesetting

/// The head of a document without a cover: a field of colour over the whole width of the first sheet, with
/// publisher, date, title and subtitle.
struct TitleBand {
  let style: StyleSheet
  let text: TextSetter
  let dateText: String

  /// From the edge of the sheet to the first line, and from the last line to the lower edge of the field.
  private let padding = (top: 20.0, bottom: 12.0)

  /// The band as the first fragment of the flow; it reaches out of the block of text to the sheet's edges.
  func fragment(_ matter: FrontMatter) throws(DiagnosticFailure) -> Fragment {
    let page = style.page
    let roles = style.roles
    var items: [FrameItem] = []
    var y = padding.top - page.top
    func add(
      _ inlines: [Inline], _ role: StyleSheet.Role, tag: StructureTag, measure: Double,
      alignment: Paragraph.Alignment = .start
    ) throws(DiagnosticFailure) -> Double {
      guard !inlines.plainText.isEmpty else { return 0 }
      let set = try text.stack(
        inlines, role: role, x: page.measure - measure, y: y, measure: measure,
        alignment: alignment)
      items.append(.group(Group(tag: tag, items: set.items)))
      return set.height
    }
    let kicker = try add(
      [.text(matter.publisher)], roles.coverKicker, tag: .paragraph, measure: page.measure)
    let date = try add(
      [.text(dateText)], roles.coverKicker, tag: .paragraph, measure: page.measure / 2,
      alignment: .end)
    y += max(kicker, date) + 6
    y += try add(matter.title, roles.bandTitle, tag: .heading(1), measure: page.measure)
    y += try add(matter.subtitle, roles.bandSubtitle, tag: .paragraph, measure: page.measure)
    let height = style.onGrid(y + padding.bottom)
    let field = Rect(
      x: -page.left, y: -page.top, width: page.size.width, height: page.top + height)
    var fragment = Fragment(
      height: height,
      items: [
        .group(
          Group(
            tag: .artifact,
            items: [.shape(Shape(.rect(field), fill: .solid(style.palette.accent)))]))
      ] + items)
    fragment.spansSide = true
    fragment.spaceAfter = style.white(\.blocks)
    return fragment
  }
}
