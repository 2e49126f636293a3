import Scene
import Syntax

extension PageSurvey {
  /// The problems of `document`, of whose pages this is the survey: those of single pages, links that lead nowhere,
  /// names that stand twice, properties that no file can have.
  func problems(of document: PagedDocument) -> DiagnosticBag {
    var bag = bag
    if document.pages.isEmpty {
      bag.add(PrintDiagnostics.withoutPages(document.properties.title))
    }
    if !isCalendarDate(document.properties.date) {
      bag.add(PrintDiagnostics.badDate(document.properties.date))
    }
    var pages: [String: String] = [:]
    for (name, page) in destinations {
      if let first = pages[name] {
        bag.add(PrintDiagnostics.duplicate(name, page: page, firstPage: first))
      } else {
        pages[name] = page
      }
    }
    let names = destinations.map(\.name)
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
    return bag
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
