import Analysis
import Facts
import Syntax
import TestSupport
import Testing

@Suite struct InspectionTests {
  private func listing(
    _ table: String, where condition: String? = nil, columns: [String]? = nil
  ) throws -> DataListing {
    let dataset = try repositoryDataset()
    return try DataListing.rows(
      of: table, in: dataset, ReportScope(dataset), where: condition, columns: columns,
      isBrief: true)
  }

  @Test func aListCanBeNarrowedByAnExpression() throws {
    let list = try listing(
      "observations", where: "indicator == 'industry_size' && value > 800",
      columns: ["id", "period", "value"])
    #expect(
      list.text(as: .text) == """
        id                     period   value
        ─────────────────────  ───────  ─────
        industry_size_2022     2022     853.7
        industry_size_undated  undated    900
        industry_size_2023     2023     933.7
        """)
    #expect(
      list.text(as: .csv) == """
        id,period,value
        industry_size_2022,2022,853.7
        industry_size_undated,undated,900
        industry_size_2023,2023,933.7
        """)
  }

  @Test func figuresThatAreWorkedOutAreListedToo() throws {
    let list = try listing(
      "facts", where: "datum.kind == 'derived' && indicator == 'industry_size'",
      columns: ["id", "figure"])
    #expect(
      list.text(as: .json) == """
        [
          {
            "id": "derived.industry_size.implied.2021",
            "figure": "761.6 billion yuan"
          },
          {
            "id": "derived.industry_size.growth.2021-2023",
            "figure": "10.7 percent"
          },
          {
            "id": "derived.industry_size.change.2022-2023",
            "figure": "9.4 percent"
          },
          {
            "id": "derived.industry_size.change.2021-2022",
            "figure": "12.1 percent"
          },
          {
            "id": "derived.size_target_2025.attained",
            "figure": "less than 93.4 percent"
          },
          {
            "id": "derived.size_target_2025.gap",
            "figure": "over 66 billion yuan"
          },
          {
            "id": "derived.size_target_2025.required",
            "figure": "over 3.4 percent"
          },
          {
            "id": "derived.industry_size.ratio.manufacturing_output.2021",
            "figure": "4.42"
          },
          {
            "id": "derived.industry_size.ratio.manufacturing_output.2023",
            "figure": "5.02"
          },
          {
            "id": "derived.size_target_2025.ratio.output_target_2025",
            "figure": "over 4.16"
          }
        ]
        """)
  }

  @Test func unknownTablesColumnsAndNamesGetHints() throws {
    func problems(_ work: () throws -> Void) -> [String] {
      do {
        try work()
        return []
      } catch let failure as DiagnosticFailure {
        return failure.bag.sorted.map { "\($0.id): \($0.hints.first ?? "")" }
      } catch {
        return ["\(error)"]
      }
    }
    #expect(
      problems { _ = try listing("observation") }
        == ["\(InspectionDiagnostics.tableID): did you mean `observations`?"])
    #expect(
      problems { _ = try listing("sources", columns: ["titel"]) }
        == ["\(InspectionDiagnostics.columnID): did you mean `title`?"])
    #expect(
      problems { _ = try listing("sources", where: "titel == ''") }
        == ["expression-undefined: did you mean `title`?"])
    let dataset = try repositoryDataset()
    #expect(
      problems { _ = try DataTrace("industry_size_2032", in: dataset, ReportScope(dataset)) }
        == ["\(InspectionDiagnostics.factID): did you mean `industry_size_2022`?"])
  }

  @Test(arguments: [
    "derived.size_target_2025.attained", "derived.industry_size.growth.2021-2023",
    "manufacturing_output_2020", "size_2022_over_undated", "opening_ceremony_2022",
  ])
  func aTraceLeadsToParagraphs(id: String) throws {
    let dataset = try repositoryDataset()
    let trace = try DataTrace(id, in: dataset, ReportScope(dataset))
    try expectGolden(trace.text() + "\n", folder: "Inspection", name: "trace-\(id).txt")
  }

  @Test(arguments: ["industry_size_2020", "derived.output_target_2025.required", "roche"])
  func aRecordIsShownWhole(id: String) throws {
    let dataset = try repositoryDataset()
    let record = try DataRecord(id, in: dataset, ReportScope(dataset))
    try expectGolden(record.text() + "\n", folder: "Inspection", name: "show-\(id).txt")
  }

  @Test func everyTableFitsATerminal() throws {
    let dataset = try repositoryDataset()
    let scope = ReportScope(dataset)
    let overview = DataListing.overview(dataset, scope).text(as: .text, width: 100)
    try expectGolden(overview + "\n", folder: "Inspection", name: "overview.txt")
    for entry in dataset.tables where entry.name != "relations" {
      let list = try DataListing.rows(of: entry.name, in: dataset, scope, isBrief: true)
      for line in list.text(as: .text, width: 100).split(separator: "\n") {
        #expect(TerminalText.width(String(line)) <= 100, "\(entry.name): \(line)")
      }
    }
  }

  @Test func wideCharactersTakeTwoCells() {
    #expect(TerminalText.width("上海 a") == 6)
    #expect(TerminalText.clipped("上海生物医药", to: 7) == "上海生…")
    #expect(TerminalText.wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(TerminalText.visible("a\u{1B}[31m\nb") == "a [31m b")
  }
}
