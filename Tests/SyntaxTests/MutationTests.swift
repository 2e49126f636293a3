import Syntax
import TestSupport
import Testing

/// Damaged files never crash or hang a reader, and every problem has a place inside the file.
@Suite struct MutationTests {
  private static let table = #"""
    id,period,value,note\#r
    growth-2021,2021,"1,234.5","said ""over"""\#r
    growth-2022,2022,1500,"two
    lines"
    增长,2023,1617,上海
    """#
  private static let specification = #"""
    {"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "width": 4.5e2,
     "encoding": {"x": {"field": "period", "axis": null}, "y": [1, -2, "\u4e00\n"]}}
    """#

  @Test(arguments: 0..<4 as Range<UInt64>)
  func tablesSurviveAnyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let file = SourceFile(path: "a.csv", bytes: mutated(Self.table, &generator))
      var bag = DiagnosticBag()
      let table = CSVParser.parse(file, into: &bag)
      expectSpansInBounds(bag, file)
      guard let table else {
        #expect(bag.hasErrors)
        continue
      }
      for row in 0..<table.rowCount {
        for column in 0..<table.columnCount {
          let cell = table.cell(row: row, column: column)
          #expect(cell.range.upperBound <= file.bytes.count)
          #expect(!cell.text.unicodeScalars.contains("\u{FFFD}"))
        }
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func specificationsSurviveAnyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let file = SourceFile(path: "a.json", bytes: mutated(Self.specification, &generator))
      var bag = DiagnosticBag()
      let node = JSONParser.parse(file, into: &bag)
      #expect((node == nil) == bag.hasErrors)
      expectSpansInBounds(bag, file)
      if let node { expectNodesInBounds(node, file) }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func whatIsWrittenAsCSVIsReadBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = ["a", "\"", ",", "\n", "\r\n", " ", "一", "😀", "'", ""]
    let width = Int.random(in: 2...5, using: &generator)
    let rows = (0..<20).map { row in
      (0..<width).map { column in
        row == 0
          ? "c\(column)"
          : (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            alphabet.randomElement(using: &generator) ?? ""
          }.joined()
      }
    }
    let text = rows.map { row in
      row.map {
        "\""
          + $0.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
      }.joined(separator: ",")
    }.joined(separator: "\r\n")
    var bag = DiagnosticBag()
    let table = try #require(CSVParser.parse(SourceFile(path: "a", text: text), into: &bag))
    #expect(bag.sorted == [])
    let read = (0..<table.rowCount).map { row in
      (0..<width).map { table.cell(row: row, column: $0).text }
    }
    #expect(read == Array(rows.dropFirst()))
  }

  /// One to four bytes flipped, dropped, repeated or put in, among them those that mean something.
  private func mutated(_ text: String, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    let special: [UInt8] = [
      0, 0x0A, 0x0D, 0x22, 0x2C, 0x5C, 0x7B, 0x7D, 0x5B, 0x5D, 0x80, 0xC3, 0xFF,
    ]
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(special.randomElement(using: &generator) ?? 0, at: place)
      case 3:
        let end = min(bytes.count, place + Int.random(in: 0..<40, using: &generator))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: bytes.removeSubrange(place...)
      }
      if bytes.isEmpty { return bytes }
    }
    return bytes
  }
}
