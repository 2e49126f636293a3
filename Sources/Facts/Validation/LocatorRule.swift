import Syntax

/// A paragraph that is cited can be there: its number is one that a text has, and not far beyond all others that are
/// cited of its source. Where the text is at hand, `data verify` holds it against that.
enum LocatorRule {
  static let id = DiagnosticID("locator-range")
  static let ids = [id]

  /// Paragraphs: more than the longest books have.
  private static let most = 100_000
  /// A text that is cited in more places than this is known well enough to doubt one far outside them.
  private static let places = 5
  private static let far = 20
  private static let long = 1000

  private struct Citation {
    var paragraph: Int
    var table: TableName
    var row: Int
  }

  private struct Ends {
    var top: Citation
    var second = 0
    var count = 1
  }

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    var report = RuleReport()
    var ends: [String: Ends] = [:]
    func cite(_ evidence: Evidence, _ table: TableName, _ row: Int) {
      let paragraph = evidence.locator.paragraph
      if paragraph > most {
        report.add(
          Diagnostic(
            id, at: dataset.span(of: table, row: row, column: "locator"),
            "`p\(paragraph)` is no paragraph of a text", expected: "at most `p\(most)`"))
        return
      }
      let citation = Citation(paragraph: paragraph, table: table, row: row)
      guard var known = ends[evidence.sourceID] else {
        ends[evidence.sourceID] = Ends(top: citation)
        return
      }
      known.count += 1
      if paragraph > known.top.paragraph {
        (known.second, known.top) = (known.top.paragraph, citation)
      } else if paragraph < known.top.paragraph {
        known.second = max(known.second, paragraph)
      }
      ends[evidence.sourceID] = known
    }
    for item in dataset.observations { cite(item.evidence, .observations, item.row) }
    for item in dataset.targets { cite(item.evidence, .targets, item.row) }
    for item in dataset.policies { cite(item.evidence, .policies, item.row) }
    for item in dataset.editions { cite(item.evidence, .editions, item.row) }
    for item in dataset.events { cite(item.evidence, .events, item.row) }
    for item in dataset.organisations { cite(item.evidence, .organisations, item.row) }
    for item in dataset.people { cite(item.evidence, .people, item.row) }
    for item in dataset.places { cite(item.evidence, .places, item.row) }
    for item in dataset.relations { cite(item.evidence, .relations, item.row) }
    for (_, known) in ends.sorted(by: { $0.key < $1.key })
    where known.count > places && known.second > 0 && known.top.paragraph > long
      && known.top.paragraph > known.second * far
    {
      report.add(
        Diagnostic(
          id, severity: .warning,
          at: dataset.span(of: known.top.table, row: known.top.row, column: "locator"),
          "`p\(known.top.paragraph)` is far beyond the other paragraphs cited of its source, "
            + "the last being `p\(known.second)`",
          expected: "a paragraph of the text"))
    }
    report.finish(into: &bag)
  }
}
