import Documents
import Scene
import Syntax
import Typesetting

/// Running head and folio: what stands outside the block of text, the head on every page but the one that
/// bears the title, the folio on every page but the cover.
struct RunningMatter {
  var style: StyleSheet
  let text: TextSetter
  /// The document's title, at the left of the head.
  let title: String
  /// The publisher and the date of the data, at the left of the foot.
  let imprint: String

  /// The items for a page in `section` with folio `label`, in page coordinates; without a section there is
  /// no head.
  func items(section: String?, label: String) throws(DiagnosticFailure) -> [FrameItem] {
    let page = style.page
    let roles = style.roles
    var items: [FrameItem] = []
    if let section { items += try head(of: section) }
    let footTop = page.size.height - page.bottom + 28
    items += try text.stack(
      [.text(imprint)], role: roles.runningHead, x: page.left, y: footTop,
      measure: page.measure * 0.8
    ).items
    items += try text.stack(
      [.text(label)], role: roles.folio, x: page.left + page.measure * 0.8, y: footTop,
      measure: page.measure * 0.2, alignment: .end
    ).items
    return [.group(Group(tag: .artifact, items: items))]
  }

  /// Title and section over a hairline.
  private func head(of section: String) throws(DiagnosticFailure) -> [FrameItem] {
    let page = style.page
    let roles = style.roles
    let headTop = page.top - 42
    var items: [FrameItem] = []
    items += try text.stack(
      [.text(title)], role: roles.runningHead, x: page.left, y: headTop,
      measure: page.measure * 0.6
    ).items
    items += try text.stack(
      [.text(section)], role: roles.runningHead, x: page.left + page.measure * 0.6, y: headTop,
      measure: page.measure * 0.4, alignment: .end
    ).items
    items.append(
      .rule(from: page.left, length: page.measure, y: headTop + 15, style.palette.rule, width: 0.35)
    )
    return items
  }
}
