import Facts
import Syntax
import Testing

/// A way to spoil the small dataset, and the problems that must be found, with their places.
struct SpoiltCase: Sendable, CustomTestStringConvertible {
  var name: String
  var problems: [String]
  var spoil: @Sendable (SmallDataset) -> SmallDataset

  init(
    _ name: String, _ problems: String..., spoil: @escaping @Sendable (SmallDataset) -> SmallDataset
  ) {
    self.name = name
    self.problems = problems
    self.spoil = spoil
  }

  var testDescription: String { name }

  static let all: [SpoiltCase] = descriptors + headers + cells + rows + rules

  static let descriptors = [
    SpoiltCase("a descriptor that is not JSON", "json-syntax at data/datapackage.json:1 ‹›") {
      $0.with(descriptor: "{")
    },
    SpoiltCase("a table described twice", "data-package at data/datapackage.json:6 ‹\"extra\"›") {
      $0.adding("id\nx", to: "extra").with(
        descriptor: """
          {"resources": [
          {"name": "sources", "path": "sources.csv", "schema": {"fields": [{"name": "id"}, {"name": "kind"}, {"name": "label"}, {"name": "title"}, {"name": "publisher"}, {"name": "published"}, {"name": "published_from"}, {"name": "published_to"}]}},
          {"name": "indicators", "path": "indicators.csv", "schema": {"fields": [{"name": "id"}, {"name": "name"}, {"name": "unit"}, {"name": "kind"}, {"name": "definition"}, {"name": "change_of"}]}},
          {"name": "observations", "path": "observations.csv", "schema": {"fields": [{"name": "id"}, {"name": "indicator"}, {"name": "subject"}, {"name": "period"}, {"name": "written"}, {"name": "value"}, {"name": "multiplier"}, {"name": "unit"}, {"name": "counted"}, {"name": "qualifier"}, {"name": "status"}, {"name": "level"}, {"name": "comparability"}, {"name": "source_id"}, {"name": "locator"}]}},
          {"name": "extra", "path": "extra.csv", "schema": {"fields": [{"name": "id"}]}},
          {"name": "extra", "path": "extra.csv", "schema": {"fields": [{"name": "id"}]}}
          ]}
          """)
    },
    SpoiltCase(
      "a pattern that cannot be used", "data-pattern at data/datapackage.json:11 ‹\"[a-z\"›"
    ) {
      $0.with(field: "places.id", "\"constraints\": {\"pattern\": \"[a-z\"}")
    },
    SpoiltCase("an unknown constraint", "unknown-key at data/datapackage.json:11 ‹\"requird\"›") {
      $0.with(field: "places.id", "\"constraints\": {\"requird\": true}")
    },
    SpoiltCase(
      "a key over a field that is not there",
      "data-package at data/datapackage.json:11 ‹{\"fields\": [{\"name\": \"id›"
    ) {
      $0.with(keys: "\"primaryKey\": [\"key\"]", of: "places")
    },
    SpoiltCase("no table of sources", "data-table at data/datapackage.json:1 ‹{›") {
      $0.without("sources")
    },
  ]

  static let headers = [
    SpoiltCase("a misspelt column", "data-column at data/observations.csv:1 ‹valeu›") {
      $0.replacing(",value,", with: ",valeu,", in: "observations")
    },
    SpoiltCase("a missing column", "data-column at data/places.csv:1 ‹›") {
      $0.with(field: "places.kind", "\"title\": \"Kind\"")
        .replacing(",kind", with: "", in: "places").replacing(",city", with: "", in: "places")
    },
    SpoiltCase(
      "a column under the name of another", "csv-duplicate-header at data/places.csv:1 ‹name›"
    ) {
      $0.with(field: "places.kind", "\"title\": \"Kind\"")
        .replacing("name,kind", with: "name,name", in: "places")
    },
    SpoiltCase("columns out of order", "data-column at data/places.csv:1 ‹kind›") {
      $0.replacing("name,kind", with: "kind,name", in: "places")
    },
  ]

