import Documents
import Scene
import Syntax
import Typesetting

/// The cover: a field of colour with title and picture, and the imprint under it.
struct CoverLayout {
  let style: StyleSheet
  let text: TextSetter
  let dateText: String

  /// The share of the sheet that the field of colour takes.
  private let fieldShare = 0.68

  /// `picture` stands on the lower edge of the field; nil leaves the field plain.
  func frame(
    _ matter: FrontMatter, picture: Frame?
  ) throws(DiagnosticFailure) -> Frame {
    let page = style.page
    let roles = style.roles
    let field = Rect(
      x: 0, y: 0, width: page.size.width, height: (page.size.height * fieldShare).rounded())
    var items: [FrameItem] = [
      .group(
        Group(
          tag: .artifact,
          items: [.shape(Shape(.rect(field), fill: .solid(style.palette.accent)))]))
    ]
    var y = 72.0
    func add(_ inlines: [Inline], _ role: StyleSheet.Role, tag: StructureTag)
      throws(DiagnosticFailure)
    {
      guard !inlines.plainText.isEmpty else { return }
      let set = try text.stack(
        inlines, role: role, x: page.left, y: y, measure: page.measure, alignment: .start)
      items.append(.group(Group(tag: tag, items: set.items)))
      y += set.height
    }
    try add([.text(matter.publisher)], roles.coverKicker, tag: .paragraph)
    y += 44
    try add(matter.title, roles.coverTitle, tag: .heading(1))
    y += 14
    try add(matter.subtitle, roles.coverSubtitle, tag: .paragraph)
    if let picture {
      items.append(
        .group(
          Group(
            transform: .translation(x: page.left, y: field.maxY - picture.size.height),
            tag: .artifact, items: picture.items)))
    }
    y = field.maxY + 36
    try add([.text(dateText)], roles.coverDate, tag: .paragraph)
    y += 8
    if !matter.description.isEmpty {
      let set = try text.stack(
        matter.description, role: roles.coverNote, x: page.left, y: y,
        measure: page.measure * 0.62, alignment: .start)
      items.append(.group(Group(tag: .paragraph, items: set.items)))
    }
    return Frame(size: page.size, items: items)
  }
}
