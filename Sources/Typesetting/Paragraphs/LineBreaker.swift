/// A way to choose the ends of lines.
package protocol LineBreaker: Sendable {
  /// The indices of the items at which lines end, ascending; the last is the last item, which must be a
  /// forced break.
  func breaks(in items: [BreakItem], measures: LineMeasures) -> [Int]
}

/// Which breaker sets a paragraph.
package enum LineBreaking: String, Hashable, Sendable {
  /// The best paragraph: Knuth and Plass's total fit.
  case optimal
  /// Each line as full as it will go: first fit.
  case greedy
}

/// Fills each line as far as it will go without shrinking, then begins the next.
package struct GreedyLineBreaker: LineBreaker {
  package init() {}

  package func breaks(in items: [BreakItem], measures: LineMeasures) -> [Int] {
    let sums = ItemSums(items)
    var breaks: [Int] = []
    var start = 0
    var candidate: Int?
    var index = 0
    while index < items.count {
      guard items.isLegalBreak(index) else {
        index += 1
        continue
      }
      let width = sums.line(from: start, to: index).width
      if width > measures[breaks.count] + ItemSums.tolerance, let last = candidate {
        breaks.append(last)
        start = items.lineStart(after: last)
        candidate = nil
        index = max(start, last + 1)
        continue
      }
      candidate = index
      if items[index].isForced {
        breaks.append(index)
        start = items.lineStart(after: index)
        candidate = nil
      }
      index += 1
    }
    return breaks
  }
}

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
  private let items: [BreakItem]

  init(_ items: [BreakItem]) {
    self.items = items
    sums = []
    sums.reserveCapacity(items.count + 1)
    var sum = Line(width: 0, stretch: 0, shrink: 0)
    sums.append(sum)
    for item in items {
      switch item {
      case .box(let width): sum.width += width
      case .glue(let width, let stretch, let shrink):
        sum.width += width
        sum.stretch += stretch
        sum.shrink += shrink
      case .penalty: break
      }
      sums.append(sum)
    }
  }

  /// The line of the items from `start` that ends at the break `end`.
  func line(from start: Int, to end: Int) -> Line {
    guard start < end else { return Line(width: hyphen(end), stretch: 0, shrink: 0) }
    let (from, to) = (sums[start], sums[end])
    return Line(
      width: to.width - from.width + hyphen(end), stretch: to.stretch - from.stretch,
      shrink: to.shrink - from.shrink)
  }

  /// What a line that ends at item `index` is longer for it.
  func hyphen(_ index: Int) -> Double {
    switch items[index] {
    case .box, .glue: 0
    case .penalty(let width, _, _): width
    }
  }
}
