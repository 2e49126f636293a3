import Syntax
import TestSupport
import Testing

@Suite struct CSVParserTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["1", "2"]]),
    ("a,b\n1,2", [["1", "2"]]),
    ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    ("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", [["x, y", "say \"hi\""]]),
    ("a,b\n\"two\nlines\",\"\"\n,\n", [["two\nlines", ""], ["", ""]]),
    ("a,b\n\"\"\"\",\"\"\"\"\"\"\n", [["\"", "\"\""]]),
    ("a,b\n 1 ,\t2\n", [[" 1 ", "\t2"]]),
    ("a,b\n一,二\n\n\n", [["一", "二"]]),
    ("a\n1\n2\n", [["1"], ["2"]]),
    ("a,b\n", []),
  ])
  func rowsHoldTheTextOfTheirCells(text: String, rows: [[String]]) throws {
    let (table, bag) = parse(text)
    let found = try #require(table)
    #expect(bag.sorted == [])
    #expect(found.columnNames == Array(["a", "b"].prefix(found.columnCount)))
    let read = (0..<found.rowCount).map { row in
      (0..<found.columnCount).map { found.cell(row: row, column: $0).text }
    }
    #expect(read == rows)
  }

  @Test func cellsKnowWhereTheyWereWritten() throws {
    let (table, _) = parse("id,name\n1,\"x\"\"y\"\n")
    let found = try #require(table)
    let cell = found.cell(row: 0, column: 1)
    #expect(cell.span.start == SourcePosition(line: 2, column: 4))
    #expect(cell.span.text == "x\"\"y")
    #expect(found.columnIndex(named: "name") == 1)
    #expect(found.columnIndex(named: "nam") == nil)
    #expect(found.span(ofRow: 0).start.line == 2)
  }

  struct Sample: CustomTestStringConvertible {
    let text: String
    let expected: [ExpectedDiagnostic]
    var testDescription: String { expected.map(\.message).joined(separator: "; ") }

    init(_ text: String, _ expected: ExpectedDiagnostic...) {
      self.text = text
      self.expected = expected
    }
  }

  @Test(arguments: [
    Sample("1️⃣", .init("1️⃣", SyntaxDiagnostics.csvEmptyFile, "the file holds no rows")),
    Sample("1️⃣\n\r\n", .init("1️⃣", SyntaxDiagnostics.csvEmptyFile, "the file holds no rows")),
    Sample(
      "a,b\n1️⃣1\n3,4,2️⃣5,6\n5,6\n",
      .init("1️⃣", SyntaxDiagnostics.csvRowCells, "the row `1` has 1 cell"),
      .init("2️⃣", SyntaxDiagnostics.csvRowCells, "the row `3` has 4 cells")),
    Sample(
      "a,b\n1,1️⃣\"x\n2,y\n",
      .init("1️⃣", SyntaxDiagnostics.csvQuoteUnclosed, "the quoted cell does not end")),
    Sample(
      "a,b\n\"x\"1️⃣yz,2\n5,6",
      .init(
        "1️⃣", SyntaxDiagnostics.csvAfterQuote, "`yz` after the closing quote of a cell")),
    Sample(
      "a,b\n51️⃣\" pipe,2\n",
      .init(
        "1️⃣", SyntaxDiagnostics.csvQuoteStray, "a double quote inside a cell without quotes")),
    Sample(
      "a,1️⃣,2️⃣a\n1,2,3\n",
      .init("1️⃣", SyntaxDiagnostics.csvHeaderBlank, "column 2 has no name"),
      .init("2️⃣", SyntaxDiagnostics.csvHeaderDuplicate, "two columns are called `a`")),
    Sample(
      "1️⃣a;b\n",
      .init(
        "1️⃣", SyntaxDiagnostics.csvHeaderSeparator, "the header is one cell that holds `;`")),
    Sample(
      "a,b\n1,2\n1️⃣\n3,4\n",
      .init("1️⃣", SyntaxDiagnostics.csvRowBlank, "a blank line between rows")),
    Sample(
      "a,b\n1,x1️⃣\u{0}y\n1,\"2️⃣\u{1}\"\n",
      .init("1️⃣", SyntaxDiagnostics.csvControlCharacter, "the control character U+0000"),
      .init("2️⃣", SyntaxDiagnostics.csvControlCharacter, "the control character U+0001")),
    Sample(
      "a,b1️⃣\r1,2",
      .init(
        "1️⃣", SyntaxDiagnostics.csvControlCharacter, "a carriage return without a line feed")),
    Sample(
      "k,v1️⃣\ra,3\rb,5\r",
      .init(
        "1️⃣", SyntaxDiagnostics.csvControlCharacter, "a carriage return without a line feed")),
    Sample(
      "1️⃣# exported\nk,v\na,3\n",
      .init(
        "1️⃣", SyntaxDiagnostics.csvRowCells, "the first line has 1 cell, the line below it 2")),
  ])
  func problemsNameTheirPlace(sample: Sample) {
    let source = MarkedSource(sample.text)
    var bag = DiagnosticBag()
    _ = CSVParser.parse(source.file, into: &bag)
    expectDiagnostics(bag, in: source, sample.expected)
  }

  @Test func bytesThatAreNotUTF8AreReportedAtTheFirst() {
    let file = SourceFile(path: "a.csv", bytes: Array("a,b\n1,ok ".utf8) + [0xE4, 0xB8, 0x0A])
    var bag = DiagnosticBag()
    let table = CSVParser.parse(file, into: &bag)
    #expect(bag.diagnostics.map(\.id) == [SyntaxDiagnostics.csvNotUTF8])
    #expect(bag.diagnostics.first?.span?.start == SourcePosition(line: 2, column: 6))
    #expect(table?.rowCount == 0)
  }

  @Test func aFileInAnotherEncodingIsReportedOnce() {
    let file = SourceFile(
      path: "a.csv",
      bytes: Array("a,b\n".utf8) + [0xC9, 0xCF, 0x2C, 0x33, 0x0A, 0xB1, 0xB1, 0x2C, 0x35])
    var bag = DiagnosticBag()
    _ = CSVParser.parse(file, into: &bag)
    #expect(
      bag.diagnostics.map(\.message) == ["the byte 0xC9 is not text in UTF-8; 2 cells are not"])
  }

  @Test func anotherDelimiterPartsCells() throws {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "a.tsv", text: "a\tb\n1,5\t\"x\ty\"\n3\n")
    let table = try #require(CSVParser.parse(file, dialect: .tsv, into: &bag))
    #expect(table.cell(row: 0, column: 0).text == "1,5")
    #expect(table.cell(row: 0, column: 1).text == "x\ty")
    #expect(bag.diagnostics.map(\.id) == [SyntaxDiagnostics.csvRowCells])
  }

  @Test(arguments: ["", ";;", "\"", "\n", "；"])
  func aDelimiterIsOneCharacterThatIsNoOther(delimiter: String) {
    #expect(CSVDialect(delimiter: delimiter) == nil)
  }

  @Test func aHeaderPartedOtherwiseIsReportedOnceForAllRows() {
    let (table, bag) = parse("k;v\na;3,5\nb;5,25\n")
    #expect(table == nil)
    #expect(bag.diagnostics.map(\.id) == [SyntaxDiagnostics.csvHeaderSeparator])
    #expect(bag.diagnostics.first?.hints == ["save the file with a comma between cells"])
  }

  @Test(arguments: [
    ([0x50, 0x4B, 3, 4] + Array("..[Content_Types].xml".utf8), "an Excel workbook", true),
    (
      [0x50, 0x4B, 3, 4] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
      "an OpenDocument file", true
    ),
    ([0x50, 0x4B, 3, 4] + Array("data.csv".utf8), "a ZIP archive", true),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a workbook of Excel before 2007", true),
    ([0x1F, 0x8B, 8], "compressed by gzip", true), (Array("%PDF-1.7".utf8), "a PDF", true),
    (Array("PAR1".utf8), "a Parquet file", true),
    (Array("\n<!DOCTYPE html><p>".utf8), "a web page or XML", true),
    ([0xFF, 0xFE, 0x6B, 0, 0x2C, 0], "text in UTF-16", false),
    ([0x6B, 0, 0x2C, 0, 0x76, 0], "text in UTF-16", false),
    ([0xFF, 0xFE, 0, 0], "text in UTF-32", false),
  ])
  func aFileOfAnotherKindIsNamed(bytes: [UInt8], kind: String, isOtherKind: Bool) throws {
    var bag = DiagnosticBag()
    #expect(CSVParser.parse(SourceFile(path: "a.csv", bytes: bytes), into: &bag) == nil)
    let problem = try #require(bag.diagnostics.first)
    #expect(bag.diagnostics.count == 1)
    #expect(
      problem.id == (isOtherKind ? SyntaxDiagnostics.csvForeignFile : SyntaxDiagnostics.csvNotUTF8))
    #expect(problem.message.hasPrefix("`a.csv` is \(kind), not "))
  }

  @Test func brokenRowsAreLeftOutAndTheOthersRead() throws {
    let (table, bag) = parse("a,b\n1,2\nbroken\n3,4\n")
    #expect(bag.diagnostics.count == 1)
    let found = try #require(table)
    #expect((0..<found.rowCount).map { found.cell(row: $0, column: 0).text } == ["1", "3"])
  }

  @Test func aFloodOfProblemsIsCounted() {
    let (_, bag) = parse("a,b\n" + String(repeating: "x\n", count: 120))
    #expect(bag.diagnostics.count == 51)
    #expect(bag.diagnostics.last?.id == SyntaxDiagnostics.moreProblemsID)
    #expect(bag.diagnostics.last?.message == "70 more problems in this file")
  }

  @Test func hugeCellsAndManyColumnsAreRead() throws {
    let (wide, _) = parse(
      (0..<100_000).map { "c\($0)" }.joined(separator: ",") + "\n"
        + String(repeating: ",", count: 99_999) + "\n")
    #expect(wide?.columnCount == 100_000)
    #expect(wide?.rowCount == 1)
    let (long, _) = parse("a\n\"" + String(repeating: "x", count: 1_000_000) + "\"\n")
    #expect(try #require(long).cell(row: 0, column: 0).text.utf8.count == 1_000_000)
  }

  private func parse(_ text: String) -> (CSVTable?, DiagnosticBag) {
    var bag = DiagnosticBag()
    return (CSVParser.parse(SourceFile(path: "a.csv", text: text), into: &bag), bag)
  }
}
