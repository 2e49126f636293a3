import Syntax
import Tables

/// The transforms that the encodings of a unit ask for.
struct EncodingTransforms {
  let unit: Model.Unit
  let file: SourceFile

  /// All fields of the encodings, channel by channel.
  private var definitions: [ChannelDefinition] {
    Channel.allCases.flatMap { channel in
      (unit.encoding[channel] ?? []).compactMap(\.fieldPart)
    }
  }

  private func reference(_ name: String) -> FieldReference { FieldReference(FieldPath(name: name)) }

  /// The table with nested fields as columns of their own.
  func flattened(_ table: Table) -> Table {
    var table = table
    for definition in definitions {
      guard let field = definition.field, let path = FieldPath(field), path.steps.count > 1,
        table.column(path.flatName) == nil, let column = table.column(at: path)
      else { continue }
      table = table.setting(path.flatName, column)
    }
    return table
  }

  /// The list that orders the values of a field: its sort, or for a part of a stack the domain of its
  /// scale.
  private func orderList(_ definition: ChannelDefinition) -> [JSONNode]? {
    if let items = definition.sort?.array { return items }
    guard let stack = unit.stack, definition.sort == nil,
      stack.stackBy.contains(where: { $0.channel == definition.channel })
    else { return nil }
    return definition.scale?["domain"]?.array
  }

  /// The name of the column that keeps the place of a value in a list that sorts it.
  static func sortIndexName(_ definition: ChannelDefinition) -> String {
    "\(definition.channel.rawValue)_\(definition.fieldName())_sort_index"
  }

  /// The table with the places of values in the lists that sort them.
  func sortIndexed(_ table: Table) -> Table {
    var table = table
    for definition in definitions {
      guard let items = orderList(definition),
        let column = table.column(at: FieldPath(name: definition.fieldName()))
      else { continue }
      let order = items.map { DomainValues.value($0, definition, zone: .utc) }
      let places = (0..<table.rowCount).map { row -> Double in
        Double(order.firstIndex { $0.isLooselyEqual(to: column[row]) } ?? order.count)
      }
      table = table.setting(Self.sortIndexName(definition), .numbers(places))
    }
    return table
  }

  /// The aggregation by all fields that are not aggregated themselves.
  func aggregate(of table: Table, facetKeys: [String]) -> DataTransform.Aggregate {
    var groups: [String] = []
    var measures: [AggregateMeasure] = []
    var names: Set<String> = []
    func group(_ name: String) {
      if !groups.contains(name), table.column(name) != nil { groups.append(name) }
    }
    func measure(
      _ operation: String, _ field: String?, as name: String, of definition: ChannelDefinition
    ) {
      guard !names.contains(name), let operation = AggregateOperation(rawValue: operation) else {
        return
      }
      names.insert(name)
      measures.append(
        AggregateMeasure(
          operation,
          field.flatMap { FieldPath($0) }.map {
            FieldReference($0, at: file.span(definition.node.range))
          }, as: name))
    }
    for definition in definitions {
      if let aggregate = definition.aggregate {
        switch aggregate {
        case .operation(let operation):
          measure(
            operation, operation == "count" ? nil : definition.field, as: definition.fieldName(),
            of: definition)
        case .exponential(let parameter):
          let name = definition.fieldName()
          if names.insert(name).inserted, let path = definition.field.flatMap({ FieldPath($0) }) {
            measures.append(
              AggregateMeasure(
                .exponential, FieldReference(path), as: name, parameter: parameter))
          }
        case .argmin(let other):
          measure("argmin", other, as: "argmin_\(FieldNames.flat(other))", of: definition)
        case .argmax(let other):
          measure("argmax", other, as: "argmax_\(FieldNames.flat(other))", of: definition)
        }
        if definition.scale?["domain"]?.string == "unaggregated", let field = definition.field {
          measure("min", field, as: "min_\(FieldNames.flat(field))", of: definition)
          measure("max", field, as: "max_\(FieldNames.flat(field))", of: definition)
        }
        continue
      }
      group(definition.fieldName())
      if definition.isBinning {
        group(definition.fieldName(binSuffix: "end"))
        group(definition.fieldName(binSuffix: "range"))
      }
      if definition.timeUnit != nil {
        group(definition.fieldName(suffix: "end"))
        group(definition.fieldName(suffix: BandRule.rectStart))
        group(definition.fieldName(suffix: BandRule.rectEnd))
      }
      if orderList(definition) != nil { group(Self.sortIndexName(definition)) }
    }
    return DataTransform.Aggregate(groupby: groups.map { reference($0) }, measures)
  }

