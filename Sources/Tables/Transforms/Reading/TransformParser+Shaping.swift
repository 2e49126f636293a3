import Syntax

/// The transforms that add fields and rows.
extension TransformParser {
  mutating func window(_ reader: inout ObjectReader) -> DataTransform? {
    var outputs: [DataTransform.Window.Output] = []
    for var item in reader.objects("window") ?? [] {
      let name = item.string("op")
      let field = optionalField("field", &item)
      let parameter = item.optionalNumber("param")
      let output = item.optionalString("as")
      if let name {
        if let operation = WindowOperation(name) {
          if operation.needsParameter, !((parameter ?? 0) > 0) {
            item.report(
              SyntaxDiagnostics.missingKey(
                "param", path: item.path, expected: "a number above 0 for `\(name)`",
                at: item.span))
          }
          outputs.append(.init(operation, field, parameter: parameter, as: output))
        } else {
          item.report(
            SyntaxDiagnostics.unknownValue(
              name, path: item.path(of: "op"), known: WindowOperation.names,
              at: item.span(of: "op")))
        }
      }
      item.finish(into: &bag)
    }
    return .window(
      .init(
        outputs, groupby: fields("groupby", &reader), sort: sortKeys(&reader),
        frame: frame(&reader) ?? (nil, 0),
        ignoresPeers: reader.optionalBool("ignorePeers") ?? false))
  }

  mutating func bin(_ reader: inout ObjectReader) -> DataTransform? {
    let field = field("field", &reader)
    var options: Binning.Options? = Binning.Options(maximum: 10)
    if let node = reader.node("bin"), node.bool != true {
      options = ObjectReader(node, in: file, path: reader.path(of: "bin"), into: &bag)
        .map { binOptions($0) }
    }
    let names = pair(&reader) { "\($0)_end" }
    guard let field, let options else { return nil }
    guard let names else {
      reader.report(
        SyntaxDiagnostics.missingKey(
          "as", path: reader.path, expected: "the names of the bins' ends", at: reader.span))
      return nil
    }
    return .bin(.init(field, options, start: names.0, end: names.1))
  }

  /// The options of bins. `maximum` is how many there may be where nothing is said.
  mutating func binOptions(
    _ source: ObjectReader, maximum: Double = 10
  ) -> Binning.Options {
    var reader = source
    var options = Binning.Options()
    options.maximum = reader.optionalNumber("maxbins") ?? maximum
    options.base = reader.optionalNumber("base") ?? 10
    options.step = reader.optionalNumber("step")
    options.steps = reader.optionalArray("steps")?.compactMap(\.number) ?? []
    options.minimumStep = reader.optionalNumber("minstep") ?? 0
    options.divisors = reader.optionalArray("divide")?.compactMap(\.number) ?? [5, 2]
    options.isNice = reader.optionalBool("nice") ?? true
    options.anchor = reader.optionalNumber("anchor")
    options.extent = range("extent", &reader)
    options.span = reader.optionalNumber("span")
    reader.allow("binned")
    reader.finish(into: &bag)
    return options
  }

  mutating func timeUnit(_ reader: inout ObjectReader) -> DataTransform? {
    let field = field("field", &reader)
    guard let node = reader.node("timeUnit") else { return nil }
    let path = reader.path(of: "timeUnit")
    let unit = timeUnitOptions(node, path: path)
    let names = pair(&reader) { "\($0)_end" }
    guard let field, let unit else { return nil }
    guard let names else {
      reader.report(
        SyntaxDiagnostics.missingKey(
          "as", path: reader.path, expected: "the name of the time unit's start",
          at: reader.span))
      return nil
    }
    return .timeUnit(
      .init(
        field, unit: unit.unit, maximum: unit.maximum, isUTC: unit.isUTC, start: names.0,
        end: names.1))
  }