  static let cells = [
    SpoiltCase("a value that is no number", "cell-value at data/observations.csv:2 ‹1OO›") {
      $0.replacing(",100,9", with: ",1OO,9", in: "observations")
    },
    SpoiltCase(
      "a multiplier that is no power of ten", "cell-value at data/observations.csv:2 ‹nine›"
    ) {
      $0.replacing(",100,9", with: ",100,nine", in: "observations")
    },
    SpoiltCase("a code that is not in its list", "cell-code at data/observations.csv:2 ‹exakt›") {
      $0.replacing("exact", with: "exakt", in: "observations")
    },
    SpoiltCase("a period that is none", "cell-value at data/observations.csv:2 ‹22-13›") {
      $0.replacing(",2022,", with: ",22-13,", in: "observations")
    },
    SpoiltCase("a paragraph that is none", "cell-value at data/observations.csv:2 ‹three›") {
      $0.replacing("report,p3", with: "report,three", in: "observations")
    },
    SpoiltCase("an empty cell that must be filled", "cell-empty at data/places.csv:2 ‹›") {
      $0.with(field: "places.name", "\"constraints\": {\"required\": true}")
        .replacing("Town", with: "", in: "places")
    },
    SpoiltCase("a cell that breaks its pattern", "cell-pattern at data/places.csv:2 ‹Town›") {
      $0.with(field: "places.id", "\"constraints\": {\"pattern\": \"[a-z_]+\"}")
        .adding("town9,Other,city,report,p1", to: "places")
        .replacing("town,", with: "Town,", in: "places")
        .replacing("town9", with: "town", in: "places")
    },
    SpoiltCase("a cell outside its bounds", "cell-value at data/targets.csv:2 ‹9›") {
      $0.with(
        field: "targets.multiplier", "\"type\": \"integer\", \"constraints\": {\"maximum\": 8}")
    },
    SpoiltCase("a cell that is too long", "cell-value at data/places.csv:2 ‹Town›") {
      $0.with(field: "places.name", "\"constraints\": {\"maxLength\": 3}")
    },
  ]

  static let rows = [
    SpoiltCase("a key that stands twice", "row-duplicate at data/places.csv:3 ‹town›") {
      $0.with(keys: "\"primaryKey\": [\"id\"]", of: "places")
        .adding("town,Town again,city,report,p2", to: "places")
    },
    SpoiltCase("a row that stands twice", "row-duplicate at data/places.csv:3 ‹town›") {
      $0.with(keys: "\"primaryKey\": [\"id\"]", of: "places")
        .adding("town,Town,city,report,p1", to: "places")
    },
    SpoiltCase(
      "a second figure under the same id", "change-disagrees at data/observations.csv:4 ‹10›",
      "row-duplicate at data/observations.csv:5 ‹output_2022›"
    ) {
      $0.with(keys: "\"primaryKey\": [\"id\"]", of: "observations")
        .adding(
          "output_2022,output,town,2022,95 billion yuan,95,9,CNY,,exact,A,,comparable,report,p3",
          to: "observations")
    },
    SpoiltCase("an id with a space", "cell-value at data/places.csv:3 ‹other ›") {
      $0.adding("other ,Other,city,report,p2", to: "places")
    },
    SpoiltCase("a table without rows", "data-table at data/observations.csv:1 ‹i›") {
      $0.withoutRows(in: "observations")
    },
    SpoiltCase("an unknown indicator in a target", "row-reference at data/targets.csv:2 ‹outputt›")
    {
      $0.with(
        keys: """
          "foreignKeys": [{"fields": ["indicator"],
          "reference": {"resource": "indicators", "fields": ["id"]}}]
          """, of: "targets"
      ).replacing("output_target,output,", with: "output_target,outputt,", in: "targets")
    },
    // References that the tool goes by hold without a foreign key in the descriptor.
    SpoiltCase("an unknown source of a figure", "row-reference at data/observations.csv:2 ‹reprt›")
    {
      $0.replacing("comparable,report", with: "comparable,reprt", in: "observations")
    },
    SpoiltCase(
      "an unknown indicator of a figure", "row-reference at data/observations.csv:2 ‹outptu›"
    ) {
      $0.replacing("output_2022,output,", with: "output_2022,outptu,", in: "observations")
    },
    SpoiltCase(
      "a foreign key to no table",
      "data-package at data/datapackage.json:11 ‹{\"fields\": \"kind\", \"refe›"
    ) {
      $0.with(
        keys: """
          "foreignKeys": [{"fields": "kind", "reference": {"resource": "kinds", "fields": "id"}}]
          """, of: "places")
    },
  ]

