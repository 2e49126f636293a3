import Syntax
import Tables

/// Expressions and conditions of encodings, evaluated row by row.
struct RowExpressions {
  let instance: ViewInstance
  let parameters: Parameters
  var table: Table? = nil

  private var rows: Table { table ?? instance.table }

  /// The value of the expression in `node` (its text) for each row.
  func values(_ node: JSONNode) -> (Int) -> Value {
    var scope = parameters.scope
    scope.names["width"] = .number(instance.width)
    scope.names["height"] = .number(instance.height)
    let values = parameters.values(node, over: rows, in: scope)
    return { values.indices.contains($0) ? values[$0] : .undefined }
  }

  func numbers(_ node: JSONNode) -> (Int) -> Double? {
    let values = values(node)
    return { row in
      let number = values(row).asNumber
      return number.isNaN ? nil : number
    }
  }

  /// Whether a condition holds for a row; nil where it has no test.
  func test(_ condition: JSONNode) -> ((Int) -> Bool)? {
    if let test = condition["test"] { return predicate(test) }
    return condition.has("param") ? predicate(condition) : nil
  }

  /// Whether a predicate, with selections as they are at first, holds for a row.
  func predicate(_ node: JSONNode) -> (Int) -> Bool {
    var scope = parameters.scope
    scope.names["width"] = .number(instance.width)
    scope.names["height"] = .number(instance.height)
    let holds = parameters.test(node, over: rows, in: scope)
    return { holds.indices.contains($0) && holds[$0] }
  }
}

/// The names of the columns that hold projected places.
enum GeoColumns {
  static func name(_ channel: Channel) -> String { "\u{1}geo_\(channel.rawValue)" }
}
