import Documents
import Scene
import Wording

/// Where things stood when a document was last set; empty before the first time.
struct PageNumbers: Equatable {
  /// The folio of the first page on which each label stands.
  private(set) var folios: [String: String] = [:]
  /// The numbers of the pages on which each source is cited, ascending.
  private(set) var citing: [String: [Int]] = [:]

  init() {}

  init(_ pages: [PageBuilder.Content], after opening: FrontMatter.Opening) {
    for (index, page) in pages.enumerated() {
      let number = Self.number(ofPage: index, after: opening)
      for name in page.destinations.map(\.name) where folios[name] == nil {
        folios[name] = String(number)
      }
      for source in page.calls.sources where citing[source]?.last != number {
        citing[source, default: []].append(number)
      }
    }
  }

  /// The number of the page `index`, counted from 0 after the cover, if there is one.
  static func number(ofPage index: Int, after opening: FrontMatter.Opening) -> Int {
    switch opening {
    case .cover: index + 2
    case .band: index + 1
    }
  }

  /// Whether `reference` prints something else by `others`.
  func differ(from others: PageNumbers, for reference: Reference) -> Bool {
    switch reference.form {
    case .name: false
    case .page: folios[reference.label] != others.folios[reference.label]
    case .citingPages: citing[reference.label] != others.citing[reference.label]
    }
  }

  /// "3, 5–7": the pages on which `source` is cited, or a dash.
  func pages(citing source: String) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in citing[source] ?? [] {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    if runs.isEmpty { return "–" }
    return runs.map { run in
      switch run.count {
      case 1: "\(run.lowerBound)"
      case 2: "\(run.lowerBound)" + Label.listSeparator.text + "\(run.upperBound)"
      default: Label.pageRange.text("\(run.lowerBound)", "\(run.upperBound)")
      }
    }.joined(separator: Label.listSeparator.text)
  }
}
