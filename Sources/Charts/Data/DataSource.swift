import Syntax
import Tables

/// Reads the data that a specification names: inline values, files, named tables, sequences.
struct DataSource {
  let file: SourceFile
  let context: ChartContext
  /// Tables of the specification's own `datasets`.
  let datasets: [String: Table]
  /// The geometry of maps read so far.
  let shapes = ShapeStore()

  init(
    _ spec: JSONNode, file: SourceFile, context: ChartContext
  ) throws(DiagnosticFailure) {
    self.file = file
    self.context = context
    var datasets: [String: Table] = [:]
    for entry in spec["datasets"]?.entries ?? [] {
      datasets[entry.name] = try Table(
        json: entry.node.array ?? [], at: file.span(entry.node.range))
    }
    self.datasets = datasets
  }

  /// What `data` stands for. `implicit` is how encodings take fields, where no format says otherwise. Values
  /// that cannot be read so are reported into `bag`.
  func load(
    _ data: JSONNode, implicit: ImplicitReadings, into bag: inout DiagnosticBag
  ) throws(DiagnosticFailure) -> LoadedData {
    let format = data["format"]
    var loaded: LoadedData
    if let values = data["values"] {
      loaded = try inline(values, format)
    } else if let url = data["url"]?.string {
      loaded = try read(url, format, at: data["url"] ?? data)
    } else if let name = data["name"]?.string, !data.has("sequence") {
      guard let known = datasets[name] ?? context.tables[name] else {
        let names = datasets.keys.sorted() + context.tables.keys.sorted()
        throw DiagnosticFailure(
          ChartDiagnostics.unknownData(
            name, known: names, at: file.span((data["name"] ?? data).range)))
      }
      loaded = LoadedData(table: known)
    } else if let graticule = data["graticule"] {
      let lines = feature(try self.graticule(graticule), "MultiLineString")
      loaded = LoadedData(table: Table(rows: [lines]))
    } else if let sphere = data["sphere"], sphere.bool != false {
      let sphere = Value.Object([.init("type", .string("Sphere"))])
      loaded = LoadedData(table: Table(rows: [sphere]))
    } else if let sequence = data["sequence"] {
      loaded = LoadedData(table: try self.sequence(sequence))
    } else {
      throw DiagnosticFailure(
        ChartDiagnostics.unsupported("this kind of data", path: "data", at: file.span(data.range)))
    }
    loaded.table = loaded.table.withoutEmptyText(in: implicit.quantities)
    let readings = readings(format, implicit)
    for (reading, isDeclared) in readings
    where isDeclared || !implicit.calculated.contains(reading.field) {
      check(reading, isDeclared: isDeclared, in: loaded, into: &bag)
    }
    loaded.table = loaded.table.parsed(
      readings.map { ($0.reading.field, $0.reading.parse) }, in: context.timeZone)
    return loaded
  }

  /// How fields are read: as the format says, else as encodings take them.
  private func readings(
    _ format: JSONNode?, _ implicit: ImplicitReadings
  ) -> [(reading: FieldReading, isDeclared: Bool)] {
    let written = format?["parse"]
    if let written, written.isNull { return [] }
    var result: [(reading: FieldReading, isDeclared: Bool)] = []
    for entry in written?.entries ?? [] {
      if let text = entry.node.string, let parse = FieldParse(text) {
        let field = FieldNames.flat(entry.name)
        result.append((FieldReading(field: field, parse: parse, range: entry.node.range), true))
      }
    }
    let named = Set(written?.entries.map { FieldNames.flat($0.name) } ?? [])
    return result
      + implicit.readings.filter { !named.contains($0.field) }.map { ($0, false) }
  }

  private func check(
    _ reading: FieldReading, isDeclared: Bool, in data: LoadedData, into bag: inout DiagnosticBag
  ) {
    guard let column = data.table.column(reading.field), let kind = ReadingCheck.Kind(reading.parse)
    else { return }
    let check = ReadingCheck(
      field: reading.field, kind: kind, origin: data.origin, reader: file.span(reading.range),
      isByType: !isDeclared)
    let cells = column.unread(as: reading.parse, in: context.timeZone)
    if let problem = check.problem(cells) { bag.add(problem) }
  }

  private func inline(
    _ values: JSONNode, _ format: JSONNode?
  ) throws(DiagnosticFailure) -> LoadedData {
    switch values.value {
    case .array(let items): return LoadedData(table: try table(items, at: values))
    case .object:
      if format?["type"]?.string == "topojson" { return try topology(values, format, at: values) }
      if let property = format?["property"]?.string {
        return LoadedData(
          table: try table(Self.member(values, property)?.array ?? [], at: values))
      }
      return LoadedData(table: try table([values], at: values))
    case .string(let text):
      // Lines are counted in the text itself: a specification has it on one line, with `\n`.
      let inner = SourceFile(path: "\(file.path)#/data/values", text: text)
      return try parsed(inner, format, extension: "json", at: values)
    case .null, .bool, .number: return LoadedData(table: try table([values], at: values))
    }
  }

  private func table(_ items: [JSONNode], at node: JSONNode) throws(DiagnosticFailure) -> Table {
    try Table(json: items, at: file.span(node.range))
  }

  private static func member(_ node: JSONNode, _ path: String) -> JSONNode? {
    FieldPath(path)?.steps.reduce(node) { node, step in
      if let index = Int(step), let items = node?.array {
        return items.indices.contains(index) ? items[index] : nil
      }
      return node?[step]
    }
  }

