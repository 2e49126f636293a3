import Documents
import Layout
import Scene
import Syntax
import Tables
import TestSupport
import Testing
import Typesetting

/// What must hold whatever the document: a thousand random templates in English and in Chinese.
@Suite struct DocumentPropertyTests {
  private static let fonts = Result { try FontBook(families: StyleSheet.briefing.families) }

  private static func style(of seed: UInt64) -> StyleSheet {
    seed % 4 == 3 ? .clearPrint : .briefing
  }

  @Test(arguments: 0..<20) func randomTemplatesAreSetWhole(part: UInt64) throws {
    let shaper = Shaper(fonts: try Self.fonts.get())
    for seed in (part * 50)..<(part * 50 + 50) {
      let template = RandomTemplate(seed: seed)
      var bag = DiagnosticBag()
      let file = SourceFile(path: "report.md", text: template.markdown)
      guard let document = DocumentParser.parse(file, into: &bag), !bag.hasErrors else {
        Issue.record("seed \(seed): \(bag.sorted.map(\.message))")
        continue
      }
      let layout = DocumentLayout(
        style: Self.style(of: seed), shaper: shaper, sources: [], dateText: "31 December 2024")
      do throws(DiagnosticFailure) {
        let pages = try layout.layOut(document, figures: LayoutProbe.Plain(leastWidth: 0))
        var check = PageCheck(
          template: template, document: pages, style: Self.style(of: seed))
        for problem in check.problems() { Issue.record("seed \(seed): \(problem)") }
        let blocks = BlocksAhead(of: document, style: Self.style(of: seed), sources: [])
        var ahead = SetBlocks()
        // The last share first: nothing may depend on the order.
        for share in blocks.shares(3).reversed() { ahead.add(share.set(with: shaper)) }
        let same = try layout.layOut(
          document, figures: LayoutProbe.Plain(leastWidth: 0), ahead: ahead)
        if same.pages.map(\.frame.sceneDump) != pages.pages.map(\.frame.sceneDump) {
          Issue.record("seed \(seed): set ahead, the pages are others")
        }
      } catch {
        Issue.record("seed \(seed): \(error.bag.sorted.map(\.message))")
      }
    }
  }

  /// Bytes and blocks changed, left out and put elsewhere: whatever comes is set, or told at a place of the file.
  @Test(arguments: 0..<20) func mutatedTemplatesNeverCrash(part: UInt64) throws {
    let shaper = Shaper(fonts: try Self.fonts.get())
    var random = SeededGenerator(seed: 77 + part)
    var count = 0
    for round in 0..<500 {
      let seed = part * 500 + UInt64(round)
      let bytes = TemplateMutation.mutated(
        RandomTemplate(seed: seed, blocks: 1...3).markdown, &random)
      let file = SourceFile(path: "report.md", bytes: bytes)
      var bag = DiagnosticBag()
      if let document = DocumentParser.parse(file, into: &bag) {
        let bound = DocumentBinder.bind(document, in: EvaluationScope(names: [:]), into: &bag)
        let set = Typography.apply(to: bound)
        ReferenceCheck.check(set, sources: [], into: &bag)
        if !bag.hasErrors {
          let layout = DocumentLayout(
            style: Self.style(of: seed), shaper: shaper, sources: [], dateText: "31 December 2024")
          do throws(DiagnosticFailure) {
            _ = try layout.layOut(set, figures: LayoutProbe.Plain(leastWidth: 0))
            count += 1
          } catch {
            bag.add(contentsOf: error.bag)
          }
        }
      }
      for diagnostic in bag.diagnostics {
        guard let span = diagnostic.span else { continue }
        let isInside = 0 <= span.range.lowerBound && span.range.upperBound <= bytes.count
        if !isInside { Issue.record("seed \(seed): outside the file: \(diagnostic.message)") }
      }
    }
    #expect(count > 150, "too few were set to show anything")
  }
}
