import Charts
import Scene
import TestSupport
import Testing

/// Legends of many names, long names and little room: none lost, none outside the chart, none over another,
/// and never the plot given up for them.
@Suite struct LegendSweepTests {
  struct Sweep: Sendable, CustomTestStringConvertible {
    var count: Int
    var words: Int
    var width: Double
    var orient: String
    var mark: String { count % 2 == 0 ? "line" : "circle" }
    var testDescription: String { "\(count) of \(words) words at \(orient) in \(width)" }
  }

  static let sweeps: [Sweep] = [2, 4, 9, 17, 40].flatMap { count in
    [1, 2, 3, 7].flatMap { words in
      [240.0, 360, 483, 611.5, 644].flatMap { width in
        ["top", "bottom"].map { Sweep(count: count, words: words, width: width, orient: $0) }
      }
    }
  }

  private static let words = [
    "Manufacture", "of", "basic", "pharmaceutical", "products", "and", "preparations",
  ]

  private static func name(_ index: Int, _ sweep: Sweep) -> String {
    (words.prefix(sweep.words) + ["\(index)"]).joined(separator: " ")
  }

  @Test(arguments: sweeps)
  func namesStandInTheRoomThereIs(sweep: Sweep) throws {
    let rows = (0..<sweep.count).map { index in
      #"{"x": \#(index % 3), "y": \#(index), "k": "\#(Self.name(index, sweep))"}"#
    }
    let chart = try ChartSamples.chart(
      """
      {"data": {"values": [\(rows.joined(separator: ","))]}, "mark": "\(sweep.mark)", "encoding": {
        "x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"},
        "color": {"field": "k", "type": "nominal", "legend": {"orient": "\(sweep.orient)"}}}}
      """, theme: .almanac, width: sweep.width)
    let labels = LegendText.all(in: chart.frame)
    let expected = (0..<sweep.count).map { Self.name($0, sweep) }
    #expect(labels.map(\.text).sorted() == expected.sorted())
    let sheet = chart.frame.size
    for label in labels {
      #expect(label.box.minX >= -0.5 && label.box.maxX <= sheet.width + 0.5, "\(label)")
      #expect(label.box.minY >= -0.5 && label.box.maxY <= sheet.height + 0.5, "\(label)")
    }
    for (index, label) in labels.enumerated() {
      for other in labels[..<index] { #expect(!label.overlaps(other), "\(label) over \(other)") }
    }
    let plot = chart.frame.items(in: "role-mark").count
    #expect(plot > 0)
    #expect(sheet.width == sweep.width)
  }
}

/// A name of a legend and the box of its ink, nearly.
struct LegendText: CustomStringConvertible {
  var text: String
  var box: Rect
  var description: String { "\(text) at \(box)" }

  func overlaps(_ other: LegendText) -> Bool {
    box.minX < other.box.maxX - 0.5 && other.box.minX < box.maxX - 0.5
      && box.minY < other.box.maxY - 0.5 && other.box.minY < box.maxY - 0.5
  }

  /// The names of all legends of a frame, lines joined by spaces.
  static func all(in frame: Frame) -> [LegendText] {
    texts(frame.items, .identity, isLabel: false)
  }

  private static func texts(
    _ items: [FrameItem], _ transform: Transform, isLabel: Bool
  ) -> [LegendText] {
    items.flatMap { item -> [LegendText] in
      switch item {
      case .group(let group):
        let isLabel =
          isLabel || group.semantics?.classes.contains("role-legend-label") ?? false
        return texts(group.items, transform.concatenating(group.transform), isLabel: isLabel)
      case .text(let text) where isLabel:
        let width = text.lines.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 0
        let size = text.lines.first?.first?.size ?? 0
        let origin = transform.apply(text.origin)
        let height = size + text.lineHeight * Double(text.lines.count - 1)
        return [
          LegendText(
            text: text.lines.map { $0.map(\.text).joined() }.joined(separator: " "),
            box: Rect(
              x: origin.x - width * text.anchor.share, y: origin.y - 0.8 * size, width: width,
              height: height))
        ]
      case .text, .shape, .image, .destination: return []
      }
    }
  }
}
