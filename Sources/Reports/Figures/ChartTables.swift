import Analysis
import Charts
import Syntax
import Tables

/// The tables of a report that a chart names.
struct ChartTables {
  let byName: [String: Table]
  /// Whether a table that is asked for has no row, and so no fields to hold the chart against.
  var hasEmptyTable: Bool { byName.values.contains { $0.rowCount == 0 } }

  /// Only what `spec` asks for is made into tables; where it asks for a table that is not there all are,
  /// so that the diagnostic can offer the nearest name.
  init(_ spec: ChartSpec, scope: ReportScope, views: ReportViews = ReportViews()) {
    let known = scope.tableNames + views.names
    let wanted = Self.names(in: spec.root)
    let isComplete = wanted.allSatisfy(known.contains)
    var tables: [String: Table] = [:]
    for name in isComplete ? wanted : known {
      tables[name] = views.table(name) ?? scope.rows(of: name).map { Table(rows: $0) }
    }
    byName = tables
  }

  /// The names of `data` and of `lookup` transforms anywhere in a specification, each once.
  static func names(in node: JSONNode) -> [String] {
    var names: [String] = []
    func visit(_ node: JSONNode) {
      switch node.value {
      case .object(let members):
        for member in members {
          if member.name == "data", let name = member.node["name"]?.string, !names.contains(name) {
            names.append(name)
          }
          visit(member.node)
        }
      case .array(let items): items.forEach(visit)
      case .null, .bool, .number, .string: break
      }
    }
    visit(node)
    return names
  }
}
