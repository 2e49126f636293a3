import Syntax
import Tables

/// Runs the transforms of all views from the root down: those that are written, and those that encodings
/// ask for (Vega-Lite's order: bin, time unit, sort index, aggregate, impute, stack, invalid values).
struct DataStage {
  let source: DataSource
  let file: SourceFile
  let parameters: Parameters
  var transforms: TransformContext
  var bag = DiagnosticBag()
  /// Where the last row was lost: data without rows, transforms that left none.
  var emptied: [(span: SourceSpan, rows: Int)] = []
  /// Data read already, by the place of their definition.
  private var known: [Range<Int>: LoadedData] = [:]
  /// How encodings take fields that no format tells the kind of, by the place of their data.
  private let implicit: [Range<Int>: ImplicitReadings]
  /// What was reported of fields.
  private var told: Set<String> = []

  init(source: DataSource, root: Model, parameters: Parameters) {
    self.parameters = parameters
    self.source = source
    file = source.file
    transforms = TransformContext(
      scope: parameters.scope, tables: source.context.tables.merging(source.datasets) { $1 })
    implicit = ImplicitReadings.byData(root)
  }

  /// The instances of `model` and of everything in it.
  mutating func instantiate(_ root: Model) -> ViewInstance {
    let instance = ViewInstance(root, parent: nil, table: Table())
    fill(instance, inherited: LoadedData())
    return instance
  }

  private mutating func fill(_ instance: ViewInstance, inherited: LoadedData) {
    let model = instance.model
    var data = inherited
    if let own = model.data, !own.isNull { data = load(own) }
    var table = data.table
    if let unit = model.unit, model.parent?.isLayer == true {
      // Layers bin before their own transforms, so that the bins of all layers agree.
      for channel in Channel.allCases {
        for definition in unit.encoding[channel] ?? [] {
          if let part = definition.fieldPart, part.isBinning,
            part.field.flatMap({ FieldPath($0) }).flatMap({ table.column(at: $0) }) != nil
          {
            table = binned(table, part, instance, unit: unit)
          }
        }
      }
    }
    table = transformed(table, by: model)
    instance.table = table
    instance.raw = table
    let origin = model.transforms.isEmpty ? data.origin : data.origin.transformed
    switch model.kind {
    case .unit(let unit): encode(instance, unit, origin)
    case .layer, .concat:
      for child in model.children {
        let inner = ViewInstance(child, parent: instance, table: table)
        fill(inner, inherited: LoadedData(table: table, origin: origin))
        instance.children.append(inner)
      }
    case .facet(let facet): divide(instance, facet, LoadedData(table: table, origin: origin))
    }
  }

  private mutating func load(_ data: JSONNode) -> LoadedData {
    if data.range != 0..<0, let loaded = known[data.range] { return loaded }
    do throws(DiagnosticFailure) {
      let loaded = try source.load(
        data, implicit: implicit[data.range] ?? ImplicitReadings(), into: &bag)
      if loaded.table.rowCount == 0 { emptied.append((file.span(data.range), 0)) }
      if data.range != 0..<0 { known[data.range] = loaded }
      return loaded
    } catch {
      bag.add(contentsOf: error.bag)
      return LoadedData()
    }
  }

  private mutating func transformed(_ table: Table, by model: Model) -> Table {
    var table = table
    for (index, node) in model.transforms.enumerated() {
      guard
        let transform = TransformParser.transform(
          withLookupLoaded(withSelections(node, in: table)), in: file, path: "transform/\(index)",
          timeZone: source.context.timeZone, into: &bag)
      else { continue }
      let rows = table.rowCount
      let problems = bag.diagnostics.count
      table = transform.apply(to: table, in: &transforms, into: &bag)
      // What would follow is an echo.
      if bag.diagnostics.count > problems { break }
      if rows > 0, table.rowCount == 0 { emptied.append((file.span(node.range), rows)) }
    }
    return table
  }

  /// A filter by a selection as a filter by what is selected at first.
  private func withSelections(_ node: JSONNode, in table: Table) -> JSONNode {
    guard let filter = node["filter"], filter.isObject else { return node }
    return node.setting(
      "filter",
      parameters.selections.resolved(filter, names: transforms.scope.names, in: table))
  }

  /// A lookup in data that have no name, with these read and named.
  private mutating func withLookupLoaded(_ node: JSONNode) -> JSONNode {
    guard node.has("lookup"), let from = node["from"], let data = from["data"], data.isObject,
      !(data.members?.count == 1 && data.has("name"))
    else { return node }
    do throws(DiagnosticFailure) {
      let table = try source.load(data, implicit: ImplicitReadings(), into: &bag).table
      let name = "\u{1}lookup\(transforms.tables.count)"
      transforms.tables[name] = table
      let named = JSONNode(.object([]), range: data.range).setting("name", .text(name))
      return node.setting("from", from.setting("data", named))
    } catch {
      bag.add(contentsOf: error.bag)
      return node
    }
  }

