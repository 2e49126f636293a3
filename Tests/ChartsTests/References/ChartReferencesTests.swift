import Charts
import Foundation
import Syntax
import Tables
import TestSupport
import Testing
import Typesetting

/// Charts against what the reference implementation paints (scripts/chart-references): one property a
/// specification.
@Suite struct ChartReferencesTests {
  /// Differences that stand, each with its reason. A case that is listed and right fails.
  static let known: [String: String] = {
    let path = ChartReference.folder.appending(path: "known-differences.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    var reason = ""
    var known: [String: String] = [:]
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# ") {
        reason = String(line.dropFirst(2))
      } else {
        known[String(line)] = reason
      }
    }
    return known
  }()

  @Test(arguments: ChartReference.all)
  func isPaintedAsByTheReferenceImplementation(reference: ChartReference) throws {
    let differences = try Self.differences(reference)
    if let reason = Self.known[reference.name] {
      withKnownIssue(Comment(rawValue: reason)) { #expect(differences.isEmpty) }
    } else {
      #expect(
        differences.isEmpty,
        "\(reference.specification)\n\(differences.prefix(6).joined(separator: "\n"))")
    }
  }

  @Test func differencesThatStandAreThoseOfCases() {
    let names = Set(ChartReference.all.map(\.name))
    #expect(Self.known.keys.filter { !names.contains($0) }.sorted() == [])
    #expect(names.count == ChartReference.all.count)
  }

  static func differences(_ reference: ChartReference) throws -> [String] {
    do {
      let chart = try ReferenceCharts.chart(reference.specification)
      return ReferenceComparison.differences(chart, from: reference)
    } catch let failure as DiagnosticFailure {
      // What is refused is not wrong in silence; the table of properties says so.
      if failure.bag.diagnostics.allSatisfy({ $0.id.name == "chart-unsupported" }) { return [] }
      return failure.bag.diagnostics.map { "\($0.id): \($0.message)" }
    }
  }
}

/// Charts drawn as the references were.
enum ReferenceCharts {
  static let fonts = Result {
    try FontBook(
      families: ["DejaVu Sans", "DejaVu Serif"], generics: ["sans-serif": "DejaVu Sans"])
  }
  static let zone: TimeZoneRules? = {
    var bag = DiagnosticBag()
    return TimeZoneRules.named("America/New_York", into: &bag)
  }()

  static func chart(_ text: String) throws -> Chart {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "chart.vl.json", text: text)
    guard let spec = ChartSpec.parse(file, into: &bag) else { throw DiagnosticFailure(bag) }
    return try ChartCompiler.compile(
      spec,
      in: ChartContext(
        shaper: Shaper(fonts: try fonts.get()), timeZone: zone ?? .utc))
  }
}
