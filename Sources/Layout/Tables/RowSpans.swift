/// The cells of a table that reach over several rows.
struct RowSpans {
  private struct Span {
    var rows: Range<Int>
    var cell: TableRowSetter.SetCell
    var height: Double
  }

  private var spans: [Span] = []
  /// Indices of `spans` by each row but the first that they reach over.
  private var openSpans: [Int: [Int]] = [:]

  /// Finds the spans of `rows`; where a cell needs more than its rows give, the last of them grows.
  init(_ rows: inout [TableRowSetter.SetRow]) {
    for index in rows.indices {
      for cell in rows[index].cells where cell.rowSpan > 1 {
        let range = index..<min(index + cell.rowSpan, rows.count)
        let missing =
          rows[index].height(of: cell.lines.count) - rows[range].reduce(0) { $0 + $1.height }
        if missing > 0 { rows[range.upperBound - 1].height += missing }
        let height = rows[range].reduce(0) { $0 + $1.height }
        for row in range.dropFirst() { openSpans[row, default: []].append(spans.count) }
        spans.append(Span(rows: range, cell: cell, height: height))
      }
    }
  }

  /// The cells that began above `row` and reach over it, with the rows in which they began.
  func open(at row: Int) -> [(start: Int, cell: TableRowSetter.SetCell)] {
    openSpans[row, default: []].map { (spans[$0].rows.lowerBound, spans[$0].cell) }
  }

  /// Whether a span no taller than `tallest` joins `row` to the one above; taller ones may be divided.
  func reach(over row: Int, tallest: Double) -> Bool {
    openSpans[row, default: []].contains { spans[$0].height <= tallest }
  }

  /// The stretches of columns under which `row` ends in all of its cells.
  func ruledColumns(under row: Int, of count: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for span in openSpans[row + 1, default: []].map({ spans[$0].cell.columns })
      .sorted(by: { $0.lowerBound < $1.lowerBound })
    {
      if span.lowerBound > start { ranges.append(start..<span.lowerBound) }
      start = max(start, span.upperBound)
    }
    if start < count { ranges.append(start..<count) }
    return ranges
  }
}
