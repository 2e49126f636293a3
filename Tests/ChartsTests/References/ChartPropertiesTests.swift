import Foundation
import TestSupport
import Testing

@testable import Charts

/// What becomes of each property that the grammar accepts: drawn and compared with the reference
/// implementation, refused, or of no account in a still picture.
@Suite struct ChartPropertiesTests {
  /// The properties that change no picture, each with the reason.
  static let unseen: [String: String] = {
    let path = ChartReference.folder.appending(path: "unseen.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    var reason = ""
    var unseen: [String: String] = [:]
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# ") {
        reason = String(line.dropFirst(2))
      } else {
        for word in line.split(separator: " ") { unseen[String(word)] = reason }
      }
    }
    return unseen
  }()

  /// What the references say of the properties they are about.
  static let references: [String: [ChartReference]] = {
    var references: [String: [ChartReference]] = [:]
    for reference in ChartReference.all {
      for property in reference.properties { references[property, default: []].append(reference) }
    }
    return references
  }()

  @Test func everyPropertyThatTheGrammarAcceptsIsDrawnOrRefusedOrUnseen() {
    for (kind, property) in Self.properties where Self.verdict(kind, property) == nil {
      Issue.record(
        """
        nothing says that `\(kind).\(property)` is drawn: make a case for it that differs from its base \
        (Tests/References/charts), refuse it (Unsupported.swift) or list it in unseen.txt with a reason
        """)
    }
  }

  @Test func whatIsListedAsUnseenIsAProperty() {
    let all = Set(Self.properties.map { "\($0.kind).\($0.property)" })
    #expect(Self.unseen.keys.filter { !all.contains($0) }.sorted() == [])
  }

  @Test func whatIsListedAsUnseenIsUnseen() {
    let seen = Self.unseen.keys.filter { name in
      Self.references[name]?.contains { !$0.isLikeBase } ?? false
    }
    #expect(seen.sorted() == [])
  }

  /// The table in the documentation is this one.
  @Test func theTableOfPropertiesIsCurrent() throws {
    try expectDocument(Self.table, at: "docs/chart-properties.md")
  }

  // MARK: The table

  static var properties: [(kind: String, property: String)] {
    Grammar.kindNames.flatMap { kind in
      Grammar.kind(kind).names.map { (kind: kind, property: $0) }
    }
  }

  /// What becomes of a property, in the words of the table; nil where nothing says so.
  static func verdict(_ kind: String, _ property: String) -> String? {
    let name = "\(kind).\(property)"
    if Unsupported.isRefused(property, of: kind) { return "refused" }
    if let reason = unseen[name] { return "not in a picture: \(reason)" }
    let cases = references[name] ?? []
    guard cases.contains(where: { !$0.isLikeBase }) else { return nil }
    let known = cases.filter { ChartReferencesTests.known[$0.name] != nil }
    let drawn = "drawn, \(cases.count) \(cases.count == 1 ? "case" : "cases")"
    return known.isEmpty ? drawn : "\(drawn), \(known.count) otherwise"
  }

  static var table: String {
    var lines = [
      "# The properties of charts",
      "",
      """
      What becomes of each property of a Vega-Lite specification. *Drawn* means that what is painted is compared with \
      what the reference implementation paints, in as many cases as the table says; cases painted *otherwise* are \
      listed with their reasons in [known-differences.txt](../Tests/References/charts/known-differences.txt). \
      *Refused* is an error that names the property. Tests write this page.
      """,
    ]
    for kind in Grammar.kindNames {
      lines += ["", "## \(kind)", "", "| property | |", "|---|---|"]
      for property in Grammar.kind(kind).names {
        lines.append("| `\(property)` | \(verdict(kind, property) ?? "not tested") |")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
