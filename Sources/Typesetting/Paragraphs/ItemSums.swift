/// Sums of the items before each, so that the width of any line is a subtraction.
struct ItemSums {
  struct Line {
    var width: Double
    var stretch: Double
    var shrink: Double
  }

  /// What rounding may add up to in the width of a line, in points.
  static let tolerance = 1e-6

  private var sums: [Line]
  /// What hangs of a line that begins with an item, and of one that ends at it.
  private var before: [Double]
  private var after: [Double]
  /// What the width of a line that ends at an item has beside that of its boxes and glue.
  private var hyphens: [Double]
  private var mostAfter = 0.0

  init(_ items: [BreakItem]) {
    sums = []
    sums.reserveCapacity(items.count + 1)
    before = [Double](repeating: 0, count: items.count)
    after = before
    hyphens = before
    var sum = Line(width: 0, stretch: 0, shrink: 0)
    sums.append(sum)
    var last = 0.0
    for (index, item) in items.enumerated() {
      switch item {
      case .box(let width, let hang):
        sum.width += width
        before[index] = hang.before
        last = hang.after
        if last > mostAfter { mostAfter = last }
      case .glue(let width, let stretch, let shrink):
        sum.width += width
        sum.stretch += stretch
        sum.shrink += shrink
        after[index] = last
      case .penalty(let width, _, _):
        hyphens[index] = width
        // A hyphen's width is what does not hang of it.
        if width == 0 { after[index] = last }
      }
      sums.append(sum)
    }
  }

  /// The line of the items from `start` that ends at the break `end`, without what hangs of it.
  func line(from start: Int, to end: Int) -> Line {
    guard start < end else { return Line(width: hyphens[end], stretch: 0, shrink: 0) }
    let (from, to) = (sums[start], sums[end])
    return Line(
      width: to.width - from.width + hyphens[end] - before[start] - after[end],
      stretch: to.stretch - from.stretch, shrink: to.shrink - from.shrink)
  }

  /// What a line that ends at item `index` is longer for it.
  func hyphen(_ index: Int) -> Double { hyphens[index] }

  /// What hangs of the line of the items from `start` that ends at the break `end`, but of its hyphen.
  func hang(from start: Int, to end: Int) -> Hang {
    start < end ? Hang(before: before[start], after: after[end]) : .none
  }

  /// By how much a line that ends later may be narrower than one that ends at `index`.
  func give(after index: Int) -> Double { hyphens[index] + mostAfter - after[index] }
}
