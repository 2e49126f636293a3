import Syntax
import Tables
import Testing

/// Rows that a transform must give, each field as text with twelve digits, local time being Los Angeles.
struct TransformCase: Sendable, CustomTestStringConvertible {
  indirect enum Data: Sendable {
    case sales, points, series
    case first(Int, Data)
    case json(String)
  }

  let name: String
  let data: Data
  let transforms: String
  let fields: [String]
  let rows: [String]

  init(_ name: String, _ data: Data, _ transforms: String, _ fields: [String], _ rows: [String]) {
    self.name = name
    self.data = data
    self.transforms = transforms
    self.fields = fields
    self.rows = rows
  }

  var testDescription: String { name }

  func result() throws -> [String] {
    var bag = DiagnosticBag()
    let zone = try #require(TimeZoneRules.named("America/Los_Angeles", into: &bag))
    let file = SourceFile(path: "transforms.json", text: transforms)
    let node = try #require(JSONParser.parse(file, into: &bag))
    let list = TransformParser.transforms(
      node, in: file, path: "/transform", timeZone: zone, into: &bag)
    var context = TransformContext(scope: EvaluationScope(timeZone: zone))
    let loaded = try list.map { transform -> DataTransform in
      guard case .lookup(var lookup) = transform, case .data(let node, _) = lookup.source else {
        return transform
      }
      lookup.source = .table(try Table(json: try #require(node["values"]?.array), at: nil))
      return .lookup(lookup)
    }
    let table = loaded.apply(to: try data.table(), in: &context, into: &bag)
    for diagnostic in bag.diagnostics { Issue.record("\(diagnostic.rendered(as: .text))") }
    let format = try #require(NumberFormat(".12~g"))
    return try (0..<table.rowCount).map { row in
      try fields.map { field in
        let path = try #require(FieldPath(field))
        switch table.column(at: path)?[row] ?? .null {
        case .number(let number), .date(let number): return format.text(of: number)
        case let value: return value.asText
        }
      }.joined(separator: " | ")
    }
  }
}

extension TransformCase.Data {
  func table() throws -> Table {
    let text: String
    switch self {
    case .sales: text = Self.salesText
    case .points: text = Self.pointsText
    case .series: text = Self.seriesText
    case .first(let count, let data):
      return try data.table().taking(Array(0..<count))
    case .json(let json): text = json
    }
    var bag = DiagnosticBag()
    let node = try #require(JSONParser.parse(SourceFile(path: "d", text: text), into: &bag))
    return try Table(json: try #require(node.array), at: nil)
  }

  private static let salesText = #"""
    [
      {"g": "a", "h": "x", "v": 3, "t": "2024-01-15T10:30:00"},
      {"g": "b", "h": "x", "v": -1, "t": "2024-02-20T00:00:00"},
      {"g": "a", "h": "y", "v": 4.5, "t": "2024-02-29T23:59:59"},
      {"g": "b", "h": "y", "v": null, "t": "2025-12-31T12:00:00"},
      {"g": "a", "h": "x", "v": 7, "t": "2023-03-12T02:30:00"},
      {"g": "c", "h": null, "v": 2, "t": null}
    ]
    """#

  private static let pointsText = #"""
    [
      {"k": 0, "x": 1, "y": 2.1},
      {"k": 1, "x": 2, "y": 3.9},
      {"k": 2, "x": 3, "y": 6.2},
      {"k": 3, "x": 4, "y": 8.4},
      {"k": 4, "x": 5, "y": 9.1},
      {"k": 5, "x": 6, "y": 13.3},
      {"k": 6, "x": 7, "y": 13.2},
      {"k": 7, "x": 8, "y": 17.5},
      {"k": 8, "x": 9, "y": 17.1},
      {"k": 9, "x": 10, "y": 22.4}
    ]
    """#

  private static let seriesText = #"""
    [
      {"d": 1, "s": "a", "v": 5},
      {"d": 2, "s": "a", "v": 3},
      {"d": 2, "s": "b", "v": 8},
      {"d": 3, "s": "a", "v": null},
      {"d": 3, "s": "b", "v": 1},
      {"d": 5, "s": "a", "v": 9}
    ]
    """#
}
