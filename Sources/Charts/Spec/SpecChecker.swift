import Syntax

/// Checks a specification against Vega-Lite's grammar before anything is drawn.
enum SpecChecker {
  static func check(_ root: JSONNode, in file: SourceFile, into bag: inout DiagnosticBag) {
    if let schema = root["$schema"]?.string, !schema.contains("vega-lite") {
      bag.add(
        ChartDiagnostics.value(
          "`\(schema)`", path: "$schema",
          expected:
            "a schema of Vega-Lite, such as https://vega.github.io/schema/vega-lite/v6.json",
          at: file.span((root["$schema"] ?? root).range)))
    }
  }
}
