import Analysis
import Facts
import Syntax
import Testing

/// A made-up town in memory, for what the repository's dataset does not hold.
struct TownDataset {
  /// `id,unit,kind,change_of`
  var indicators: [String] = []
  /// `id,indicator,period,value,unit,qualifier,status,level,comparability`; values in units.
  var observations: [String] = []
  /// `id,indicator,deadline,value,unit,qualifier,direction`
  var targets: [String] = []

  func dataset(sourceLocation: SourceLocation = #_sourceLocation) throws -> Dataset {
    func cells(_ row: String) -> [String] {
      row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let files = [
      "sources":
        "id,kind,label,title,publisher,published\nreport,report,Report,Report,Office,2024-06-30\n",
      "indicators": "id,unit,kind,change_of,name,definition\n"
        + indicators.map { "\($0),\(cells($0)[0]),made up\n" }.joined(),
      "observations":
        "id,indicator,period,value,unit,qualifier,status,level,comparability,"
        + "subject,written,multiplier,source_id,locator\n"
        + observations.map { "\($0),town,\(cells($0)[3]),0,report,p1\n" }.joined(),
      "targets":
        "id,indicator,deadline,value,unit,qualifier,direction,subject,written,multiplier,"
        + "source_id,locator\n"
        + targets.map { "\($0),town,\(cells($0)[3]),0,report,p2\n" }.joined(),
    ]
    let resources = ["sources", "indicators", "observations", "targets"].map { name in
      let fields = (files[name] ?? "").prefix { $0 != "\n" }.split(separator: ",")
        .map { "{\"name\": \"\($0)\"}" }.joined(separator: ", ")
      return
        "{\"name\": \"\(name)\", \"path\": \"\(name).csv\", \"schema\": {\"fields\": [\(fields)]}}"
    }
    var bag = DiagnosticBag()
    let dataset = DatasetLoader.load(
      "datapackage.json",
      reading: { path throws(DiagnosticFailure) in
        let text =
          path == "datapackage.json"
          ? "{\"resources\": [\(resources.joined(separator: ", "))]}"
          : files[String(path.dropLast(4))] ?? ""
        return SourceFile(path: path, text: text)
      }, into: &bag)
    let errors = bag.sorted.filter { $0.severity == .error }.map { $0.rendered(as: .text) }
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))", sourceLocation: sourceLocation)
    return try #require(dataset, sourceLocation: sourceLocation)
  }
}
