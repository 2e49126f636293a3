import Analysis
import Facts
import Tables
import Testing

@Suite struct ReportScopeTests {
  /// The value at a path of names.
  private func value(_ path: String, in scope: ReportScope) -> Value? {
    var value = Value.object(scope.values)
    for name in path.split(separator: ".") {
      guard case .object(let object) = value, let member = object[String(name)] else { return nil }
      value = member
    }
    return value
  }

  @Test(arguments: [
    ("series.industry_size.name", Value.string("Size of the industry")),
    ("series.industry_size.unit", .string("billion yuan")),
    ("series.industry_size.latest.value", .number(933.7)),
    ("series.industry_size.latest.text", .string("933.7 billion yuan")),
    ("series.industry_size.latest.year", .number(2023)),
    ("series.industry_size.latest.source", .string("forum_2024")),
    ("series.industry_size.growth.number", .string("10.7")),
    ("series.industry_size.years.2021.derived", .bool(true)),
    ("series.industry_size.years.2021.basis", .string("implied")),
    ("series.star_market_rank.growth", .null),
    ("ratios.manufacturing_output.industry_size.text", .string("0.20")),
    ("ratios.manufacturing_output.industry_size.year", .number(2023)),
    ("targets.size_target_2025.text", .string("over 1 trillion yuan")),
    ("targets.size_target_2025.value", .number(1000)),
    ("targets.size_target_2025.status", .string("on track")),
    ("targets.size_target_2025.deadlineYear", .number(2025)),
    ("targets.size_target_2025.policy", .string("Biopharma Shanghai Vision")),
    ("targets.output_target_three_year.deadline", .string("not stated")),
    ("facts.biomedical_companies_undated.text", .string("over 1,400 companies")),
    ("facts.manufacturing_output_undated.text", .string("nearly 200 billion yuan")),
    ("facts.edition_ordinal_2022.text", .string("second")),
    ("facts.edition_main_events_2021.text", .string("a keynote forum")),
    ("facts.edition_parallel_events_2023_b.text", .string("dozens")),
    ("facts.parks_property_undated.text", .string("5.7 million square metres")),
    (
      "sources.preview_2021.title",
      .string("Article of 18 September 2021 previewing the first week")
    ),
    ("editions.edition_2022.dates", .string("14–18 November 2022")),
    ("editions.edition_2024.dates", .null),
  ])
  func namesLeadToValues(path: String, expected: Value) throws {
    let scope = try ReportScope(repositoryDataset())
    #expect(value(path, in: scope) == expected)
  }

  @Test func everyFactThatATemplateCanReachIsInTheRegisterWithASource() throws {
    let scope = try ReportScope(repositoryDataset())
    var met = 0
    func visit(_ value: Value) throws {
      switch value {
      case .null, .bool, .number, .string, .date: break
      case .array(let items): for item in items { try visit(item) }
      case .object(let object):
        if let id = object.fact {
          let entry = try #require(scope.register.entry(id), "\(id) is not registered")
          #expect(!entry.sourceIDs.isEmpty && !entry.citations.isEmpty, "\(id) has no source")
          #expect((entry.kind == .derived) == !entry.arithmetic.isEmpty)
          met += 1
        }
        for member in object.members { try visit(member.value) }
      }
    }
    try visit(.object(scope.values))
    #expect(met > 100)
  }

  @Test func anEntryGathersTheSourcesOfItsInputs() throws {
    let scope = try ReportScope(repositoryDataset())
    let entry = try #require(scope.register.entry("derived.size_target_2025.attained"))
    #expect(entry.text == "93.4 percent")
    #expect(entry.sourceIDs == ["forum_2024", "release_2022"])
    #expect(entry.inputs == ["industry_size_2023", "size_target_2025"])
  }

  @Test func everyTableHasRowsOfOneShape() throws {
    let scope = try ReportScope(repositoryDataset())
    for name in scope.tableNames {
      let rows = try #require(scope.rows(of: name), "\(name)")
      let shapes = Set(rows.map { $0.members.map(\.name) })
      #expect(shapes.count <= 1, "\(name) has rows of several shapes")
      #expect(!rows.isEmpty || name.hasPrefix("series_"), "\(name) is empty")
    }
    #expect(scope.rows(of: "series_nothing") == nil)
    #expect(scope.rows(of: "nothing") == nil)
  }

  @Test func rowsOfFactsBearTheirFact() throws {
    let scope = try ReportScope(repositoryDataset())
    let rows = try #require(scope.rows(of: "series_industry_size"))
    #expect(
      rows.map { $0["year"] } == [.number(2020), .number(2021), .number(2022), .number(2023)])
    #expect(
      rows.map(\.fact)
        == rows.map { row in
          if case .string(let id)? = row["fact"] { id } else { nil }
        })
    let targets = try #require(scope.rows(of: "targets"))
    let output = try #require(targets.first { $0["target"] == .string("output_target_2025") })
    #expect(output["attained"] == .number(77.5))
    #expect(output["status"] == .string("behind"))
    #expect(output["latestYear"] == .number(2023))
  }
}
