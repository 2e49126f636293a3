import Facts
import Syntax

/// A dataset in memory, small enough to be read in a test and to be spoilt in one place.
struct SmallDataset {
  /// CSV by the name of the table.
  var tables: [(name: String, csv: String)]
  /// Constraints and types by `table.column`, as JSON members of the field.
  var fields: [String: String] = [:]
  /// Further members of a table's schema, as JSON.
  var keys: [String: String] = [:]
  /// The whole descriptor, in place of the one that follows from the tables.
  var descriptor: String?
  /// Whether the descriptor declares the columns of the CSV, not those of the valid dataset.
  private var declaresWritten = false

  init(tables: [(name: String, csv: String)]) { self.tables = tables }

  static let valid = SmallDataset(tables: [
    (
      "sources",
      """
      id,kind,label,title,publisher,published,published_from,published_to
      report,report,A report,Annual report,Office,2024-03-01,2024-03-01,2024-03-01

      """
    ),
    (
      "indicators",
      """
      id,name,unit,kind,definition,change_of
      output,Output,CNY,level,What is made,
      growth,Change of output,PT,change,Change of what is made,output

      """
    ),
    (
      "observations",
      """
      id,indicator,subject,period,written,value,multiplier,unit,counted,qualifier,status,level,\
      comparability,source_id,locator
      output_2022,output,town,2022,100 billion yuan,100,9,CNY,,exact,A,,comparable,report,p3
      output_2023,output,town,2023,110 billion yuan,110,9,CNY,,exact,A,,comparable,report,p4
      growth_2023,growth,town,2022/P1Y,10 percent,10,0,PT,,exact,A,output_2023,comparable,report,p4

      """
    ),
    (
      "targets",
      """
      id,indicator,subject,deadline,written,value,multiplier,unit,counted,qualifier,source_id,locator
      output_target,output,town,2025,150 billion yuan,150,9,CNY,,at_least,report,p7

      """
    ),
    (
      "places",
      """
      id,name,kind,source_id,locator
      town,Town,city,report,p1

      """
    ),
  ])

  /// The dataset with the first `old` of a table's text replaced.
  func replacing(_ old: String, with new: String, in table: String) -> SmallDataset {
    var result = self
    for index in result.tables.indices where result.tables[index].name == table {
      guard let range = result.tables[index].csv.firstRange(of: old) else { continue }
      result.tables[index].csv.replaceSubrange(range, with: new)
    }
    return result
  }

  /// The dataset with rows added to a table, or with a new table.
  func adding(_ csv: String, to table: String) -> SmallDataset {
    var result = self
    if let index = result.tables.firstIndex(where: { $0.name == table }) {
      result.tables[index].csv += csv + "\n"
    } else {
      result.tables.append((table, csv + "\n"))
    }
    return result
  }

  /// The dataset with nothing but the header of a table.
  func withoutRows(in table: String) -> SmallDataset {
    var result = self
    for index in result.tables.indices where result.tables[index].name == table {
      let csv = result.tables[index].csv
      result.tables[index].csv = csv.prefix { $0 != "\n" } + "\n"
    }
    return result
  }

  func with(field: String, _ json: String) -> SmallDataset {
    var result = self
    result.fields[field] = json
    return result
  }

  func with(keys json: String, of table: String) -> SmallDataset {
    var result = self
    result.keys[table] = json
    return result
  }

  func without(_ table: String) -> SmallDataset {
    var result = self
    result.tables.removeAll { $0.name == table }
    return result
  }

  func with(descriptor: String) -> SmallDataset {
    var result = self
    result.descriptor = descriptor
    return result
  }

  /// The dataset with a descriptor that declares the columns as they now are.
  func declaringColumnsAsWritten() -> SmallDataset {
    var result = self
    result.declaresWritten = true
    return result
  }

  private var descriptorText: String {
    if let descriptor { return descriptor }
    let resources = tables.map { table in
      let declared = declaresWritten ? nil : Self.valid.tables.first { $0.name == table.name }
      let columns = (declared ?? table).csv
        .prefix { $0 != "\n" }.split(separator: ",")
      let fields = columns.map { column in
        let extra = self.fields["\(table.name).\(column)"].map { ", \($0)" } ?? ""
        return "{\"name\": \"\(column)\"\(extra)}"
      }
      return """
        {"name": "\(table.name)", "path": "\(table.name).csv",
         "schema": {"fields": [\(fields.joined(separator: ", "))]\(keys[table.name].map { ", \($0)" } ?? "")}}
        """
    }
    return "{\"name\": \"small\", \"resources\": [\n\(resources.joined(separator: ",\n"))\n]}"
  }

  func load() -> (dataset: Dataset?, bag: DiagnosticBag) {
    var files = ["data/datapackage.json": descriptorText]
    for table in tables { files["data/\(table.name).csv"] = table.csv }
    var bag = DiagnosticBag()
    let dataset = DatasetLoader.load(
      "data/datapackage.json",
      reading: { path throws(DiagnosticFailure) in
        guard let text = files[path] else {
          throw DiagnosticFailure(Diagnostic(DiagnosticID("test-file"), "there is no `\(path)`"))
        }
        return SourceFile(path: path, text: text)
      }, into: &bag)
    return (dataset, bag)
  }

  /// `id at file:line ‹text›` of each problem, in order.
  var problems: [String] {
    load().bag.sorted.map { problem in
      guard let span = problem.span else { return "\(problem.id)" }
      let text = span.text.prefix { $0 != "\n" }.prefix(24)
      return "\(problem.id) at \(span.file.path):\(span.start.line) ‹\(text)›"
    }
  }
}
