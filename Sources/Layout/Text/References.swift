import Documents
import Wording

/// What labels are called in the text: "Figure 2" for `fig-growth`, the number or the title for a section,
/// the number of a source. Made before anything is set, from the order of the document.
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
  private(set) var headings: [Entry] = []
  /// Figures, and tables that have a caption, in their order.
  private(set) var figures: [Entry] = []
  private(set) var tables: [Entry] = []
  /// "2.1" by what links to the heading lead to.
  private(set) var headingNumbers: [String: String] = [:]
  private let numbers: PageNumbers
  private var headingCount = 0
  private var numbering: HeadingNumbering

  /// A line of the contents, or of the list of figures or tables.
  struct Entry {
    var level: Int
    /// "2.1", or nil for a heading without a number.
    var number: String?
    var title: [Inline]
    var destination: String
  }

  /// What is counted, each kind by itself.
  enum Counted: String { case heading, figure, table }

  init(document: Document, sources: [Source], numbers: PageNumbers = PageNumbers()) {
    self.numbers = numbers
    numbering = HeadingNumbering(isOn: document.frontMatter.numbersSections)
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
        let destination = Self.destination(of: .heading, headingCount, label: block.label)
        let number = numbering.next(
          level: level, isNumbered: !block.classes.contains("unnumbered"))
        headingNumbers[destination] = number
        if !block.classes.contains("unlisted") {
          headings.append(
            Entry(level: level, number: number, title: title, destination: destination))
        }
        if let label = block.label {
          names[label] =
            number.map { Label.section.text($0) } ?? Label.quotation.text(title.plainText)
        }
      case .figure(let figure):
        figures.append(entry(.figure, figures.count + 1, figure.caption, block.label))
        if let label = block.label { names[label] = Label.figure.text(String(figures.count)) }
      case .table(let table):
        destinations.formUnion(table.rows.compactMap(\.label))
        guard !table.caption.isEmpty else { break }
        tables.append(entry(.table, tables.count + 1, table.caption, block.label))
        if let label = block.label { names[label] = Label.table.text(String(tables.count)) }
      case .list(let list): for item in list.items { collect(item) }
      case .quote(let inner): collect(inner)
      case .division(let division): collect(division.blocks)
      case .paragraph, .code, .pageBreak, .thematicBreak: break
      }
    }
  }

  /// The headings that the contents list.
  var outline: [Entry] { headings.filter { $0.level <= 2 } }

  /// The title of a heading with its number, if it has one.
  func numbered(_ title: [Inline], at destination: String) -> [Inline] {
    (headingNumbers[destination].map { [.text("\($0)\u{2002}")] } ?? []) + title
  }

  private func entry(
    _ kind: Counted, _ number: Int, _ caption: [Inline], _ label: String?
  ) -> Entry {
    Entry(
      level: 1, number: String(number), title: caption,
      destination: Self.destination(of: kind, number, label: label))
  }

  /// What links to the heading, figure or table lead to: its label, or else its kind and number, counted
  /// from 1 (of headings over all levels).
  static func destination(of kind: Counted, _ number: Int, label: String?) -> String {
    label ?? "\(kind.rawValue)-\(number)"
  }

  /// What a reference prints: "Figure 2", "section 2.1", "page 7"; nil where nothing has the label.
  func text(of reference: Reference) -> String? {
    switch reference.form {
    case .name: names[reference.label]
    case .page:
      // Before pages are known, as much room as most folios take.
      names[reference.label].map { _ in Label.page.text(numbers.folios[reference.label] ?? "10") }
    case .citingPages: numbers.pages(citing: reference.label)
    }
  }

  /// The words of `inlines` for the contents, with the names of what they refer to.
  func plainText(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .reference(let reference): text(of: reference) ?? ""
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): plainText(of: inner)
      case .text, .code, .value, .placeholder, .softBreak, .lineBreak, .citation, .noteReference:
        inline.plainText
      }
    }.joined()
  }
}