  private static func edition(_ year: String, _ start: String, _ end: String) -> String {
    "id,label,name,year,number,start_date,end_date,source_id,locator\n"
      + "week,Week,Week,\(year),1,\(start),\(end),report,p1"
  }

  static let rules = [
    SpoiltCase("an id of two tables", "id-shared at data/places.csv:3 ‹output›") {
      $0.adding("output,Output,city,report,p2", to: "places")
        .replacing("output_target,output,town", with: "output_target,output,output", in: "targets")
    },
    SpoiltCase("a subject that is no row", "reference-unknown at data/observations.csv:2 ‹twon›") {
      $0.replacing("output,town,2022", with: "output,twon,2022", in: "observations")
    },
    // No package has to declare what the tables' own columns refer to.
    SpoiltCase("an indicator that is no row", "row-reference at data/observations.csv:2 ‹outptu›") {
      $0.replacing("output_2022,output,", with: "output_2022,outptu,", in: "observations")
    },
    SpoiltCase("a source that is no row", "row-reference at data/targets.csv:2 ‹reprot›") {
      $0.replacing("at_least,report,", with: "at_least,reprot,", in: "targets")
    },
    SpoiltCase("a unit that is not the indicator's", "unit-mismatch at data/targets.csv:2 ‹USD›") {
      $0.replacing("yuan,150,9,CNY", with: "US dollars,150,9,USD", in: "targets")
    },
    SpoiltCase("a value beside a vague word", "qualifier-use at data/targets.csv:2 ‹150›") {
      $0.replacing("at_least", with: "vague", in: "targets")
    },
    SpoiltCase(
      "a count in a unit that counts nothing", "qualifier-use at data/targets.csv:2 ‹companies›"
    ) {
      $0.replacing("CNY,,", with: "CNY,companies,", in: "targets")
    },
    SpoiltCase("a missing value with a figure", "status-use at data/observations.csv:2 ‹O›") {
      $0.replacing("exact,A", with: "exact,O", in: "observations")
    },
    SpoiltCase("a forecast of the past", "status-use at data/observations.csv:2 ‹F›") {
      $0.replacing("exact,A", with: "exact,F", in: "observations")
    },
    SpoiltCase("a target without horizon", "target-horizon at data/targets.csv:2 ‹not_stated›") {
      $0.replacing("2025", with: "not_stated", in: "targets")
    },
    SpoiltCase("an end before its beginning", "date-order at data/sources.csv:2 ‹2024-02-01›") {
      $0.replacing("2024-03-01,2024-03-01\n", with: "2024-03-01,2024-02-01\n", in: "sources")
    },
    SpoiltCase("a period that had not begun", "date-order at data/observations.csv:5 ‹2030›") {
      $0.adding(
        "output_2030,output,town,2030,9 billion yuan,9,9,CNY,,exact,A,,comparable,report,p4",
        to: "observations")
    },
    SpoiltCase(
      "two figures without a reconciliation", "value-conflict at data/observations.csv:5 ‹111›"
    ) {
      $0.adding(
        "output_2023b,output,town,2023,111 billion yuan,111,9,CNY,,exact,A,,comparable,report,p5",
        to: "observations")
    },
    SpoiltCase(
      "a reconciliation of something else",
      "reconciliation-use at data/reconciliations.csv:2 ‹output_2022›"
    ) {
      $0.adding(
        "id,indicator,period,chosen,other,rule,footnote\n"
          + "r,growth,2023,growth_2023,output_2022,precise_beats_rounded,A note",
        to: "reconciliations")
    },
    SpoiltCase(
      "a change whose level is of another year",
      "change-level at data/observations.csv:4 ‹2022/P1Y›"
    ) {
      $0.replacing("A,output_2023", with: "A,output_2022", in: "observations")
    },
    SpoiltCase("a change that does not follow", "change-disagrees at data/observations.csv:4 ‹20›")
    {
      $0.replacing("10 percent,10,", with: "20 percent,20,", in: "observations")
    },
    SpoiltCase(
      "one statement in two rows", "row-repeated at data/places.csv:3 ‹town2,Town,city,report,p›"
    ) {
      $0.adding("town2,Town,city,report,p1", to: "places")
        .replacing("output_target,output,town", with: "output_target,output,town2", in: "targets")
    },
    SpoiltCase("a source that nothing rests on", "source-unused at data/sources.csv:3 ‹other›") {
      $0.adding("other,report,B,B,Office,2024,2024-01-01,2024-12-31", to: "sources")
    },
    SpoiltCase(
      "an indicator that nothing measures", "indicator-unused at data/indicators.csv:4 ‹other›"
    ) {
      $0.adding("other,Other,CNY,level,Nothing,", to: "indicators")
    },
    SpoiltCase(
      "translations of nothing",
      "translation-unknown at data/translations.csv:2 ‹plases›",
      "translation-unknown at data/translations.csv:3 ‹twon›",
      "translation-unknown at data/translations.csv:4 ‹nmae›",
      "translation-unknown at data/translations.csv:5 ‹firms›"
    ) {
      $0.adding(
        """
        table,row_id,field,language,text
        plases,town,name,zh-Hans,城
        places,twon,name,zh-Hans,城
        places,town,nmae,zh-Hans,城
        words,firms,,zh-Hans,企业
        places,town,name,zh-Hans,城
        words,report,,zh-Hans,报告
        words,target,,zh-Hans,目标
        """, to: "translations")
    },
    SpoiltCase(
      "a conflict settled by a row with a mistake",
      "cell-code at data/reconciliations.csv:2 ‹newest›"
    ) {
      $0.adding(
        "second,output,town,2023,120 billion yuan,120,9,CNY,,exact,A,,comparable,report,p5",
        to: "observations"
      ).adding(
        """
        id,indicator,period,chosen,other,rule,footnote
        choice,output,2023,output_2023,second,newest,The later one.
        """, to: "reconciliations")
    },
    SpoiltCase("a value that is not the one printed", "written-number at data/targets.csv:2 ‹15›") {
      $0.replacing("150 billion yuan,150", with: "150 billion yuan,15", in: "targets")
    },
    SpoiltCase("a unit that is not the one printed", "written-unit at data/targets.csv:2 ‹CNY›") {
      $0.replacing("150 billion yuan", with: "150 billion euros", in: "targets")
    },
    SpoiltCase(
      "a qualifier that is not the one printed",
      "written-qualifier at data/targets.csv:2 ‹at_least›"
    ) {
      $0.replacing("150 billion yuan", with: "nearly 150 billion yuan", in: "targets")
    },
    SpoiltCase(
      "a qualifier that is not printed", "written-qualifier at data/observations.csv:2 ‹about›"
    ) {
      $0.replacing("exact", with: "about", in: "observations")
    },
    SpoiltCase(
      "languages that are none", "cell-value at data/sources.csv:2 ‹german›",
      "cell-value at data/translations.csv:2 ‹zh-Hand›"
    ) {
      $0.replacing("published_to", with: "published_to,language", in: "sources")
        .replacing("2024-03-01\n", with: "2024-03-01,german\n", in: "sources")
        .replacing("100 billion yuan", with: "100", in: "observations")
        .adding(
          "table,row_id,field,language,text\nplaces,town,name,zh-Hand,城", to: "translations"
        ).declaringColumnsAsWritten()
    },
    SpoiltCase(
      "figures in a language with its own marks",
      "written-number at data/observations.csv:5 ‹100.125›",
      "written-language at data/targets.csv:2 ‹hundertfünfzig Milliarde›"
    ) {
      $0.replacing("published_to", with: "published_to,language", in: "sources")
        .replacing("2024-03-01\n", with: "2024-03-01,de\n", in: "sources")
        .replacing("100 billion yuan,100,9", with: "100 Milliarden Yuan,100,9", in: "observations")
        .adding(
          "output_2021,output,town,2021,100.125,100.125,0,CNY,,exact,A,,comparable,report,p5",
          to: "observations"
        )
        .replacing("110 billion yuan", with: "110 Milliarden Yuan", in: "observations")
        .replacing("10 percent", with: "10 Prozent", in: "observations")
        .replacing("150 billion yuan", with: "hundertfünfzig Milliarden Yuan", in: "targets")
        .declaringColumnsAsWritten()
    },
    SpoiltCase(
      "figures in a language that is not read",
      "written-language at data/observations.csv:2 ‹100 miljarder kronor›",
      "written-number at data/observations.csv:3 ‹110›"
    ) {
      $0.replacing("published_to", with: "published_to,language", in: "sources")
        .replacing("2024-03-01\n", with: "2024-03-01,sv\n", in: "sources")
        .replacing("100 billion yuan", with: "100 miljarder kronor", in: "observations")
        .replacing("110 billion yuan", with: "101 miljarder", in: "observations")
        .declaringColumnsAsWritten()
    },
    SpoiltCase("a deadline that is not printed", "written-date at data/targets.csv:2 ‹2025›") {
      $0.replacing("deadline,", with: "deadline,deadline_written,", in: "targets")
        .replacing("2025,", with: "2025,by the end of 2026,", in: "targets")
        .declaringColumnsAsWritten()
    },
    SpoiltCase("two figures for one target", "target-conflict at data/targets.csv:3 ‹160›") {
      $0.replacing("id,indicator", with: "id,policy_id,indicator", in: "targets")
        .replacing("output_target,output", with: "output_target,plan,output", in: "targets")
        .adding(
          "second,plan,output,town,2025,160 billion yuan,160,9,CNY,,at_least,report,p7",
          to: "targets"
        )
        .adding(
          "id,name,kind,issued,source_id,locator\nplan,Plan,action_plan,2023,report,p2",
          to: "policies"
        ).declaringColumnsAsWritten()
    },
    SpoiltCase("a deadline before the first value", "target-deadline at data/targets.csv:2 ‹2019›")
    {
      $0.replacing("2025", with: "2019", in: "targets")
    },
    SpoiltCase(
      "a target below the level that it is to exceed",
      "target-direction at data/targets.csv:2 ‹output_target,output,tow›"
    ) {
      $0.replacing(
        "150 billion yuan,150,9,CNY,,at_least", with: "50 billion yuan,50,9,CNY,,exact",
        in: "targets")
    },
    SpoiltCase("an edition of another year", "edition-year at data/editions.csv:2 ‹2022›") {
      $0.adding(Self.edition("2022", "2023-10-16", "2023-10-20"), to: "editions")
    },
    SpoiltCase("an edition of two years", "edition-length at data/editions.csv:2 ‹2024-12-31›") {
      $0.adding(Self.edition("2023", "2023-01-01", "2024-12-31"), to: "editions")
    },
    SpoiltCase("an event outside its edition", "event-date at data/events.csv:2 ‹1999›") {
      $0.adding(Self.edition("2023", "2023-10-16", "2023-10-20"), to: "editions")
        .adding(
          "id,edition,kind,name,date,source_id,locator\nforum,week,forum,Forum,1999,report,p1",
          to: "events")
    },
    SpoiltCase("a paragraph that no text has", "locator-range at data/places.csv:2 ‹p300000›") {
      $0.replacing("report,p1", with: "report,p300000", in: "places")
    },
    SpoiltCase("a place that no row names", "row-orphan at data/places.csv:3 ‹village›") {
      $0.adding("village,Village,city,report,p1", to: "places")
    },
  ]
}