  /// The table with the fields of `argmin` and `argmax` rows as columns.
  func withNestedNames(_ table: Table) -> Table {
    var table = table
    for definition in definitions {
      let other: String
      switch definition.aggregate {
      case .argmin(let field): other = "argmin_\(FieldNames.flat(field))"
      case .argmax(let field): other = "argmax_\(FieldNames.flat(field))"
      default: continue
      }
      guard let rows = table.column(other), let field = definition.field,
        let path = FieldPath(field)
      else { continue }
      let values = rows.values.map { row in
        path.steps.reduce(row) { $0.member($1) ?? .undefined }
      }
      table = table.setting(definition.fieldName(), Column(values))
    }
    return table
  }

  /// Rows that positions with `impute` ask for.
  var imputes: [DataTransform.Impute] {
    var result: [DataTransform.Impute] = []
    for (channel, keyChannel) in [(Channel.x, Channel.y), (.y, .x)] {
      guard let definition = unit[channel], definition.isField,
        let impute = definition.node["impute"], impute.isObject, let key = unit[keyChannel]
      else { continue }
      var values: [Value] = []
      var sequence: DataTransform.Impute.KeySequence?
      if let items = impute["keyvals"]?.array {
        values = items.map { Value($0) }
      } else if let keys = impute["keyvals"], let stop = keys["stop"]?.number {
        sequence = .init(
          from: keys["start"]?.number ?? 0, to: stop, step: keys["step"]?.number ?? 1)
      }
      let groups = pathGroups
      let method = impute["method"]?.string.flatMap { DataTransform.Impute.Method(rawValue: $0) }
      let frame = impute["frame"]?.array
      result.append(
        DataTransform.Impute(
          reference(definition.fieldName()), key: reference(key.fieldName()), keyValues: values,
          keySequence: sequence, groupby: groups.map { reference($0) }, method: method ?? .value,
          value: impute["value"].map { Value($0) } ?? .null,
          frame: (
            frame.flatMap { $0.first?.number.map { Int(limited: $0) } },
            frame.flatMap { $0.last?.number.map { Int(limited: $0) } }
          )))
    }
    return result
  }

  /// The fields that divide the rows of a unit into lines (Vega-Lite's `pathGroupingFields`).
  var pathGroups: [String] {
    var names: [String] = []
    for channel in Channel.allCases {
      switch channel {
      case .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth,
        .strokeDash, .size, .shape, .angle, .detail, .key:
        for definition in unit.encoding[channel] ?? [] {
          guard let part = definition.fieldPart, part.aggregate == nil else { continue }
          if channel == .size, unit.mark.type == .trail { continue }
          let name = part.fieldName()
          if !names.contains(name) { names.append(name) }
        }
      default: break
      }
    }
    return names
  }

  /// The places in `table` at which each part of a stack must have a value, in the order of the rows. Vega-Lite
  /// fills stacks before it divides a facet, so that the cells have the places of all their rows together.
  func stackKeys(of table: Table) -> [Channel: [Value]] {
    guard let stack = unit.stack, stack.imputes else { return [:] }
    let table = flattened(table)
    var keys: [Channel: [Value]] = [:]
    for channel in stack.groupbyChannels {
      guard let dimension = unit[channel],
        let column = withMiddles(table, dimension).column(imputeKey(dimension))
      else { continue }
      let grouping = Grouping([column], rowCount: column.count)
      keys[channel] = grouping.firstRows.map { column[$0] }
    }
    return keys
  }

  /// The field whose values are the places of a stack that is filled: of bins their middles, as one field
  /// alone can be filled.
  private func imputeKey(_ dimension: ChannelDefinition) -> String {
    dimension.isBinning ? dimension.fieldName(suffix: "mid") : dimension.fieldName()
  }

