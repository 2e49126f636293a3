import Foundation
import TestSupport
import Testing

/// What our own PDFs show, beside what Cairo's of the same frames do: the one is the judge of the other.
@Suite(
  .enabled(
    if: LookComparison.isAvailable, "scripts/setup test and scripts/checkers install the readers"))
struct LookTests {
  /// `make looks` looks at every page, other tests at one of four.
  private static let every = ProcessInfo.processInfo.environment["ALMANAC_LOOKS"] == nil ? 4 : 1

  private func bytes(_ path: String, in workspace: borrowing Workspace) throws -> [UInt8] {
    Array(try Data(contentsOf: workspace.folder.appending(path: path)))
  }

  /// Runs the program once for each renderer; `DIR` in the command is where its files go.
  private func draw(_ command: String, in workspace: Workspace) throws {
    for renderer in ["almanac", "cairo"] {
      let output = try workspace.run(
        "\(command.replacing("DIR", with: renderer)) --renderer \(renderer) --quiet")
      #expect(!output.contains { $0.hasPrefix("[") || $0.contains("error:") }, "\(output)")
    }
  }

  /// Letters in the order in which they are drawn.
  private func text(_ pdf: [UInt8]) throws -> String {
    let outcome = try ExternalTool("pdftotext").run(
      ["-raw", "-enc", "UTF-8", "FILE", "-"], on: pdf, suffix: "pdf")
    return outcome.output.filter { !$0.isWhitespace }
  }

  @Test(arguments: ["en-GB", "zh-Hans"])
  func everyConstructOfATemplate(language: String) throws {
    let workspace = try Workspace()
    defer { workspace.remove() }
    let templates = workspace.folder.appending(path: "templates")
    try FileManager.default.removeItem(at: templates)
    try FileManager.default.copyItem(
      at: repositoryRoot.appending(path: "Tests/Torture/templates"), to: templates)
    try draw("almanac build torture --lang \(language) --format pdf --output DIR", in: workspace)
    try expectSame(["report"], in: workspace)
  }

  @Test(arguments: ["en-GB", "zh-Hans"])
  func theAnnualBriefing(language: String) throws {
    let workspace = try Workspace()
    defer { workspace.remove() }
    for folder in ["data", "templates"] {
      let place = workspace.folder.appending(path: folder)
      try FileManager.default.removeItem(at: place)
      try FileManager.default.copyItem(at: repositoryRoot.appending(path: folder), to: place)
    }
    try draw("almanac build annual --lang \(language) --format pdf --output DIR", in: workspace)
    try expectSame(["report"], in: workspace)
  }

  @Test func everyReferenceOfAChart() throws {
    let workspace = try Workspace()
    defer { workspace.remove() }
    let charts = repositoryRoot.appending(path: "Tests/Goldens/charts")
    let names = try FileManager.default.contentsOfDirectory(atPath: charts.path).filter {
      $0.hasSuffix(".vl.json")
    }.sorted()
    #expect(!names.isEmpty)
    try FileManager.default.copyItem(at: charts, to: workspace.folder.appending(path: "charts"))
    let fonts = "--theme vega-lite --font sans-serif='DejaVu Sans'"
    try draw("almanac chart charts/*.vl.json --format pdf \(fonts) --output-dir DIR", in: workspace)
    try expectSame(names.map { String($0.dropLast(8)) }, in: workspace)
  }

  /// The files of both renderers look the same, and are copied as the same letters.
  private func expectSame(_ names: [String], in workspace: Workspace) throws {
    let looks = try LookComparison()
    for name in names {
      let (own, cairo) = (
        try bytes("almanac/\(name).pdf", in: workspace),
        try bytes("cairo/\(name).pdf", in: workspace)
      )
      try looks.add(name, own, cairo)
      #expect(try text(own) == text(cairo), "\(name)")
    }
    let faults = try looks.faults(every: Self.every)
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }
}
