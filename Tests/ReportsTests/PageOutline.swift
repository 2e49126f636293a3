import Scene

/// Pages in short: a line of text for each line of type, with the place of its baseline, and the corners of
/// pictures. What a scene dump says in megabytes of glyphs, as far as the eye of a reader goes.
enum PageOutline {
  static func text(of document: PagedDocument) -> String {
    var lines: [String] = []
    for page in document.pages {
      lines.append(
        "page \(page.label), \(number(page.frame.size.width)) × \(number(page.frame.size.height))")
      var outline = Outline()
      outline.read(page.frame.items, under: .identity, tag: nil)
      lines += outline.lines.map(\.text)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  fileprivate static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }

  private struct Outline {
    struct Line {
      var y: Double
      var end: Double
      var text: String
    }

    var lines: [Line] = []

    mutating func read(_ items: [FrameItem], under transform: Transform, tag: StructureTag?) {
      for item in items {
        switch item {
        case .text(let text): add(text, under: transform)
        case .group(let group):
          let inner = transform.concatenating(group.transform)
          if case .figure = group.tag {
            let corner = inner.apply(.zero)
            lines.append(
              Line(
                y: .infinity, end: 0,
                text: "  \(PageOutline.number(corner.x)) \(PageOutline.number(corner.y)) [figure]"))
            continue
          }
          // A leader's dots and rules say nothing that the lines do not.
          read(group.items, under: inner, tag: group.tag)
        case .image(let image):
          let corner = transform.apply(Point(x: image.rect.minX, y: image.rect.minY))
          lines.append(
            Line(
              y: .infinity, end: 0,
              text: "  \(PageOutline.number(corner.x)) \(PageOutline.number(corner.y)) [image]"))
        case .shape, .destination: break
        }
      }
    }

    private mutating func add(_ item: TextItem, under transform: Transform) {
      let origin = transform.apply(item.origin)
      let words = item.lines.joined().map(\.text).joined()
      let width = item.lines.joined().reduce(0) { $0 + $1.width }
      // Runs that follow each other on one baseline are one line.
      if let last = lines.last, abs(last.y - origin.y) < 4, origin.x >= last.end - 1,
        origin.x <= last.end + 4
      {
        lines[lines.count - 1].text += words
        lines[lines.count - 1].end = origin.x + width
        return
      }
      lines.append(
        Line(
          y: origin.y, end: origin.x + width,
          text: "  \(PageOutline.number(origin.x)) \(PageOutline.number(origin.y)) \(words)"))
    }
  }
}
