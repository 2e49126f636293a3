import Syntax

/// Values that several transforms have in common.
extension TransformParser {
  /// The field that the string `name` holds; its absence is reported.
  mutating func field(_ name: String, _ reader: inout ObjectReader) -> FieldReference? {
    reader.node(name).flatMap { field($0, path: reader.path(of: name)) }
  }

  mutating func optionalField(_ name: String, _ reader: inout ObjectReader) -> FieldReference? {
    reader.optionalNode(name).flatMap { field($0, path: reader.path(of: name)) }
  }

  mutating func field(_ node: JSONNode, path: String) -> FieldReference? {
    guard let text = node.string else {
      bag.add(
        SyntaxDiagnostics.wrongType(
          path: path, kind: node.kind, expected: "the name of a field", at: file.span(node.range)))
      return nil
    }
    guard let field = FieldPath(text) else {
      bag.add(TablesDiagnostics.brokenField(text, at: file.span(node.range)))
      return nil
    }
    return FieldReference(field, at: file.span(node.range))
  }

  /// The fields of the array `name`; none where it is not there.
  mutating func fields(_ name: String, _ reader: inout ObjectReader) -> [FieldReference] {
    fields(reader.optionalArray(name) ?? [], path: reader.path(of: name))
  }

  mutating func requiredFields(
    _ name: String, _ reader: inout ObjectReader
  ) -> [FieldReference] {
    fields(reader.array(name) ?? [], path: reader.path(of: name))
  }

  private mutating func fields(_ nodes: [JSONNode], path: String) -> [FieldReference] {
    var fields: [FieldReference] = []
    for (index, node) in nodes.enumerated() {
      if let field = field(node, path: "\(path)/\(index)") { fields.append(field) }
    }
    return fields
  }

  /// The expression in the string `name`; its absence is reported.
  mutating func expression(_ name: String, _ reader: inout ObjectReader) -> Expression? {
    guard let text = reader.string(name) else { return nil }
    return Expression.parse(text, at: reader.span(of: name), into: &bag)
  }

  /// The names of `name`, which may be one string or an array of them.
  mutating func strings(_ name: String, _ reader: inout ObjectReader) -> [String] {
    guard let node = reader.optionalNode(name) else { return [] }
    if let string = node.string { return [string] }
    return reader.optionalStrings(name) ?? []
  }

  /// The pair of names under `as`: both, or one and what `second` makes of it; nil where there are none.
  mutating func pair(
    _ reader: inout ObjectReader, second: (String) -> String
  ) -> (String, String)? {
    let names = strings("as", &reader)
    guard let first = names.first else { return nil }
    return (first, names.count > 1 ? names[1] : second(first))
  }

  /// Two numbers in ascending order; nil where `name` is not there.
  mutating func range(_ name: String, _ reader: inout ObjectReader) -> ClosedRange<Double>? {
    guard let items = reader.optionalArray(name) else { return nil }
    let numbers = items.compactMap(\.number)
    guard items.count == 2, numbers.count == 2 else {
      bag.add(
        SyntaxDiagnostics.wrongType(
          path: reader.path(of: name), kind: "not a pair", expected: "two numbers",
          at: reader.span(of: name)))
      return nil
    }
    return min(numbers[0], numbers[1])...max(numbers[0], numbers[1])
  }

  /// The frame under `frame`: two numbers or nulls.
  mutating func frame(_ reader: inout ObjectReader) -> (before: Int?, after: Int?)? {
    guard let items = reader.optionalArray("frame") else { return nil }
    func rows(_ node: JSONNode) -> Int? {
      node.number.map { Int(max(-1e9, min(1e9, $0))) }
    }
    guard items.count == 2, items.allSatisfy({ $0.isNull || $0.number != nil }) else {
      bag.add(
        SyntaxDiagnostics.wrongType(
          path: reader.path(of: "frame"), kind: "not a frame",
          expected: "two numbers of rows, null for all", at: reader.span(of: "frame")))
      return nil
    }
    return (rows(items[0]), rows(items[1]))
  }

  /// The sort fields of the array `sort`. An `order` of null leaves the field out.
  mutating func sortKeys(_ reader: inout ObjectReader) -> [SortKey] {
    var keys: [SortKey] = []
    for var item in reader.optionalObjects("sort") ?? [] {
      let field = field("field", &item)
      let order = item.optionalNode("order")
      if let field, order?.isNull != true {
        switch order?.string {
        case nil, "ascending": keys.append(SortKey(field))
        case "descending": keys.append(SortKey(field, isDescending: true))
        case let other?:
          bag.add(
            SyntaxDiagnostics.unknownValue(
              other, path: item.path(of: "order"), known: ["ascending", "descending"],
              at: item.span(of: "order")))
        }
      }
      item.finish(into: &bag)
    }
    return keys
  }

  /// The measures of the array `name`.
  mutating func measures(_ name: String, _ reader: inout ObjectReader) -> [AggregateMeasure] {
    var measures: [AggregateMeasure] = []
    for var item in reader.objects(name) ?? [] {
      let operation = item.choice("op", as: AggregateOperation.self)
      let starred = item.optionalNode("field")?.string == "*"
      let field = starred ? nil : optionalField("field", &item)
      let output = item.optionalString("as")
      let parameter = item.optionalNumber("param")
      if let operation {
        if field == nil, operation != .count {
          item.report(
            SyntaxDiagnostics.missingKey(
              "field", path: item.path, expected: "the field of `\(operation.rawValue)`",
              at: item.span))
        }
        measures.append(.init(operation, field, as: output, parameter: parameter))
      }
      item.finish(into: &bag)
    }
    return measures
  }
}
