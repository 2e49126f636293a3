package import Documents

/// What labels are called in the text: "Figure 2" for `fig-growth`, the title for a section, the number
/// of a source. Made once, before anything is set, from the order of the document.
package struct References: Sendable {
  /// A source as figures and citations name it.
  package struct Source: Sendable {
    package var id: String
    /// Its number in the list of sources.
    package var number: Int
    /// Publisher and date: enough to know it by.
    package var short: String

    package init(id: String, number: Int, short: String) {
      self.id = id
      self.number = number
      self.short = short
    }
  }

  /// Printed name by label.
  private(set) var names: [String: String] = [:]
  private(set) var noteNumbers: [String: Int] = [:]
  private(set) var sources: [String: Source] = [:]
  /// Labels of the rows, sections, figures and tables that exist, so that links lead somewhere.
  private(set) var destinations: Set<String> = []
  /// The headings in their order, but those that are `.unlisted`.
  private(set) var headings: [Heading] = []
  private var figures = 0
  private var tables = 0
  private var headingCount = 0

  struct Heading {
    var level: Int
    var title: [Inline]
    var destination: String
  }

  init(document: Document, sources: [Source]) {
    for source in sources { self.sources[source.id] = source }
    for (index, note) in document.footnotes.enumerated() { noteNumbers[note.id] = index + 1 }
    collect(document.blocks)
  }

  private mutating func collect(_ blocks: [Block]) {
    for block in blocks {
      if let label = block.label { destinations.insert(label) }
      switch block.kind {
      case .heading(let level, let title):
        headingCount += 1
        if !block.classes.contains("unlisted") {
          headings.append(
            Heading(
              level: level, title: title,
              destination: Self.destination(ofHeading: headingCount, label: block.label)))
        }
        if let label = block.label { names[label] = "“\(title.plainText)”" }
      case .figure:
        figures += 1
        if let label = block.label { names[label] = "Figure\u{A0}\(figures)" }
      case .table(let table):
        destinations.formUnion(table.rowLabels.compactMap { $0 })
        guard !table.caption.isEmpty else { break }
        tables += 1
        if let label = block.label { names[label] = "Table\u{A0}\(tables)" }
      case .list(let list): for item in list.items { collect(item) }
      case .quote(let inner): collect(inner)
      case .division(let division): collect(division.blocks)
      case .paragraph, .code, .pageBreak, .thematicBreak: break
      }
    }
  }

  /// What links to the heading `number`, counted from 1 over all levels, lead to.
  static func destination(ofHeading number: Int, label: String?) -> String {
    label ?? "heading-\(number)"
  }

  /// "Figure 2", or nil where nothing has the label.
  func name(of label: String) -> String? { names[label] }
}

extension [Inline] {
  /// The words alone, for bookmarks, running heads and alternative texts.
  package var plainText: String { map(\.plainText).joined() }
}

extension Inline {
  /// The words of an inline without their look.
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inner), .strong(let inner), .link(_, let inner): inner.plainText
    case .value(let value): value.text
    case .placeholder(let placeholder): placeholder.expression
    case .softBreak, .lineBreak: " "
    case .reference, .citation, .noteReference: ""
    }
  }
}