  private func withMiddles(_ table: Table, _ dimension: ChannelDefinition) -> Table {
    guard dimension.isBinning, let starts = table.column(dimension.fieldName()),
      let ends = table.column(dimension.fieldName(binSuffix: "end"))
    else { return table }
    let share = dimension.bandPosition ?? 0.5
    let middles = (0..<table.rowCount).map { row -> Value in
      starts.isNull(at: row)
        ? .null : .number(share * starts.number(at: row) + (1 - share) * ends.number(at: row))
    }
    return table.setting(imputeKey(dimension), Column(middles))
  }

  /// The table with the ends of each part in its stack, at the places `keys` too where parts are filled.
  func stacked(
    _ table: Table, _ stack: StackProperties, keys: [Channel: [Value]],
    in context: inout TransformContext, into bag: inout DiagnosticBag
  ) -> Table {
    guard let measure = unit[stack.fieldChannel] else { return table }
    var table = table
    let field = measure.fieldName()
    let parts = stack.stackBy.map { $0.fieldName() }
    if stack.imputes {
      for channel in stack.groupbyChannels {
        guard let dimension = unit[channel] else { continue }
        table = withMiddles(table, dimension)
        let impute = DataTransform.Impute(
          reference(field), key: reference(imputeKey(dimension)), keyValues: keys[channel] ?? [],
          groupby: parts.map { reference($0) }, method: .value, value: .number(0))
        table = DataTransform.impute(impute).apply(to: table, in: &context, into: &bag)
      }
    }
    var groups: [String] = []
    for channel in stack.groupbyChannels {
      guard let dimension = unit[channel] else { continue }
      if dimension.isBinning {
        if stack.imputes {
          groups.append(dimension.fieldName(suffix: "mid"))
        } else {
          groups += [dimension.fieldName(), dimension.fieldName(binSuffix: "end")]
        }
      } else {
        groups.append(dimension.fieldName())
      }
    }
    let transform = DataTransform.Stack(
      reference(field), groupby: groups.map { reference($0) }, sort: stackSort(stack),
      offset: DataTransform.Stack.Offset(rawValue: stack.offset.rawValue) ?? .zero,
      start: measure.fieldName(suffix: "start"), end: measure.fieldName(suffix: "end"))
    return DataTransform.stack(transform).apply(to: table, in: &context, into: &bag)
  }

  private func stackSort(_ stack: StackProperties) -> [SortKey] {
    let order = unit.encoding[.order] ?? []
    let fields = order.filter(\.isField)
    if !fields.isEmpty {
      return fields.map {
        SortKey(
          reference($0.fieldName()), isDescending: $0.sort?.string == "descending")
      }
    }
    let isDescending =
      order.first?.sort?.string.map { $0 == "descending" } ?? (stack.fieldChannel == .y)
    var names: [String] = []
    for part in stack.stackBy {
      let name = orderList(part) != nil ? Self.sortIndexName(part) : part.fieldName()
      if !names.contains(name) { names.append(name) }
    }
    return names.map { SortKey(reference($0), isDescending: isDescending) }
  }
}

/// How the parameters of a bin become those of the transform.
enum BinOptions {
  static func options(_ node: JSONNode) -> Binning.Options {
    var options = Binning.Options(maximum: node["maxbins"]?.number ?? 10)
    if let base = node["base"]?.number { options.base = base }
    options.step = node["step"]?.number
    if let steps = node["steps"]?.array { options.steps = steps.compactMap(\.number) }
    if let minimum = node["minstep"]?.number { options.minimumStep = minimum }
    if let divisors = node["divide"]?.array { options.divisors = divisors.compactMap(\.number) }
    if let isNice = node["nice"]?.bool { options.isNice = isNice }
    options.anchor = node["anchor"]?.number
    if let extent = node["extent"]?.array?.compactMap(\.number), extent.count == 2,
      extent[0] <= extent[1]
    {
      options.extent = extent[0]...extent[1]
    }
    return options
  }
}
