package import Documents
package import Scene
package import Syntax
package import Typesetting
import Wording

/// Turns a bound document into pages.
package struct DocumentLayout {
  private let style: StyleSheet
  private let shaper: Shaper
  private let sources: [References.Source]
  private let dateText: String

  /// - Parameters:
  ///   - sources: the numbered sources that citations and figures name.
  ///   - dateText: the as-of date in the words of the document's language.
  package init(
    style: StyleSheet, shaper: Shaper, sources: [References.Source], dateText: String
  ) {
    self.style = style
    self.shaper = shaper
    self.sources = sources
    self.dateText = dateText
  }

  /// The pages of `document`, its pictures drawn by `figures`.
  ///
  /// - Parameter ahead: what is set already of `document`, by its `BlocksAhead`; the pages are the same
  ///   without.
  /// - Throws: every problem met while setting, each at its block.
  package func layOut(
    _ document: Document, figures: any FigureSource, ahead: SetBlocks = SetBlocks()
  ) throws(DiagnosticFailure) -> PagedDocument {
    guard !document.blocks.isEmpty else { throw DiagnosticFailure(LayoutDiagnostics.empty(nil)) }
    var pictures = DrawnFigures(figures)
    let setting = try settled(document, &pictures, ahead)
    let text = setting.text

    let matter = document.frontMatter
    var pages: [Page] = []
    switch matter.opening {
    case .cover:
      var picture: Frame?
      if let spec = matter.cover {
        picture = try pictures.frame(ofFigure: spec, width: style.page.measure)
      }
      let layout = CoverLayout(style: style, text: text, dateText: dateText)
      pages.append(Page(frame: try layout.frame(matter, picture: picture), label: Label.cover.text))
    case .band: break
    }
    let running = RunningMatter(
      style: style, text: text, title: matter.title.plainText,
      imprint: [matter.publisher, dateText].filter { !$0.isEmpty }.joined(separator: "  ·  "))
    var outline: [PagedDocument.OutlineEntry] = []
    for (index, content) in setting.pages.enumerated() {
      let label = String(PageNumbers.number(ofPage: index, after: matter.opening))
      let hasBand = index == 0 && matter.opening == .band
      pages.append(
        Page(
          frame: try frame(of: content, running: running, label: label, hasHead: !hasBand),
          label: label))
      for heading in content.headings {
        let level = min(heading.level, (outline.last?.level ?? 0) + 1)
        outline.append(
          .init(title: heading.title, level: level, destination: heading.destination))
      }
    }
    return PagedDocument(
      properties: .init(
        title: matter.title.plainText, author: matter.author,
        subject: matter.subtitle.plainText, keywords: matter.keywords,
        language: matter.language, date: matter.asOf),
      outline: outline, pages: pages)
  }

  /// A document set on pages, with what it was set by.
  private struct Setting {
    var pages: [PageBuilder.Content]
    var text: TextSetter
  }

  /// How often a document is set before a page that is referred to must have settled.
  private static let passLimit = 5

  /// Sets `document` until "page 7" stands wherever the thing referred to is on page 7: the digits can move
  /// the ends of lines, and with them the thing.
  private func settled(
    _ document: Document, _ figures: inout DrawnFigures, _ ahead: SetBlocks
  ) throws(DiagnosticFailure) -> Setting {
    let asked = document.references.filter { $0.form != .name }
    var numbers = PageNumbers()
    var known = ahead
    known.isKept = !asked.isEmpty
    var unsettled: Diagnostic?
    for _ in 0..<Self.passLimit {
      let setting = try set(document, &figures, &known, numbers)
      let found = PageNumbers(setting.pages, after: document.frontMatter.opening)
      guard let moved = asked.first(where: { numbers.differ(from: found, for: $0) }) else {
        return setting
      }
      unsettled = LayoutDiagnostics.unsettledPage(
        moved.label, [numbers, found].compactMap { $0.folios[moved.label] }, at: moved.span)
      numbers = found
    }
    throw DiagnosticFailure(DiagnosticBag([unsettled].compactMap(\.self)))
  }

  /// Sets `document` with `numbers` where pages are referred to.
  private func set(
    _ document: Document, _ figures: inout DrawnFigures, _ known: inout SetBlocks,
    _ numbers: PageNumbers
  ) throws(DiagnosticFailure) -> Setting {
    var bag = DiagnosticBag()
    let references = References(document: document, sources: sources, numbers: numbers)
    let text = TextSetter(
      style: style,
      inlines: InlineSetter(
        references: references, style: style, language: document.frontMatter.language),
      shaper: shaper)
    var flow = FlowBuilder(
      style: style, text: text, references: references, figures: figures, known: known)
    flow.append(document.blocks, bag: &bag)
    let notes = try self.notes(of: document, text: text, references: references)
    var fragments = flow.finished()
    (figures, known) = (flow.figures, flow.known)
    switch document.frontMatter.opening {
    case .cover: break
    case .band:
      let band = TitleBand(style: style, text: text, dateText: dateText)
      fragments.insert(try band.fragment(document.frontMatter), at: 0)
    }
    var pages = PageBuilder.pages(of: fragments, style: style, notes: notes, into: &bag)
    try bag.throwIfErrors()
    try addFolios(to: &pages, of: document, text: text)
    return Setting(pages: pages, text: text)
  }

  /// Completes the entries of the contents. Folios have a column of their own, so that none of them alters a
  /// height: the pages are the same with them.
  private func addFolios(
    to pages: inout [PageBuilder.Content], of document: Document, text: TextSetter
  ) throws(DiagnosticFailure) {
    guard pages.contains(where: { !$0.entries.isEmpty }) else { return }
    let folios = PageNumbers(pages, after: document.frontMatter.opening).folios
    let layout = ContentsLayout(style: style, text: text)
    for index in pages.indices {
      for (item, entry) in pages[index].entries {
        guard case .group(var group) = pages[index].items[item] else { continue }
        group.items = try layout.numbered(
          group.items, entry: entry, folio: folios[entry.destination] ?? "")
        pages[index].items[item] = .group(group)
      }
    }
  }

  /// A page's content at its place on the sheet, with folio and, unless the page bears the title, running
  /// head.
  private func frame(
    of content: PageBuilder.Content, running: RunningMatter, label: String, hasHead: Bool
  ) throws(DiagnosticFailure) -> Frame {
    var running = running
    if content.isLandscape { running.style = style.turned }
    let page = running.style.page
    var items = try running.items(section: hasHead ? content.section : nil, label: label)
    items.append(
      .group(
        Group(transform: .translation(x: page.left, y: page.top), items: content.items)))
    items += content.destinations.map { destination in
      .destination(
        Destination(
          name: destination.name,
          point: Point(x: page.left + destination.point.x, y: page.top + destination.point.y)))
    }
    return Frame(size: page.size, items: items)
  }

  /// The footnotes, each set for the foot of a page.
  private func notes(
    of document: Document, text: TextSetter, references: References
  ) throws(DiagnosticFailure) -> [String: Foot.Note] {
    let words = TextBlockLayout(style: style, text: text, role: style.roles.footnote)
    let column = style.mainColumn
    var notes: [String: Foot.Note] = [:]
    for footnote in document.footnotes {
      var blocks = footnote.blocks
      let number: [Inline] = [
        .text((references.noteNumbers[footnote.id].map(String.init) ?? "") + "\u{2002}")
      ]
      if case .paragraph(let inlines)? = blocks.first?.kind {
        blocks[0].kind = .paragraph(number + inlines)
      } else {
        blocks.insert(Block(.paragraph(number), span: footnote.span), at: 0)
      }
      var note = try words.blocks(blocks, in: "a footnote", column: column)
      for index in note.indices { (note[index].spaceBefore, note[index].spaceAfter) = (0, 0) }
      note[0].spaceBefore = 1.5
      note[0].destinations.append("note-\(footnote.id)")
      notes[footnote.id] = note
    }
    return notes
  }
}
