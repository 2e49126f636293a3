import Scene
import Syntax

/// Finds what Cairo would draw without a word: links that lead nowhere, names that stand twice,
/// coordinates that are not numbers.
struct DocumentCheck {
  private(set) var bag = DiagnosticBag()
  /// The page of each destination.
  private var pages: [String: String] = [:]
  /// In the order of the document.
  private var names: [String] = []
  private var links: [(name: String, page: String)] = []

  /// All problems of the document.
  static func problems(of document: PagedDocument) -> DiagnosticBag {
    var check = DocumentCheck()
    if document.pages.isEmpty {
      check.bag.add(CairoDiagnostics.withoutPages(document.properties.title))
    }
    if !isCalendarDate(document.properties.date) {
      check.bag.add(CairoDiagnostics.badDate(document.properties.date))
    }
    for page in document.pages {
      check.collect(page.frame.items, page: page.label)
      if !page.frame.isFinite {
        check.bag.add(CairoDiagnostics.notFinite("page `\(page.label)`"))
      }
    }
    for link in check.links where check.pages[link.name] == nil {
      check.bag.add(
        CairoDiagnostics.undefined(
          link.name, from: "a link on page `\(link.page)`", known: check.names))
    }
    for entry in document.outline where check.pages[entry.destination] == nil {
      check.bag.add(
        CairoDiagnostics.undefined(
          entry.destination, from: "the bookmark `\(entry.title)`", known: check.names))
    }
    return check.bag
  }

  private mutating func collect(_ items: [FrameItem], page: String) {
    for item in items {
      switch item {
      case .shape, .text: break
      case .image(let image):
        if let problem = image.problem(for: .document, on: "page `\(page)`") { bag.add(problem) }
      case .group(let group):
        switch group.link {
        case nil, .uri: break
        case .destination(let name): links.append((name, page))
        }
        collect(group.items, page: page)
      case .destination(let destination):
        if let first = pages[destination.name] {
          bag.add(CairoDiagnostics.duplicate(destination.name, page: page, firstPage: first))
        } else {
          pages[destination.name] = page
          names.append(destination.name)
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
