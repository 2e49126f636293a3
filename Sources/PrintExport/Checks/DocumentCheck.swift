import Scene
import Syntax

/// Finds what would be drawn without a word: links that lead nowhere, names that stand twice,
/// coordinates that are not numbers. On its way over the pages, which are large, it gathers the glyphs that
/// their fonts must have, and the images.
struct DocumentCheck {
  /// All problems of the document.
  var bag = DiagnosticBag()
  private(set) var glyphs = GlyphUse()
  /// Each once, in the order of the document, with the name that its first place has for it.
  private(set) var images: [(image: RasterImage, name: String)] = []
  private var knownImages: Set<RasterImage> = []
  /// The page of each destination.
  private var pages: [String: String] = [:]
  /// In the order of the document.
  private var names: [String] = []
  private var links: [(name: String, page: String)] = []
  /// Whether all coordinates and measures of the page at hand are numbers.
  private var isFinite = true

  init(_ document: PagedDocument) {
    if document.pages.isEmpty {
      bag.add(PrintDiagnostics.withoutPages(document.properties.title))
    }
    if !isCalendarDate(document.properties.date) {
      bag.add(PrintDiagnostics.badDate(document.properties.date))
    }
    for page in document.pages {
      isFinite = page.frame.size.isFinite
      collect(page.frame.items, page: page.label)
      if !isFinite { bag.add(PrintDiagnostics.notFinite("page `\(page.label)`")) }
    }
    for link in links where pages[link.name] == nil {
      bag.add(
        PrintDiagnostics.undefined(
          link.name, from: "a link on page `\(link.page)`", known: names))
    }
    for entry in document.outline where pages[entry.destination] == nil {
      bag.add(
        PrintDiagnostics.undefined(
          entry.destination, from: "the bookmark `\(entry.title)`", known: names))
    }
  }

  private mutating func collect(_ items: [FrameItem], page: String) {
    for item in items {
      if !item.isFinite { isFinite = false }
      switch item {
      case .shape: break
      case .text(let text): collect(text, page: page)
      case .image(let item):
        if let problem = item.problem(for: .document, on: "page `\(page)`") { bag.add(problem) }
        if let image = item.source.image, knownImages.insert(image).inserted {
          images.append((image, item.name))
        }
      case .group(let group):
        switch group.link {
        case nil, .uri: break
        case .destination(let name): links.append((name, page))
        }
        collect(group.items, page: page)
      case .destination(let destination):
        if let first = pages[destination.name] {
          bag.add(PrintDiagnostics.duplicate(destination.name, page: page, firstPage: first))
        } else {
          pages[destination.name] = page
          names.append(destination.name)
        }
      }
    }
  }

  private mutating func collect(_ text: TextItem, page: String) {
    for line in text.lines {
      for run in line {
        if run.clustersAreWhole {
          glyphs.add(run)
        } else {
          bag.add(PrintDiagnostics.loose(run.text, on: "page `\(page)`"))
        }
      }
    }
  }
}

/// Whether `text` is `YYYY-MM-DD` with a month and a day that can be.
private func isCalendarDate(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.map(\.utf8.count) == [4, 2, 2],
    parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
    let month = Int(parts[1]), let day = Int(parts[2])
  else { return false }
  return (1...12).contains(month) && (1...31).contains(day)
}
