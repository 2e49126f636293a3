/// Chooses the ends of all lines together so that the sum of their demerits is least: Knuth and Plass's
/// total fit, as a shortest path over the legal breaks.
package struct OptimalLineBreaker: LineBreaker {
  private let demerits: LineDemerits
  /// As a paragraph has it.
  private let looseness: Int

  /// - Parameters:
  ///   - endStretch: How far the end of a line may stay from the margin without being bad: 0 for justified
  ///     text.
  ///   - leastEnd: The width below which the last line of a paragraph looks lost.
  ///   - looseness: How many lines more or fewer than the best paragraph has are wanted.
  package init(endStretch: Double = 0, leastEnd: Double = 0, looseness: Int = 0) {
    demerits = LineDemerits(endStretch: endStretch, leastEnd: leastEnd)
    self.looseness = looseness
  }

  /// A way to reach a break: the best of those that what follows cannot tell apart.
  private struct Node {
    /// The item at which the last line ended; -1 before the first.
    var end: Int
    /// The first item of the next line.
    var start: Int
    /// How many lines there are so far, as far as that decides the width of the next.
    var line: Int
    var fitness: LineDemerits.Fitness
    /// How many lines in a row end with a hyphen here, as far as that decides the demerits of the next.
    var hyphens: Int
    var demerits: Double
    /// Index of the node that this one continues; -1 for none.
    var previous: Int
  }

  /// How far the lines of a first search may be stretched, and those of a paragraph that is not the best.
  private static let firstTolerance = 2.0

  package func breaks(in items: [BreakItem], measures: LineMeasures) -> [Int] {
    guard !items.isEmpty else { return [] }
    let sums = ItemSums(items)
    let best = best(in: items, sums, measures: measures)
    guard looseness != 0,
      let ends = ends(
        of: items, sums, measures: measures, tolerance: Self.firstTolerance, tellsLinesApart: true)
    else { return best }
    // As near to the lines wanted as there is a way; of those with as many lines the best.
    let wanted = best.count + looseness
    let between = min(best.count, wanted)...max(best.count, wanted)
    let ways = ends.last.filter { between.contains(ends.nodes[$0].line) }
    let chosen = ways.min { first, second in
      let (first, second) = (ends.nodes[first], ends.nodes[second])
      let (near, far) = (abs(first.line - wanted), abs(second.line - wanted))
      return near == far ? first.demerits < second.demerits : near < far
    }
    guard let chosen, ends.nodes[chosen].line != best.count else { return best }
    return path(to: chosen, in: ends.nodes)
  }

  private func best(
    in items: [BreakItem], _ sums: ItemSums, measures: LineMeasures
  ) -> [Int] {
    // Demerits only add up: no line of the best paragraph is looser than one that alone has as many as a
    // paragraph already found. Which leaves next to nothing to look at.
    guard let first = best(of: items, sums, measures: measures, tolerance: Self.firstTolerance)
    else {
      return best(of: items, sums, measures: measures, tolerance: .infinity)?.breaks ?? []
    }
    let bound = demerits.loosest(within: first.demerits)
    if bound <= Self.firstTolerance { return first.breaks }
    return best(of: items, sums, measures: measures, tolerance: bound)?.breaks ?? first.breaks
  }

  /// The best breaks of which no line is stretched beyond `tolerance`; nil where there are none. With a
  /// finite tolerance no line may stick out either.
  private func best(
    of items: [BreakItem], _ sums: ItemSums, measures: LineMeasures, tolerance: Double
  ) -> (breaks: [Int], demerits: Double)? {
    guard
      let ends = ends(
        of: items, sums, measures: measures, tolerance: tolerance, tellsLinesApart: false),
      let last = ends.last.min(by: { ends.nodes[$0].demerits < ends.nodes[$1].demerits })
    else { return nil }
    return (path(to: last, in: ends.nodes), ends.nodes[last].demerits)
  }

  /// The ways to the end of the paragraph, by their last nodes; nil where there are none. Ways of different
  /// numbers of lines are kept apart where the widths of lines or `tellsLinesApart` ask for it.
  private func ends(
    of items: [BreakItem], _ sums: ItemSums, measures: LineMeasures, tolerance: Double,
    tellsLinesApart: Bool
  ) -> (nodes: [Node], last: [Int])? {
    let mostLines = tellsLinesApart ? Int.max : measures.first.count
    var nodes = [
      Node(end: -1, start: 0, line: 0, fitness: .decent, hyphens: 0, demerits: 0, previous: -1)
    ]
    var active = [0]
    var candidates: [Node] = []
    for end in items.indices where items.isLegalBreak(end) {
      candidates.removeAll(keepingCapacity: true)
      let start = items.lineStart(after: end)
      var overfull: (node: Int, excess: Double)?
      var kept = 0
      for index in active {
        let node = nodes[index]
        let line = sums.line(from: node.start, to: end)
        let width = measures[node.line]
        let ratio = demerits.ratio(line, measure: width)
        if ratio < -1 {
          let excess = line.width - line.shrink - width
          if excess < overfull?.excess ?? .infinity { overfull = (index, excess) }
          // Lines only grow, but for the hyphen and what hangs: what is too long without has no use.
          if excess <= sums.give(after: end), !items[end].isForced {
            active[kept] = index
            kept += 1
          }
          continue
        }
        if !items[end].isForced {
          active[kept] = index
          kept += 1
        }
        if ratio > tolerance { continue }
        add(
          continuation(
            of: index, in: nodes, line: line, ends: items[end], end: end, start: start, ratio: ratio
          ),
          countingTo: mostLines, to: &candidates)
      }
      active.removeSubrange(kept...)
      // Nothing fits: the line that sticks out least is let be, as TeX lets its overfull boxes.
      if active.isEmpty, candidates.isEmpty {
        guard tolerance == .infinity, let overfull else { return nil }
        candidates.append(
          continuation(
            of: overfull.node, in: nodes,
            line: sums.line(from: nodes[overfull.node].start, to: end),
            ends: items[end], end: end, start: start, ratio: 0))
      }
      // Whatever comes, a fitness can save no more than one contrast: of ways that go on alike, those
      // that are worse by more and have no fewer hyphens behind them cannot win.
      for candidate in candidates {
        let limit = candidate.demerits - LineDemerits.contrast
        let isHopeless = candidates.contains { rival in
          rival.line == candidate.line && rival.hyphens <= candidate.hyphens
            && rival.demerits < limit
        }
        if isHopeless { continue }
        active.append(nodes.count)
        nodes.append(candidate)
      }
    }
    return (nodes, active)
  }

  private func continuation(
    of index: Int, in nodes: [Node], line: ItemSums.Line, ends item: BreakItem, end: Int,
    start: Int, ratio: Double
  ) -> Node {
    let node = nodes[index]
    let fitness = demerits.fitness(ratio)
    let added =
      demerits.demerits(ratio: ratio, width: line.width, end: item)
      + demerits.neighbours(node.fitness, fitness)
      + demerits.hyphens(before: node.hyphens, end: item)
    return Node(
      end: end, start: start, line: node.line + 1, fitness: fitness,
      hyphens: item.isFlagged ? min(node.hyphens + 1, LineDemerits.mostHyphens) : 0,
      demerits: node.demerits + added, previous: index)
  }

  /// Keeps the better of two ways that cannot be told apart by what follows.
  private func add(_ node: Node, countingTo mostLines: Int, to candidates: inout [Node]) {
    var node = node
    node.line = min(node.line, mostLines)
    let rival = candidates.firstIndex {
      $0.line == node.line && $0.fitness == node.fitness && $0.hyphens == node.hyphens
    }
    guard let rival else {
      candidates.append(node)
      return
    }
    if node.demerits < candidates[rival].demerits { candidates[rival] = node }
  }

  private func path(to last: Int, in nodes: [Node]) -> [Int] {
    var index = last
    var breaks: [Int] = []
    while index >= 0, nodes[index].end >= 0 {
      breaks.append(nodes[index].end)
      index = nodes[index].previous
    }
    return breaks.reversed()
  }
}
