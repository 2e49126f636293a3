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
      let room = measures[breaks.count] + ItemSums.tolerance
      if width > room, candidate != nil, !items[index].isForced,
        width - sums.give(after: index) <= room
      {
        // Too long only for its hyphen, or for want of a sign that hangs.
        index += 1
        continue
      }
      if width > room, let last = candidate {
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
