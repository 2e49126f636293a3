import Tables
import Testing

@Suite struct UnreadCellsTests {
  private func unread(_ cells: [String?], as parse: String) throws -> UnreadCells {
    Column(cells.map { $0.map { .string($0) } ?? .null })
      .unread(as: try #require(FieldParse(parse)), in: .utc)
  }

  @Test(arguments: [
    ("number", ["3", "1,234", "n/a", "", "1e2", " 7 ", "Infinity"], 3, 6, "1,234"),
    ("boolean", ["true", "yes", "0", "False"], 2, 4, "yes"),
    ("date", ["2024-01-01", "soon", "Jan 1 2000"], 1, 3, "soon"),
    ("date:'%d/%m/%Y'", ["05/01/2024", "5.2.2024"], 1, 2, "5.2.2024"),
    ("utc:'%Y'", ["2024", "24-1"], 1, 2, "24-1"),
  ])
  func cellsThatCannotBeReadAreCounted(
    _ parse: String, _ cells: [String], _ count: Int, _ filled: Int, _ first: String
  ) throws {
    let found = try unread(cells, as: parse)
    #expect(found.count == count)
    #expect(found.filled == filled)
    #expect(found.first?.row == cells.firstIndex(of: first))
    #expect(found.first?.text == first)
  }

  @Test func textHasNothingThatCannotBeRead() throws {
    #expect(try unread(["a", nil, ""], as: "string").count == 0)
  }

  @Test func numbersBesideTextAreRead() {
    let found = Column([.number(3), .string("n/a"), .null, .number(.nan)])
      .unread(as: .number, in: .utc)
    #expect(found.count == 1)
    #expect(found.filled == 2)
  }

  @Test func aFormatOfTimesIsHeldAgainstNumbersToo() throws {
    let format = try #require(FieldParse("date:'%Y'"))
    #expect(Column.numbers([2024]).unread(as: format, in: .utc).count == 0)
    #expect(Column.numbers([12.5]).unread(as: format, in: .utc).count == 1)
  }

  @Test func aDayThatCanBeNoMonthShowsHowTheOthersAreMeant() throws {
    let found = try unread(["05/01/2024", "15/01/2024"], as: "date")
    guard case .dayFirst(let witness) = found.misread?.kind else {
      Issue.record("\(found)")
      return
    }
    #expect(witness.row == 1)
    #expect(found.misread?.cell.text == "05/01/2024")
    #expect(
      try unread(["05/01/2024", "06/01/2024"], as: "date").misread?.kind == .dayOrMonth)
    for cells in [["05/01/2024", "01/15/2024"], ["05/05/2024"], ["2024/05/01"]] {
      #expect(try unread(cells, as: "date").misread == nil)
    }
  }

  @Test func aDecimalCommaShowsThatAPointGroupsThousands() throws {
    let found = try unread(["1.234", "1.234,5", "987,6"], as: "number")
    #expect(found.count == 2)
    guard case .decimalComma(let witness) = found.misread?.kind else {
      Issue.record("\(found)")
      return
    }
    #expect(witness.text == "1.234,5")
    #expect(found.misread?.cell.row == 0)
    #expect(try unread(["1.234", "1,234.5"], as: "number").misread == nil)
  }

  @Test func emptyTextIsNoQuantity() {
    let table = Table([("v", .strings(["3", "", "5"])), ("k", .strings(["", "b", "c"]))])
      .withoutEmptyText(in: ["v", "x"])
    #expect(table.column("v")?.values == [.string("3"), .null, .string("5")])
    #expect(table[0, "k"] == .string(""))
  }
}
