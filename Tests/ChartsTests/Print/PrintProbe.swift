package import Charts
package import Syntax
import Testing
import Typesetting

/// Draws charts in Almanac's themes.
package enum PrintProbe {
  package static func chart(_ text: String, theme: ChartTheme = .almanac) throws -> Chart {
    var bag = DiagnosticBag()
    let spec = ChartSpec.parse(SourceFile(path: "print.vl.json", text: text), into: &bag)
    try bag.throwIfErrors()
    let fonts = try FontBook(families: theme.families + ["sans-serif"], generics: theme.fonts)
    return try ChartCompiler.compile(
      try #require(spec), in: ChartContext(shaper: Shaper(fonts: fonts), theme: theme))
  }

  /// A chart of bars with `members` under `usermeta.almanac`.
  package static func bars(_ members: String) -> String {
    """
    {
      "usermeta": {"almanac": {\(members)}},
      "width": 300, "height": 120,
      "data": {"values": [
        {"industry": "Integrated circuits", "output": 3, "planned": 4, "estimate": false},
        {"industry": "Biomedicine", "output": 5, "planned": 4.5, "estimate": true},
        {"industry": "Intelligence", "output": 4, "planned": 6, "estimate": false}
      ]},
      "mark": "bar",
      "encoding": {
        "x": {"field": "industry", "type": "nominal", "title": null},
        "y": {"field": "output", "type": "quantitative"}
      }
    }
    """
  }

  /// The problems of a chart that cannot be drawn.
  package static func problems(_ text: String, theme: ChartTheme = .almanac) -> [Diagnostic] {
    do {
      _ = try chart(text, theme: theme)
      return []
    } catch let failure as DiagnosticFailure {
      return failure.bag.diagnostics
    } catch {
      return []
    }
  }
}