  private func read(
    _ url: String, _ format: JSONNode?, at node: JSONNode
  ) throws(DiagnosticFailure) -> LoadedData {
    let source: SourceFile
    do throws(DiagnosticFailure) {
      source = try context.file(url)
    } catch {
      // The file is named in the specification: that is where the author has to look.
      throw DiagnosticFailure(error.bag.located(at: file.span(node.range)))
    }
    let last = url.split(separator: ".").last.map { String($0).lowercased() } ?? "json"
    return try parsed(source, format, extension: last, at: node)
  }

  private func parsed(
    _ source: SourceFile, _ format: JSONNode?, extension suffix: String, at node: JSONNode
  ) throws(DiagnosticFailure) -> LoadedData {
    let type =
      format?["type"]?.string ?? (["csv", "tsv", "dsv"].contains(suffix) ? suffix : "json")
    switch type {
    case "csv": return try delimited(source, .csv, at: node)
    case "tsv": return try delimited(source, .tsv, at: node)
    case "dsv":
      guard let written = format?["delimiter"] else { return try delimited(source, .csv, at: node) }
      guard let dialect = written.string.flatMap({ CSVDialect(delimiter: $0) }) else {
        throw DiagnosticFailure(
          ChartDiagnostics.value(
            written.string.map { "`\($0)`" } ?? "this", path: "data.format.delimiter",
            expected: "one ASCII character", at: file.span(written.range)))
      }
      return try delimited(source, dialect, at: node)
    case "json":
      var bag = DiagnosticBag()
      guard let root = JSONParser.parse(source, into: &bag) else { throw DiagnosticFailure(bag) }
      let rows = format?["property"]?.string.flatMap { Self.member(root, $0) } ?? root
      return LoadedData(table: try table(rows.array ?? [rows], at: node))
    case "topojson":
      var bag = DiagnosticBag()
      guard let root = JSONParser.parse(source, into: &bag) else { throw DiagnosticFailure(bag) }
      return try topology(root, format, at: node)
    default:
      throw DiagnosticFailure(
        ChartDiagnostics.unsupported(
          "the data format `\(type)`", path: "data.format.type",
          at: file.span((format?["type"] ?? node).range)))
    }
  }

  /// The table in `source`, by the reader that reads the dataset too: a file that has problems there has
  /// them here.
  private func delimited(
    _ source: SourceFile, _ dialect: CSVDialect, at node: JSONNode
  ) throws(DiagnosticFailure) -> LoadedData {
    var bag = DiagnosticBag()
    let csv = CSVParser.parse(source, dialect: dialect, into: &bag)
    guard let csv, !bag.hasErrors else {
      throw DiagnosticFailure(bag.located(at: file.span(node.range)))
    }
    return LoadedData(table: Table(csv: csv), origin: RowOrigin(csv))
  }

  private func feature(_ geometry: GeoGeometry, _ type: String) -> Value.Object {
    Value.Object([
      .init("type", .string("Feature")), .init("geometry", shapes.object(type, geometry)),
    ])
  }

  private func graticule(_ node: JSONNode) throws(DiagnosticFailure) -> GeoGeometry {
    var graticule = Graticule()
    func pair(_ node: JSONNode?) -> (Double, Double)? {
      let numbers = node?.array?.compactMap(\.number) ?? []
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
    func box(_ name: String) -> ((Double, Double), (Double, Double))? {
      guard let items = node[name]?.array, items.count == 2, let low = pair(items[0]),
        let high = pair(items[1])
      else { return nil }
      return (low, high)
    }
    if let both = pair(node["step"]) { (graticule.stepMajor, graticule.stepMinor) = (both, both) }
    if let step = pair(node["stepMajor"]) { graticule.stepMajor = step }
    if let step = pair(node["stepMinor"]) { graticule.stepMinor = step }
    if let both = box("extent") { (graticule.extentMajor, graticule.extentMinor) = (both, both) }
    if let extent = box("extentMajor") { graticule.extentMajor = extent }
    if let extent = box("extentMinor") { graticule.extentMinor = extent }
    if let precision = node["precision"]?.number { graticule.precision = precision }
    return graticule.geometry
  }

  /// The features or the mesh of an object of a topology.
  private func topology(
    _ root: JSONNode, _ format: JSONNode?, at node: JSONNode
  ) throws(DiagnosticFailure) -> LoadedData {
    guard let topology = TopoJSON(root) else {
      throw DiagnosticFailure(
        ChartDiagnostics.value(
          "this file", path: "/data/format/type", expected: "TopoJSON",
          at: file.span(node.range)))
    }
    let wanted = format?["feature"] ?? format?["mesh"]
    let name = wanted?.string ?? ""
    if format?["feature"] != nil {
      if let rows = topology.features(name, shapes) { return LoadedData(table: Table(rows: rows)) }
    } else if let mesh = topology.mesh(name, filter: format?["filter"]?.string, shapes) {
      let feature = Value.Object([.init("type", .string("Feature")), .init("geometry", mesh)])
      return LoadedData(table: Table(rows: [feature]))
    }
    throw DiagnosticFailure(
      ChartDiagnostics.unknownData(
        name, known: topology.names, at: file.span((wanted ?? format ?? node).range)))
  }

  private func sequence(_ node: JSONNode) throws(DiagnosticFailure) -> Table {
    let start = node["start"]?.number ?? 0
    let stop = node["stop"]?.number ?? 0
    let step = node["step"]?.number ?? 1
    let count = step == 0 ? 0 : max(0, ((stop - start) / step).rounded(.up))
    guard count <= 1_000_000 else {
      throw DiagnosticFailure(
        ChartDiagnostics.value(
          "a sequence of \(NumberText.text(of: count)) numbers", path: "/data/sequence",
          expected: "at most 1000000", at: file.span(node.range)))
    }
    let numbers = (0..<Int(limited: count)).map { start + Double($0) * step }
    return Table([(node["as"]?.string ?? "data", .numbers(numbers))], rowCount: numbers.count)
  }
}
