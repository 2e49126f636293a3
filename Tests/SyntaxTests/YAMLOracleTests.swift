import Syntax
import TestSupport
import Testing
import Yams

/// What our reader accepts, libyaml reads the same way: held against texts as people write them and a
/// thousand mutations of each.
@Suite struct YAMLOracleTests {
  private static let samples = [
    """
    title: "Shanghai biopharma: the year"
    subtitle: Growth of the industry
      and its targets
    params:
      year: {type: integer, default: 2023}
      names: [one, 'two', "three four"]
    views:
      - name: growth
        from: observations   # the table
        transform:
        - {filter: "datum.indicator == 'size'"}
        - calculate: |
            datum.value / 100
              + 1

          as: share
      - name: empty
        from:
    note: >-
      Folded text
      over lines

        kept
      end
    """,
    """
    - - a
      - b: c
        d: e
    - "x\\ty \\u4E00"
    - 'it''s'
    -
      key : value
      list:
      - 1
      - -2.5
    - |2
        indented
    - >+
      keep

    - plain # comment
    """,
    "{a: [1, {b: c}, \"d\"], 'e f': g h, i: }\n# end\n",
  ]

  @Test(arguments: samples.indices)
  func mutatedTextsAreReadAsLibyamlReadsThem(sample: Int) {
    var generator = SeededGenerator(seed: UInt64(sample) + 1)
    var accepted = 0
    for round in 0..<1200 {
      var text = Array(Self.samples[sample].utf8)
      if round > 0 {
        for _ in 0..<Int.random(in: 1...3, using: &generator) { mutate(&text, &generator) }
      }
      let yaml = String(decoding: text, as: UTF8.self)
      let file = SourceFile(path: "a.yaml", text: yaml)
      var bag = DiagnosticBag()
      let node = YAMLParser.parse(file, into: &bag)
      #expect((node == nil) == !bag.isEmpty)
      expectSpansInBounds(bag, file)
      guard let node else { continue }
      accepted += 1
      expectNodesInBounds(node, file)
      do {
        let theirs = try Yams.Parser(yaml: yaml, encoding: .utf8).singleRoot()
        let (ours, other) = (describe(node, file), theirs.map(describe) ?? "~")
        #expect(ours == other, "round \(round):\n\(yaml)")
        if ours != other { return }
      } catch {
        Issue.record("round \(round): libyaml refuses what we accept: \(error)\n\(yaml)")
        return
      }
    }
    #expect(accepted > 100)
  }

  private func mutate(_ text: inout [UInt8], _ generator: inout SeededGenerator) {
    let alphabet = Array(" \n\n:-#\"'[]{},|>&*!?%@`\\a1~.".utf8)
    let place = Int.random(in: 0...text.count, using: &generator)
    let letter = alphabet.randomElement(using: &generator) ?? 0x20
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: if place < text.count { text.remove(at: place) }
    case 1: text.insert(letter, at: place)
    case 2: if place < text.count, text[place] < 0x80 { text[place] = letter }
    default:
      let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
      var moved = lines
      let line = Int.random(in: 0..<lines.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: moved.remove(at: line)
      case 1: moved.insert([0x20] + lines[line], at: line)
      default: moved[line] = [0x20, 0x20] + lines[line]
      }
      text = Array(moved.joined(separator: [0x0A]))
    }
  }

  /// Structure and text; what a plain scalar stands for is our own affair (YAML 1.2 against 1.1).
  private func describe(_ node: JSONNode, _ file: SourceFile) -> String {
    switch node.value {
    case .null: node.range.isEmpty ? "~" : file.text(in: node.range)
    case .bool, .number: file.text(in: node.range)
    case .string(let text): JSONOutput.quoted(text)
    case .array(let items): "[" + items.map { describe($0, file) }.joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\($0.name):\(describe($0.node, file))" }.joined(separator: ",") + "}"
    }
  }

  private func describe(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar):
      if scalar.style != .plain { return JSONOutput.quoted(scalar.string) }
      if scalar.string.isEmpty { return "~" }
      var bag = DiagnosticBag()
      let plain = YAMLParser.parse(SourceFile(path: "s", text: scalar.string), into: &bag)
      return plain.map { $0.string == nil && $0.members == nil && $0.array == nil } ?? false
        ? scalar.string : JSONOutput.quoted(scalar.string)
    case .sequence(let sequence): return "[" + sequence.map(describe).joined(separator: ",") + "]"
    case .mapping(let mapping):
      return "{"
        + mapping.map { "\($0.key.string ?? "?"):\(describe($0.value))" }.joined(separator: ",")
        + "}"
    case .alias: return "alias"
    }
  }
}

/// Expects every span of `bag` to lie within `file`.
func expectSpansInBounds(_ bag: DiagnosticBag, _ file: SourceFile) {
  for diagnostic in bag.diagnostics {
    guard let span = diagnostic.span else { continue }
    #expect(span.range.lowerBound >= 0 && span.range.lowerBound <= file.bytes.count)
    #expect(span.range.upperBound <= max(1, file.bytes.count))
    #expect(!diagnostic.rendered(as: .text).isEmpty)
  }
}

/// Expects the ranges of all nodes to lie within `file`, and within that of the node that holds them.
func expectNodesInBounds(_ node: JSONNode, _ file: SourceFile) {
  #expect(node.range.lowerBound >= 0 && node.range.upperBound <= file.bytes.count)
  for child in node.array ?? node.members?.map(\.node) ?? [] {
    #expect(child.range.lowerBound >= node.range.lowerBound)
    #expect(child.range.upperBound <= node.range.upperBound)
    expectNodesInBounds(child, file)
  }
}