  /// A time unit by name or as an object with `unit`, `step`, `maxbins` and `utc`.
  mutating func timeUnitOptions(
    _ node: JSONNode, path: String
  ) -> (unit: TimeUnit?, maximum: Double, isUTC: Bool)? {
    if let name = node.string {
      return timeUnit(named: name, path: path, at: file.span(node.range)).map { ($0, 40, $0.isUTC) }
    }
    guard var reader = ObjectReader(node, in: file, path: path, into: &bag) else { return nil }
    let name = reader.optionalString("unit")
    let isUTC = reader.optionalBool("utc") ?? false
    let step = reader.optionalInteger("step") ?? 1
    let maximum = reader.optionalNumber("maxbins") ?? 40
    reader.allow("binned")
    let span = reader.span(of: "unit")
    reader.finish(into: &bag)
    guard let name else { return (nil, maximum, isUTC) }
    guard var unit = timeUnit(named: name, path: path + "/unit", at: span) else { return nil }
    unit.step = max(1, step)
    unit.isUTC = unit.isUTC || isUTC
    return (unit, maximum, unit.isUTC)
  }

  private mutating func timeUnit(named name: String, path: String, at span: SourceSpan) -> TimeUnit?
  {
    if let unit = TimeUnit(name) { return unit }
    bag.add(
      SyntaxDiagnostics.unknownValue(
        name, path: path, known: TimeUnit.Part.allCases.map(\.rawValue) + ["yearmonth", "utcyear"],
        at: span))
    return nil
  }

  mutating func stack(_ reader: inout ObjectReader) -> DataTransform? {
    let field = field("stack", &reader)
    let groupby = fields("groupby", &reader)
    let sort = sortKeys(&reader)
    let offset = reader.optionalChoice("offset", as: DataTransform.Stack.Offset.self) ?? .zero
    let names = pair(&reader) { "\($0)_end" }
    guard let field else { return nil }
    return .stack(
      .init(
        field, groupby: groupby, sort: sort, offset: offset,
        start: names?.0 ?? "\(field.name)_start", end: names?.1 ?? "\(field.name)_end"))
  }

  mutating func pivot(_ reader: inout ObjectReader) -> DataTransform? {
    let key = field("pivot", &reader)
    let value = field("value", &reader)
    let groupby = fields("groupby", &reader)
    let operation = reader.optionalChoice("op", as: AggregateOperation.self) ?? .sum
    let limit = reader.optionalInteger("limit") ?? 0
    guard let key, let value else { return nil }
    return .pivot(
      .init(key: key, value: value, groupby: groupby, operation: operation, limit: limit))
  }

  mutating func lookup(_ reader: inout ObjectReader) -> DataTransform? {
    let field = field("lookup", &reader)
    let names = strings("as", &reader)
    let fallback = reader.optionalNode("default").map { Value($0) } ?? .null
    guard var from = reader.object("from") else { return nil }
    let key = self.field("key", &from)
    let wanted = fields("fields", &from)
    let data = from.node("data")
    let span = from.span(of: "data")
    from.finish(into: &bag)
    guard let field, let key, let data else { return nil }
    let source: DataTransform.Lookup.Source
    if let name = data["name"]?.string, data.members?.count == 1 {
      source = .named(name, span)
    } else {
      source = .data(data, span)
    }
    return .lookup(
      .init(field, from: source, key: key, fields: wanted, names: names, fallback: fallback))
  }

  mutating func impute(_ reader: inout ObjectReader) -> DataTransform? {
    let field = field("impute", &reader)
    let key = self.field("key", &reader)
    let groupby = fields("groupby", &reader)
    let method = reader.optionalChoice("method", as: DataTransform.Impute.Method.self) ?? .value
    let value = reader.optionalNode("value").map { Value($0) } ?? .number(0)
    let frame = frame(&reader) ?? (nil, nil)
    var keyValues: [Value] = []
    var keySequence: DataTransform.Impute.KeySequence?
    if let node = reader.optionalNode("keyvals") {
      if let items = node.array {
        keyValues = items.map { Value($0) }
      } else if var sequence = reader.optionalObject("keyvals") {
        let start = sequence.optionalNumber("start") ?? 0
        let stop = sequence.number("stop") ?? start
        let step = sequence.optionalNumber("step") ?? 1
        sequence.finish(into: &bag)
        keySequence = .init(from: start, to: stop, step: step)
      }
    }
    guard let field, let key else { return nil }
    return .impute(
      .init(
        field, key: key, keyValues: keyValues, keySequence: keySequence, groupby: groupby,
        method: method, value: value, frame: frame))
  }
}
