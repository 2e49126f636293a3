import Documents
import Syntax
import Tables
import TestSupport
import Testing

@Suite struct DocumentMutationTests {
  /// Pieces that begin or end a construct, so that mutations meet each other.
  private static let pieces = [
    "{{", "}}", ":::", "::: {.for each=\"", "```", "```{chart}\n#| ", "[^", "[@", "]", "@fig-",
    "{#",
    "}", "|", "\n", "\n\n", "---\n", "> ", "- ", "\\", "\"", "'", "*", "_", "<!--", "-->", "<?",
    "?>",
    "\u{F0000}", "\u{10FFFD}", "汉", "\r", "\r\n", "\t", "\0", "# ", "|---|", "&amp;", "(", ")",
    "![",
    "{{<", ">}}", "#| columns:\n#|   - ",
  ]

  /// Stretches of a template that uses every construct, so that each mutation meets few others.
  @Test(arguments: 0..<4) func mutatedTemplatesNeverCrash(_ part: UInt64) {
    var random = SeededGenerator(seed: 20_241_130 + part)
    let lines = wholeDialect.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<2_500 {
      // The whole now and then, since what stands far apart is also connected.
      let start = index % 25 == 0 ? 0 : Int.random(in: 0..<lines.count - 10, using: &random)
      let count = index % 25 == 0 ? lines.count : Int.random(in: 10...30, using: &random)
      var bytes = Array(lines[start...].prefix(count).joined(separator: "\n").utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[min(place, bytes.count - 1)] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2:
          let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
          bytes.removeSubrange(place..<end)
        case 3:
          let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
          bytes.insert(contentsOf: Array(bytes[place..<end]), at: 0)
        default:
          let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
          bytes.insert(contentsOf: Array(piece.utf8), at: place)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      check(bytes)
    }
  }

  @Test(arguments: [
    "x", "汉", "{", "{{", "[", "[@a", "*", "_", "`", "1", "|", "\"", "-", "<", "~", "\\",
  ])
  func aWordOfAMegabyteIsRead(_ piece: String) {
    let count = 1_000_000 / piece.utf8.count
    check(Array("---\ntitle: T\n---\n\(String(repeating: piece, count: count)) end".utf8))
  }

  private func check(_ bytes: [UInt8]) {
    let file = SourceFile(path: "a.md", bytes: bytes)
    var bag = DiagnosticBag()
    guard let document = DocumentParser.parse(file, into: &bag) else { return }
    let bound = DocumentBinder.bind(document, in: sampleScope, into: &bag)
    let set = Typography.apply(to: bound)
    ReferenceCheck.check(set, sources: [], into: &bag)
    DigitCheck.check(set, into: &bag)
    _ = DocumentDump.text(of: set)
    for diagnostic in bag.diagnostics {
      guard let span = diagnostic.span else {
        Issue.record("no place: \(diagnostic.message)")
        continue
      }
      let isInside = 0 <= span.range.lowerBound && span.range.upperBound <= bytes.count
      if !isInside { Issue.record("outside the file: \(diagnostic.message) \(span.range)") }
    }
  }
}