@Suite struct FactsDiagnosticsTests {
  @Test func theSmallDatasetHasNoProblem() { #expect(SmallDataset.valid.problems.isEmpty) }

  @Test(arguments: SpoiltCase.all)
  func aProblemIsNamedAtItsCell(_ test: SpoiltCase) {
    #expect(test.spoil(.valid).problems == test.problems)
  }

  @Test func everyDeclaredIDHasACase() {
    let asserted = Set(
      SpoiltCase.all.flatMap(\.problems).compactMap {
        $0.split(separator: " ").first.map(String.init)
      })
    // The count of further problems has a test of its own below, verification its own suite.
    let elsewhere = [
      FactsDiagnostics.moreProblemsID, VerificationDiagnostics.unconfirmedID,
      VerificationDiagnostics.paragraphID, VerificationDiagnostics.changedID,
      VerificationDiagnostics.archiveID,
    ]
    let open = FactsDiagnostics.all.filter {
      !asserted.contains($0.name) && !elsewhere.contains($0)
    }
    #expect(open.isEmpty, "\(open)")
  }

  @Test func manyProblemsOfATableAreCounted() throws {
    var data = SmallDataset.valid.with(
      field: "places.kind", "\"constraints\": {\"enum\": [\"city\"]}")
    for index in 0..<80 { data = data.adding("p\(index),P\(index),citty,report,p1", to: "places") }
    let problems = data.load().bag.sorted
    #expect(problems.count { $0.id == FactsDiagnostics.choiceID } == 50)
    let last = try #require(problems.last)
    #expect(last.id == FactsDiagnostics.moreProblemsID)
    #expect(last.message == "30 more problems in this table")
    #expect(last.severity == .error)
  }

  @Test func manyWarningsAreCountedAsAWarning() throws {
    var data = SmallDataset.valid
    for index in 0..<51 { data = data.adding("p\(index),P\(index),city,report,p1", to: "places") }
    let problems = data.load().bag.sorted
    #expect(problems.allSatisfy { $0.severity == .warning })
    let last = try #require(problems.last)
    #expect(last.message == "1 more problem in this table")
  }

  @Test func aMisspeltColumnAndAGroupedNumberGetHints() throws {
    let column = SmallDataset.valid.replacing(",value,", with: ",valeu,", in: "observations")
    #expect(column.load().bag.sorted.first?.hints == ["did you mean `value`?"])
    let number = SmallDataset.valid.replacing(",100,9", with: ",\"1,00\",9", in: "observations")
    #expect(
      number.load().bag.sorted.first?.hints == ["write `1.00`, with a point as decimal mark"])
  }

  @Test(arguments: [
    (#""91,5""#, ["write `91.5`, with a point as decimal mark"]),
    (
      #""1,091""#,
      ["write `1091` if the comma groups thousands, `1.091` if it is a decimal comma"]
    ),
    ("９１", ["write `91`, in the digits 0 to 9"]), ("−91", ["write `-91`, with the minus `-`"]),
    (
      "n/a",
      ["where the source gives no value, write `not_stated` if the column allows it, else nothing"]
    ), ("many", []), (String(repeating: "9", count: 60), []),
  ])
  func aValueThatIsNoNumberIsHintedAtWithoutChangingIt(cell: String, hints: [String]) {
    let data = SmallDataset.valid.replacing(",100,9", with: ",\(cell),9", in: "observations")
    let problem = data.load().bag.sorted.first
    #expect(problem?.id == FactsDiagnostics.valueID)
    #expect(problem?.hints == hints)
  }
}
