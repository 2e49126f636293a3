package import Syntax

/// Reads a dataset: descriptor, tables, schema, records, then the rules that span rows.
package enum DatasetLoader {
  /// The dataset of the descriptor at `path` (such as `data/datapackage.json`), as far as it can be
  /// read; every problem goes to `bag`. Nil where the descriptor is of no use.
  ///
  /// `read` gives the file at a path; paths of tables are relative to the folder of the descriptor.
  package static func load(
    _ path: String, reading read: (String) throws(DiagnosticFailure) -> SourceFile,
    into bag: inout DiagnosticBag
  ) -> Dataset? {
    guard let descriptor = file(path, read, into: &bag),
      let package = DataPackage.read(descriptor, into: &bag)
    else { return nil }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var clean = Set<String>()
    var tables: [(resource: DataPackage.Resource, table: CSVTable)] = []
    for resource in package.resources {
      let path = (folder + [resource.path[...]]).joined(separator: "/")
      guard let file = file(path, read, declaredAt: resource.span, into: &bag) else { continue }
      var problems = DiagnosticBag()
      if let table = CSVParser.parse(file, into: &problems) {
        switch SchemaCheck.run(table, resource, into: &problems) {
        case .clean:
          clean.insert(resource.name)
          tables.append((resource, table))
        case .spoilt: tables.append((resource, table))
        case .unusable: break
        }
      }
      for var problem in problems.diagnostics {
        // A file that is no table at all has no place of its own to show: the descriptor names it.
        if problem.span == nil { problem.span = resource.span }
        bag.add(problem)
      }
    }
    ReferenceCheck.run(tables, of: package, into: &bag)
    for name in TableName.allCases
    where name.isRequired && package.resource(name.rawValue) == nil {
      bag.add(
        FactsDiagnostics.missingResource(
          name.rawValue, known: package.resources.map(\.name), at: descriptor.span(0..<1)))
    }
    for (resource, table) in tables where table.rowCount == 0 {
      guard TableName(rawValue: resource.name)?.isRequired == true else { continue }
      bag.add(FactsDiagnostics.emptyTable(resource.name, at: table.file.span(0..<1)))
    }
    var dataset = Dataset(
      package: package, tables: tables.map { DatasetTable(name: $0.resource.name, table: $0.table) }
    )
    for entry in dataset.tables {
      // What the schema found is not told a second time by the record that trips over it.
      var problems = DiagnosticBag()
      dataset.readRecords(of: [entry.name], into: &problems)
      if clean.contains(entry.name) { bag.add(contentsOf: problems) }
    }
    Validation.run(dataset, into: &bag)
    return dataset
  }

  private static func file(
    _ path: String, _ read: (String) throws(DiagnosticFailure) -> SourceFile,
    declaredAt span: SourceSpan? = nil, into bag: inout DiagnosticBag
  ) -> SourceFile? {
    do throws(DiagnosticFailure) {
      return try read(path)
    } catch {
      bag.add(contentsOf: span.map { error.bag.located(at: $0) } ?? error.bag)
      return nil
    }
  }
}

extension Dataset {
  /// Reads the rows of the tables called `names` as records.
  ///
  /// - Parameter cells: what stands in place of a cell, by table.
  mutating func readRecords(
    of names: [String], replacing cells: [String: [CellPlace: String]] = [:],
    into bag: inout DiagnosticBag
  ) {
    for entry in tables where names.contains(entry.name) {
      guard let name = TableName(rawValue: entry.name) else { continue }
      func records<R: Record>(_ type: R.Type) -> [R] {
        RowReader.records(
          of: type, in: entry.table, named: entry.name, replacing: cells[entry.name] ?? [:],
          into: &bag)
      }
      switch name {
      case .sources: sources = records(Source.self)
      case .indicators: indicators = records(Indicator.self)
      case .observations: observations = records(Observation.self)
      case .targets: targets = records(Target.self)
      case .policies: policies = records(Policy.self)
      case .editions: editions = records(Edition.self)
      case .events: events = records(Event.self)
      case .organisations: organisations = records(Organisation.self)
      case .people: people = records(Person.self)
      case .places: places = records(Place.self)
      case .relations: relations = records(Relation.self)
      case .reconciliations: reconciliations = records(Reconciliation.self)
      case .derived: derived = records(DerivedRow.self)
      case .translations: translations = records(Translation.self)
      }
    }
  }
}
