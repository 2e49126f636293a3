package import Syntax

/// A workspace to start from: the smallest dataset that shows a series and a target, and a report
/// with a chart over it.
package enum Starter {
  /// Writes the files into `folder`, which must not be there or be empty, and returns their paths.
  package static func write(into folder: String) throws(DiagnosticFailure) -> [String] {
    let place = Folder(folder)
    // Wherever it lies: the folder is the caller's own, and nothing in it is followed.
    if place.absolutePath != nil, let name = try place.names().first {
      throw DiagnosticFailure(ReportDiagnostics.notEmpty(folder, holds: name))
    }
    return try Publication(
      files: files.map { .init(name: $0.name, bytes: Array($0.text.utf8)) }
    ).write(into: folder)
  }

  private static var files: [(name: String, text: String)] {
    tablesAndTemplates + [("data/datapackage.json", descriptor)]
  }

  private static let tablesAndTemplates: [(name: String, text: String)] = [
    (
      "data/sources.csv",
      """
      id,kind,label,title,publisher,published,published_from,published_to
      yearbook_2024,report,"Yearbook, 2024",Yearbook 2024,Office of Statistics,2024-03-01,2024-03-01,2024-03-01

      """
    ),
    (
      "data/places.csv",
      """
      id,name,kind,source_id,locator
      town,Town,city,yearbook_2024,p1

      """
    ),
    (
      "data/indicators.csv",
      """
      id,name,unit,kind,topic,direction,definition
      output,Output of the mills,CNY,level,economy,up,What the mills of the town make in a year.

      """
    ),
    (
      "data/observations.csv",
      """
      id,indicator,subject,period,written,value,multiplier,unit,counted,qualifier,status,level,\
      comparability,source_id,locator,term
      output_2021,output,town,2021,91 billion yuan,91,9,CNY,,exact,A,,comparable,yearbook_2024,p3,output
      output_2022,output,town,2022,100 billion yuan,100,9,CNY,,exact,A,,comparable,yearbook_2024,p3,output
      output_2023,output,town,2023,over 110 billion yuan,110,9,CNY,,over,A,,comparable,yearbook_2024,p4,output

      """
    ),
    (
      "data/targets.csv",
      """
      id,indicator,subject,deadline,written,value,multiplier,unit,counted,qualifier,direction,source_id,locator,term
      output_target_2025,output,town,2025,150 billion yuan,150,9,CNY,,at_least,up,yearbook_2024,p7,output

      """
    ),
    (
      "templates/brief/charts/output.vl.json",
      """
      {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": "Output by year.",
        "data": {"name": "series_output"},
        "width": 640,
        "height": 300,
        "mark": "bar",
        "encoding": {
          "x": {"field": "year", "type": "ordinal", "axis": {"title": null, "labelAngle": 0}},
          "y": {"field": "value", "type": "quantitative", "axis": {"title": null}}
        }
      }

      """
    ),
    (
      "templates/brief/report.md",
      """
      ---
      title: The mills of the town
      subtitle: Output and its target, {{ series.output.latest.period }}
      publisher: Your office
      lang: en-GB
      as-of: 2024-12-31
      ---

      # Output

      The mills made {{ series.output.latest }} in {{ series.output.latest.period }}
      (@fig-output). The aim for {{ targets.output_target_2025.deadline }} is
      {{ targets.output_target_2025 }}.

      ```{chart}
      #| label: fig-output
      #| spec: charts/output.vl.json
      #| fig-cap: "Output has grown to {{ series.output.latest }}"
      #| fig-subcap: Output of the mills, billion yuan, Town
      ```

      # Sources

      ::: {.sources}
      :::

      # Annex

      ::: {.annex}
      :::

      """
    ),
  ]

  /// Each table with the columns that its first line names.
  private static var descriptor: String {
    let resources = tablesAndTemplates.filter { $0.name.hasSuffix(".csv") }.map { file in
      let name = file.name.dropFirst("data/".count).dropLast(".csv".count)
      let fields = file.text.prefix { $0 != "\n" }.split(separator: ",").map { column in
        let type = ["value": "number", "multiplier": "integer"][column] ?? "string"
        return "        {\"name\": \"\(column)\", \"type\": \"\(type)\"}"
      }
      return """
            {
              "name": "\(name)",
              "path": "\(name).csv",
              "schema": {"primaryKey": ["id"], "fields": [
        \(fields.joined(separator: ",\n"))
              ]}
            }
        """
    }
    return """
      {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "town-mills",
        "title": "The mills of a town",
        "description": "Invented figures to start from: replace them, row by row, with your own.",
        "version": "1.0.0",
        "resources": [
      \(resources.joined(separator: ",\n"))
        ]
      }

      """
  }
}
