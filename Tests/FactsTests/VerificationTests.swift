import Facts
import Foundation
import Syntax
import TestSupport
import Testing

@Suite struct NumberWordsTests {
  @Test(arguments: [
    ("600 billion yuan", 600, 9), ("12,000 mu", 12_000, 0), ("5.7 million square meters", 5.7, 6),
    ("Fifty seven percent", 57, 0), ("Sixteen", 16, 0), ("fifty-seven", 57, 0),
    ("the second", 2, 0), ("30th anniversary", 30, 0), ("1\u{A0}trillion yuan", 1, 12),
    ("a keynote forum", 1, 0), ("top nationwide", 1, 0), ("two hundred and five forums", 205, 0),
    ("four-day", 4, 0), ("933.7 billion", 933_700, 6), ("up 8 percent.", 8, 0),
    ("11 leading multinational companies", 11, 0),
  ])
  func aTextWritesItsNumber(text: String, value: Double, multiplier: Int) {
    #expect(WrittenFigure(text, in: .english).writes(value, multiplier))
  }

  @Test(arguments: [
    ("600 billion yuan", 600, 6), ("12,000 mu", 12, 0), ("dozens", 12, 0), ("a 20th of it", 1, 0),
    ("933.7 billion", 933, 9), ("COVID19", 19, 0), ("weeklong", 7, 0), ("", 1, 0),
  ])
  func aTextWritesNoOtherNumber(text: String, value: Double, multiplier: Int) {
    #expect(!WrittenFigure(text, in: .english).writes(value, multiplier))
  }
}

@Suite struct VerificationTests {
  private static let report = """
    Annual report
    The year in the town
    Output was “100\u{A0}billion yuan” in 2022.
    It rose by 10 percent to 110 billion yuan.
    x
    x
    By 2025, at least 150 billion yuan shall be made.
    """

  /// Problems of holding `data` against `report`.
  private func problems(
    _ data: SmallDataset, report: String = Self.report, sha256: String = "00"
  ) throws -> [String] {
    let dataset = try #require(data.load().dataset)
    let verification = Verification(
      dataset,
      reading: { path throws(DiagnosticFailure) in SourceFile(path: path, text: report) },
      fingerprint: { _ in sha256 })
    return verification.bag.sorted.map { problem in
      "\(problem.id) at \(problem.span?.file.path ?? ""):\(problem.span?.start.line ?? 0)"
    }
  }

  private var archived: SmallDataset {
    var data = SmallDataset.valid.replacing(
      "published_to\nreport", with: "published_to,archived_as,sha256\nreport", in: "sources"
    ).replacing("2024-03-01\n", with: "2024-03-01,report.txt,00\n", in: "sources")
    data = data.replacing(
      "town,Town,city,report,p1", with: "town,town,city,report,p2", in: "places")
    return data.declaringColumnsAsWritten()
  }

  @Test func figuresAreFoundWhateverTheQuotesAndSpaces() throws {
    #expect(try problems(archived).isEmpty)
  }

  @Test(arguments: [
    ("the city", "The city plans more.", true), ("the city", "More. The city plans.", true),
    ("the city", "\"The city plans,\" she said", true), ("the city", "in The City today", false),
    ("The city", "in the city", false), ("city", "Citywide", false),
  ])
  func aSentenceMayBeginWithACapital(phrase: String, paragraph: String, stands: Bool) {
    #expect(
      SourceText.contains(SourceText.normalized(phrase), in: SourceText.normalized(paragraph))
        == stands)
  }

  @Test func whatTheParagraphDoesNotSayIsNamedAtItsCell() throws {
    let data = archived.replacing(
      "100 billion yuan,100", with: "101 billion yuan,101", in: "observations")
    #expect(try problems(data) == ["source-unconfirmed at data/observations.csv:2"])
    let other = archived.replacing(
      "100 billion yuan,100", with: "100 billion yuan,10", in: "observations")
    #expect(try problems(other) == ["written-number at data/observations.csv:2"])
    let beyond = archived.replacing("report,p3", with: "report,p30", in: "observations")
    #expect(try problems(beyond) == ["source-paragraph at data/observations.csv:2"])
    let elsewhere = archived.replacing("report,p3", with: "report,p4", in: "observations")
    #expect(try problems(elsewhere) == ["source-unconfirmed at data/observations.csv:2"])
  }

  @Test func aTextThatChangedAndOneThatIsNotThereAreTold() throws {
    #expect(try problems(archived, sha256: "11") == ["source-changed at data/sources.csv:2"])
    #expect(try problems(.valid) == ["source-not-archived at data/sources.csv:2"])
  }

  /// The five documents are not part of the repository: without them there is nothing to hold it against.
  private static var sourcesFolder: URL? {
    let folder = repositoryRoot.deletingLastPathComponent().appending(path: "shared/sources")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  @Test(.enabled(if: Self.sourcesFolder != nil, "the source texts are not beside the repository"))
  func everyStatedFigureOfTheRepositoryStandsInItsParagraph() throws {
    let folder = try #require(Self.sourcesFolder)
    let dataset = try #require(repositoryDataset().dataset)
    let hashes = Dictionary(
      uniqueKeysWithValues: dataset.sources.map { ($0.archivedAs, $0.sha256) })
    var next = dataset.sources.map(\.archivedAs).makeIterator()
    let verification = Verification(
      dataset,
      reading: { name throws(DiagnosticFailure) in
        try SourceFile.load(path: folder.appending(path: name).path, displayPath: name)
      }, fingerprint: { _ in hashes[next.next() ?? ""] ?? "" })
    let problems = verification.bag.sorted.map { $0.rendered(as: .text) }
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    #expect(verification.counts.reduce(0) { $0 + $1.statements } > 500)
  }
}