  // MARK: Facets

  private mutating func divide(_ instance: ViewInstance, _ facet: Model.Facet, _ data: LoadedData) {
    guard let child = instance.model.children.first else { return }
    var data = data
    var table = data.table
    for definition in facet.definitions { table = binned(table, definition, instance) }
    // What a single view does before it aggregates is done for all cells together, as Vega-Lite moves a
    // facet below its child's transforms.
    var inner = table
    if let own = child.data, !own.isNull {
      data = load(own)
      inner = data.table
    }
    inner = transformed(inner, by: child)
    if !child.transforms.isEmpty { data.origin = data.origin.transformed }
    if let unit = child.unit { inner = prepared(inner, unit, data.origin, instance: instance) }
    let fields = facet.definitions.map { ($0.channel, Self.facetField($0)) }
    for definition in facet.definitions { check(definition, in: inner, data.origin) }
    instance.table = inner
    let columns = fields.map { inner.column(at: FieldPath(name: $0.1)) ?? .values([]) }
    guard columns.allSatisfy({ $0.count == inner.rowCount }) else { return }
    let grouping = Grouping(columns, rowCount: inner.rowCount)
    let keys = child.unit.map { EncodingTransforms(unit: $0, file: file).stackKeys(of: inner) }
    for (group, rows) in grouping.rowLists().enumerated() {
      let cell = ViewInstance(child, parent: instance, table: inner.taking(rows))
      for (index, field) in fields.enumerated() {
        cell.key[field.0] = columns[index][grouping.firstRows[group]]
      }
      let bins = instance.bins
      finish(cell, stackKeys: keys ?? [:])
      cell.bins.merge(bins) { own, _ in own }
      // Vega-Lite looks for the values of a facet in what a single view has left to draw.
      if child.unit != nil, cell.table.rowCount == 0 { continue }
      instance.children.append(cell)
    }
  }

  /// The field of the data whose values tell the cells of a facet apart.
  static func facetField(_ definition: ChannelDefinition) -> String {
    definition.fieldName(binSuffix: definition.isBinning ? "range" : nil)
  }

  /// A cell whose own transforms are done already.
  private mutating func finish(_ cell: ViewInstance, stackKeys: [Channel: [Value]]) {
    let model = cell.model
    cell.raw = cell.table
    switch model.kind {
    case .unit(let unit): aggregate(cell, unit, stackKeys: stackKeys)
    case .layer, .concat:
      for child in model.children {
        let inner = ViewInstance(child, parent: cell, table: cell.table)
        fill(inner, inherited: LoadedData(table: cell.table, origin: RowOrigin().transformed))
        cell.children.append(inner)
      }
    case .facet(let facet):
      divide(cell, facet, LoadedData(table: cell.table, origin: RowOrigin().transformed))
    }
  }

  // MARK: Encodings

  private mutating func encode(
    _ instance: ViewInstance, _ unit: Model.Unit, _ origin: RowOrigin
  ) {
    let told = bag.errorCount
    instance.table = prepared(instance.table, unit, origin, instance: instance)
    instance.raw = instance.table
    // A field that is not there would be told once more by what works on it.
    if bag.errorCount == told { aggregate(instance, unit) }
  }

  /// Bins and time units of a unit's encodings.
  private mutating func prepared(
    _ table: Table, _ unit: Model.Unit, _ origin: RowOrigin, instance: ViewInstance
  ) -> Table {
    var table = table
    for channel in Channel.allCases {
      for definition in unit.encoding[channel] ?? [] {
        guard let part = definition.fieldPart else { continue }
        check(part, in: table, origin)
        table = binned(table, part, instance, unit: unit)
      }
    }
    return table
  }

  private mutating func check(
    _ definition: ChannelDefinition, in table: Table, _ origin: RowOrigin
  ) {
    var found = DiagnosticBag()
    FieldCheck(definition: definition, table: table, origin: origin, file: file).run(into: &found)
    // Layers that share a field have its problems in common.
    for problem in found.diagnostics where told.insert(problem.message).inserted {
      bag.add(problem)
    }
  }

