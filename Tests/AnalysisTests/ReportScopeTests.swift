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
    (
      "targets.overseas_sellers_target_2027.text",
      .string("up to 3 companies (Overseas sales per company a year: over 10 billion yuan)")
    ),
    (
      "targets.overseas_sellers_target_2027.condition",
      .string("Overseas sales per company a year: over 10 billion yuan")
    ),
    ("targets.overseas_sales_target_2027.text", .string("over 10 billion yuan")),
    ("facts.device_majors_present_undated.text", .string("over 80 percent of the top 20")),
    ("facts.industry_size_2023.whole", .string("933.7 billion yuan (US$132 billion)")),
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
    ("ratios.industry_size.medical_product_exports", .null),
    ("editions.edition_2022.counts.edition_days.text", .string("5 days")),
    (
      "editions.edition_2023.counts.edition_participants.text",
      .string("about 1,000 people invited")
    ),
    ("editions.edition_2024.counts.edition_participants.stated", .bool(false)),
    (
      "editions.edition_2022.bodies.hosted_by.text",
      .string("Shanghai Biopharma Industry Promotion Center")
    ),
    ("editions.edition_2023.bodies.guided_by.text", .string("not stated")),
    ("targets.output_target_2025.baseline.text", .string("172 billion yuan")),
    ("targetCounts.all", .number(9)),
    ("targetCounts.measured", .number(2)),
    ("targetCounts.behind", .number(1)),
    ("policies.shanghai_vision.label", .string("Shanghai Vision")),
    ("dataset.counts.policies", .number(23)),
    ("dataset.licences", .array([.string("CC-BY-4.0")])),
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
      case .null, .undefined, .bool, .number, .string, .date: break
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
    #expect(entry.text == "less than 93.4 percent")
    #expect(entry.sourceIDs == ["forum_2024", "release_2022"])
    #expect(entry.inputs == ["industry_size_2023", "size_target_2025"])
  }

  @Test func everyTableHasRowsOfOneShape() throws {
    let scope = try ReportScope(
      repositoryDataset(), asOf: CalendarDate("2024-12-31"))
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

  @Test func whatCameOutLaterIsNullUnderItsName() throws {
    let scope = try ReportScope(
      repositoryDataset(), asOf: CalendarDate("2021-10-01"))
    for path in [
      "targets.size_target_2025", "facts.industry_size_2023", "policies.shanghai_vision",
      "editions.edition_2023", "sources.forum_2024", "series.industry_size.growth",
      "ratios.manufacturing_output.industry_size",
    ] {
      #expect(value(path, in: scope) == .null, "\(path)")
    }
    #expect(value("sources.preview_2021.kind", in: scope) == .string("article"))
    #expect(value("targets.nothing", in: scope) == nil)
    #expect(value("topics.land", in: scope) == .array([]))
  }

  @Test func aTopicHasTheLatestFigureOfEachIndicator() throws {
    let scope = try ReportScope(repositoryDataset())
    guard case .array(let companies)? = value("topics.companies", in: scope) else {
      Issue.record("topics.companies is no list")
      return
    }
    let facts = companies.compactMap { if case .object(let object) = $0 { object } else { nil } }
    #expect(facts.first?.fact == "biomedical_companies_undated")
    #expect(facts.first?["text"] == .string("over 1,400 companies"))
    #expect(facts.first?["period"] == .string("undated"))
    #expect(facts.first?["asOf"] == .string("2023"))
    guard case .array(let economy)? = value("topics.economy", in: scope) else {
      Issue.record("topics.economy is no list")
      return
    }
    guard case .object(let size)? = economy.first else { return }
    #expect(size.fact == "industry_size_2023")
    #expect(size["asOf"] == .string("2023"))
  }

  @Test func tablesCanBeNamedInProse() throws {
    let scope = try ReportScope(repositoryDataset())
    guard case .array(let rows)? = value("tables.edition_comparison", in: scope),
      case .object(let days)? = rows.first(where: {
        if case .object(let row) = $0 {
          row["measure"] == .string("Length of the edition")
        } else {
          false
        }
      }), case .object(let cell)? = days["edition_2022"],
      case .object(let empty)? = days["edition_2024"]
    else {
      Issue.record("tables.edition_comparison has no row of lengths")
      return
    }
    #expect(cell["text"] == .string("5 days"))
    #expect(cell.fact == "edition_days_2022")
    #expect(empty["text"] == .string("not stated"))
    #expect(empty.fact == nil)
  }

  @Test func pathsOfTargetsHaveTheirEndsAndGapsBetweenValues() throws {
    let scope = try ReportScope(repositoryDataset())
    let rows = try #require(scope.rows(of: "target_paths"))
    let output = rows.filter { $0["target"] == .string("output_target_2025") }
    func column(_ name: String, _ path: String) -> [Value?] {
      output.filter { $0["path"] == .string(path) }.map { $0[name] }
    }
    #expect(column("year", "values") == [2021, 2022, 2023].map { .number($0) })
    #expect(column("value", "values")[1] == .null)
    #expect(column("fact", "values")[1] == .null)
    #expect(column("year", "achieved") == [2021, 2023].map { .number($0) })
    #expect(column("year", "required") == [2023, 2025].map { .number($0) })
    #expect(column("value", "required").last == .number(240))
    #expect(column("isAim", "required") == [.bool(false), .bool(true)])
    #expect(column("paceLabel", "achieved").first == .string("3.9 percent"))
    #expect(column("paceLabel", "required").first == .string("13.6 percent"))
    #expect(column("paceFact", "required").first == .string("derived.output_target_2025.required"))
  }

  @Test func everyYearOfALevelHasARow() throws {
    let scope = try ReportScope(repositoryDataset())
    let rows = try #require(scope.rows(of: "series_years"))
    func standings(_ indicator: String) -> [String] {
      rows.filter { $0["indicator"] == .string(indicator) }.map { row in
        guard case .number(let year)? = row["year"], case .string(let standing)? = row["standing"]
        else { return "" }
        return "\(Int(year)) \(standing)"
      }
    }
    #expect(
      standings("industry_size") == [
        "2020 uncertain", "2021 derived", "2022 published", "2023 published", "2024 none",
        "2025 none",
      ])
    #expect(standings("manufacturing_output").filter { $0.hasSuffix("none") }.contains("2022 none"))
    #expect(standings("medical_product_exports").isEmpty)
  }

  @Test func countsOfEditionsKeepAnEmptyPlaceForWhatNoSourceStates() throws {
    let scope = try ReportScope(repositoryDataset())
    let rows = try #require(scope.rows(of: "edition_counts"))
      .filter { $0["indicator"] == .string("edition_parallel_events") }
    #expect(
      rows.map { $0["label"] }
        == [
          "over 20 industry forums", "about 40 parallel events",
          "about 40 subforums and industry activities", "not stated",
        ].map { .string($0) })
    #expect(rows.map { $0["stated"] } == [true, true, true, false].map { .bool($0) })
    #expect(rows.last?["value"] == .null)
  }

  @Test func anEditionHasItsEventsAndNamesForWhatCameLater() throws {
    let scope = try ReportScope(repositoryDataset(), asOf: CalendarDate("2021-10-01"))
    guard case .array(let events)? = value("editions.edition_2021.events", in: scope) else {
      Issue.record("the edition has no list of events")
      return
    }
    #expect(events.count == 2)
    // Participants are counted by no source of that day; the name is there all the same.
    #expect(
      value("editions.edition_2021.counts.edition_participants.text", in: scope)
        == .string("not stated"))
    #expect(value("editions.edition_2022", in: scope) == .null)
    #expect(value("targetCounts.measured", in: scope) == .number(0))
  }

  @Test func conflictsStandWithBothFiguresAndTheRule() throws {
    let scope = try ReportScope(repositoryDataset())
    let rows = try #require(scope.rows(of: "reconciliations"))
    #expect(rows.count == 8)
    let days = try #require(rows.first { $0["reconciliation"] == .string("days_2021") })
    #expect(days["usedLabel"] == .string("4 days"))
    #expect(days["otherLabel"] == .string("weeklong"))
    #expect(days["rule"] == .string("a precise figure is used before a rounded one"))
    #expect(days["usedSource"] == .string("preview_2021"))
  }
}
