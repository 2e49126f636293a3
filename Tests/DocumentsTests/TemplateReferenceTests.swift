import Documents
import Foundation
import Syntax
import Tables
import TestSupport
import Testing

/// `docs/templates.md` is what users write by: what it shows must be what the tool takes.
@Suite struct TemplateReferenceTests {
  private static func page() throws -> String {
    try String(
      contentsOf: repositoryRoot.appending(path: "docs/templates.md"), encoding: .utf8)
  }

  private static func examples() throws -> [String] {
    try page().components(separatedBy: "````markdown\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n````").first
    }
  }

  private static var scope: EvaluationScope {
    func fact(_ text: String, _ value: Double) -> Value {
      .object(
        .init(
          [
            .init("text", .string(text)), .init("value", .number(value)),
            .init("period", .string("2023")),
          ], fact: "fact"))
    }
    let size = Value.Object([
      .init("latest", fact("933.7 billion yuan", 933.7)), .init("growth", fact("10 %", 0.1)),
    ])
    let edition = Value.Object([.init("name", .string("First")), .init("days", .number(5))])
    return EvaluationScope(names: [
      "series": .object(.init([.init("industry_size", .object(size))])),
      "targets": .object(.init([.init("output_2025", fact("240 billion yuan", 240))])),
      "editionList": .array([.object(edition)]),
      "params": .object(
        .init([.init("audience", .string("public")), .init("edition", .string("First"))])),
    ])
  }

  @Test func everyExampleCompiles() throws {
    let examples = try Self.examples()
    #expect(examples.count >= 11)
    for example in examples {
      let text = example.hasPrefix("---\n") ? example : "---\ntitle: T\n---\n" + example
      let file = SourceFile(path: "docs/templates.md", text: text)
      for language in DocumentParser.frontMatter(of: file).languages {
        var bag = DiagnosticBag()
        guard let document = DocumentParser.parse(file, language: language, into: &bag) else {
          Issue.record("nothing in \(example)")
          continue
        }
        var scope = Self.scope
        scope.names["lang"] = .string(language)
        scope.names["words"] = .object(
          .init(document.frontMatter.words.map { .init($0.name, .string($0.text)) }))
        let bound = DocumentBinder.bind(document, in: scope, into: &bag)
        ReferenceCheck.check(bound, into: &bag)
        #expect(bag.sorted.map { $0.rendered(as: .text) } == [])
      }
    }
  }

  @Test func everyClassFunctionAndKeyIsListed() throws {
    let page = try Self.page()
    for kind in Division.Kind.allCases where !kind.rawValue.hasPrefix("callout-") {
      #expect(page.contains("`.\(kind.rawValue)`"), "class .\(kind.rawValue)")
    }
    for name in ProseFunctions.all.keys.sorted() {
      #expect(page.contains("`\(name)"), "function \(name)")
    }
    for kind in Parameter.Kind.allCases { #expect(page.contains("`\(kind.rawValue)`")) }
    for alignment in TableBlock.Alignment.allCases {
      #expect(page.contains("`\(alignment.rawValue)`"))
    }
  }
}