  private mutating func binned(
    _ table: Table, _ definition: ChannelDefinition, _ instance: ViewInstance,
    unit view: Model.Unit? = nil
  ) -> Table {
    guard let field = definition.field, let path = FieldPath(field) else { return table }
    var table = table
    let span = file.span((definition.node["field"] ?? definition.node).range)
    let reference = FieldReference(path, at: span)
    if case .computed(let parameters) = definition.bin {
      let name = definition.fieldName()
      if table.column(name) != nil, instance.bins[field] != nil { return table }
      let transform = DataTransform.Bin(
        reference, BinOptions.options(parameters), start: name,
        end: definition.fieldName(binSuffix: "end"))
      do throws(DiagnosticFailure) {
        let bins = try transform.binning(of: table)
        instance.bins[field] = bins
        table = try transform.apply(to: table, in: &transforms)
        if BinFields.needsRange(definition, definition.channel) {
          table = withRange(table, definition)
        }
      } catch {
        bag.add(contentsOf: error.bag)
      }
    } else if let timeUnit = definition.timeUnit, !timeUnit.isBinned {
      let name = definition.fieldName()
      let transform = DataTransform.CutTime(
        reference, unit: timeUnit.unit, maximum: timeUnit.maxbins ?? 40, isUTC: timeUnit.isUTC,
        start: name, end: definition.fieldName(suffix: "end"))
      table = DataTransform.timeUnit(transform).apply(to: table, in: &transforms, into: &bag)
      if let view { table = withRectBand(table, definition, view) }
    } else if let timeUnit = definition.timeUnit, let unit = timeUnit.unit,
      let column = table.column(at: path)
    {
      // Binned already: the field holds the starts.
      let ends = (0..<table.rowCount).map { row -> Value in
        let value = column[row]
        if value.isInvalid { return .null }
        return .date(unit.end(after: value.asNumber, in: transforms.scope.timeZone))
      }
      table = table.setting(definition.fieldName(), column)
        .setting(definition.fieldName(suffix: "end"), Column(ends))
      if let view { table = withRectBand(table, definition, view) }
    }
    return table
  }

  /// The bins of a discrete scale by name, as `10 – 20`.
  private func withRange(_ table: Table, _ definition: ChannelDefinition) -> Table {
    guard let starts = table.column(definition.fieldName()),
      let ends = table.column(definition.fieldName(binSuffix: "end"))
    else { return table }
    let format =
      definition.node["format"]?.string
      ?? definition.node["axis"]?["format"]?.string ?? definition.node["header"]?["format"]?.string
    let names = (0..<table.rowCount).map { row -> Value in
      guard !starts.isNull(at: row), starts.number(at: row).isFinite else { return .string("null") }
      return .string(
        Formatting.range(starts.number(at: row), ends.number(at: row), format: format))
    }
    return table.setting(definition.fieldName(binSuffix: "range"), Column(names))
  }

  /// Start and end of a bar over a time unit whose band is moved or narrowed.
  private func withRectBand(
    _ table: Table, _ definition: ChannelDefinition, _ unit: Model.Unit
  ) -> Table {
    guard unit.mark.type.isBox, definition.channel.isPosition,
      let cut = definition.timeUnit?.unit, let starts = table.column(definition.fieldName()),
      let ends = table.column(definition.fieldName(suffix: "end"))
    else { return table }
    let position = BandRule.position(definition, definition.channel, unit, isMidpoint: false) ?? 0.5
    guard position != 0.5 else { return table }
    var low: [Value] = []
    var high: [Value] = []
    let zone = cut.zone(transforms.scope.timeZone)
    for row in 0..<table.rowCount {
      guard !starts.isNull(at: row) else {
        low.append(.null)
        high.append(.null)
        continue
      }
      let (start, end) = (starts.number(at: row), ends.number(at: row))
      let before =
        cut.parts.last?.interval.offset(start, by: -Double(cut.step), in: zone) ?? start
      low.append(.date((0.5 - position) * before + (0.5 + position) * start))
      high.append(.date(mix(start, end, position)))
    }
    return table.setting(definition.fieldName(suffix: BandRule.rectStart), Column(low))
      .setting(definition.fieldName(suffix: BandRule.rectEnd), Column(high))
  }

  private func mix(_ start: Double, _ end: Double, _ position: Double) -> Double {
    (0.5 - position) * start + (0.5 + position) * end
  }

  private mutating func aggregate(
    _ instance: ViewInstance, _ unit: Model.Unit, stackKeys: [Channel: [Value]] = [:]
  ) {
    var table = instance.raw
    let steps = EncodingTransforms(unit: unit, file: file)
    table = steps.flattened(table)
    table = steps.sortIndexed(table)
    instance.raw = table
    if unit.isAggregated {
      let transform = steps.aggregate(of: table, facetKeys: [])
      table = DataTransform.aggregate(transform).apply(
        to: table, in: &transforms, into: &bag)
      table = steps.withNestedNames(table)
    }
    for transform in steps.imputes {
      table = DataTransform.impute(transform).apply(to: table, in: &transforms, into: &bag)
    }
    if let stack = unit.stack {
      table = steps.stacked(table, stack, keys: stackKeys, in: &transforms, into: &bag)
    }
    instance.unfiltered = table
    instance.table = InvalidValues.filtered(table, instance)
  }
}
