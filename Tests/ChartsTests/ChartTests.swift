import Charts
import Scene
import Syntax
import Tables
import Testing

/// What callers ask of a chart beside its specification.
@Suite struct ChartTests {
  @Test(arguments: [240.0, 400, 611.5])
  func aChartFillsTheWidthAskedFor(width: Double) throws {
    let chart = try ChartSamples.chart(ChartSamples.bars(), width: width)
    #expect(chart.frame.size.width == width)
  }

  /// The view of a discrete axis has its size from steps: they grow with the size that is asked for.
  @Test func stepsFillTheWidthAskedFor() throws {
    let chart = try ChartSamples.chart(
      ChartSamples.bars(#"{"width": {"step": 20}}"#), width: 400)
    let widths = chart.frame.items(in: "mark-rect", "role-mark").compactMap { item -> Double? in
      guard case .shape(let shape) = item, case .rect(let rect) = shape.geometry else { return nil }
      return rect.width
    }
    #expect(widths.count == 2)
    #expect(widths.allSatisfy { $0 > 100 })
  }

  @Test(arguments: ["facet-in-columns", "concat-shares-a-legend", "facet-wrapped"])
  func viewsBesideEachOtherFillTheWidthTogether(name: String) throws {
    let chart = try ChartSamples.chart(try ChartSamples.text(of: name), width: 640)
    #expect(chart.frame.size.width == 640)
    let reach = chart.frame.groups.compactMap { group -> Double? in
      group.items.lazy.compactMap { item -> Double? in
        if case .shape(let shape) = item, case .rect(let rect) = shape.geometry,
          shape.semantics?.classes.contains("background") ?? false
        {
          rect.width
        } else {
          nil
        }
      }.first
    }
    #expect((reach.max() ?? 0) > 200)
  }

  @Test func aTitleCanBeTakenAway() throws {
    let spec = ChartSamples.bars(#"{"title": "Sales"}"#)
    #expect(try ChartSamples.chart(spec).frame.texts(in: "role-title-text") == ["Sales"])
    let without = try ChartSamples.chart(spec, title: .some(.none))
    #expect(without.frame.texts(in: "role-title-text").isEmpty)
    #expect(without.title == "Sales")
  }

  @Test func aTitleCanBePutOver() throws {
    let chart = try ChartSamples.chart(
      ChartSamples.bars(), title: .text(title: "Output rises", subtitle: "index"))
    #expect(chart.frame.texts(in: "role-title") == ["Output rises", "index"])
  }

  @Test func theAlternativeIsTheDescriptionOrASentence() throws {
    let written = try ChartSamples.chart(ChartSamples.bars(#"{"description": "Two bars."}"#))
    #expect(written.alternative == "Two bars.")
    let extended = try ChartSamples.chart(
      ChartSamples.bars(#"{"description": "x", "usermeta": {"almanac": {"alt": "Bars."}}}"#))
    #expect(extended.alternative == "Bars.")
    let made = try ChartSamples.chart(ChartSamples.bars())
    #expect(made.alternative == "Bar chart of b by a. From a: A; b: 28 to a: B; b: 55.")
  }

  @Test func marksCarryTheirValuesForReaders() throws {
    let bars = try ChartSamples.chart(ChartSamples.bars()).frame.items(in: "mark-rect", "role-mark")
    let labels = bars.compactMap { item -> String? in
      if case .shape(let shape) = item { shape.semantics?.label } else { nil }
    }
    #expect(labels == ["a: A; b: 28", "a: B; b: 55"])
  }

  @Test func theDrawnRowsAreHandedOn() throws {
    let chart = try ChartSamples.chart(
      ChartSamples.bars(#"{"transform": [{"filter": "datum.b > 30"}]}"#))
    #expect(chart.drawn.map(\.rowCount) == [1])
  }
}
