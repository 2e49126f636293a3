extension ParagraphItems {
  /// To divide what should stay together; taken only where it fits in no line.
  private static let emergencyCost = 1000.0

  /// These items with further places to break in what has none and is wider than `limit`: at the no-break
  /// spaces of such a phrase, where such a name may be divided, and between the clusters of such a word.
  func relaxed(to limit: Double, in paragraph: ShapedParagraph) -> ParagraphItems {
    var result = ParagraphItems()
    var start = 0
    for end in items.indices where items.isLegalBreak(end) {
      let isTooWide =
        sums.line(from: items.lineStart(after: start - 1), to: end).width > limit
        + ItemSums.tolerance
      for index in start..<end {
        if isTooWide {
          addRelaxed(
            index, hyphen: sums.hyphen(index + 1), limit: limit, in: paragraph, to: &result)
        } else {
          result.add(items[index], at: clusters[index])
        }
      }
      result.add(items[end], at: clusters[end])
      start = end + 1
    }
    return result.summed()
  }

  /// Adds item `index` of a part that is too wide; `hyphen` is what a break behind it would add.
  private func addRelaxed(
    _ index: Int, hyphen: Double, limit: Double, in paragraph: ShapedParagraph,
    to result: inout ParagraphItems
  ) {
    let position = clusters[index]
    switch items[index] {
    case .box(let width, _) where width + hyphen > limit + ItemSums.tolerance:
      let end = index + 1 < clusters.count ? clusters[index + 1] : paragraph.clusters.count
      for cluster in position..<end {
        if cluster > position {
          result.add(
            .penalty(width: 0, cost: Self.emergencyCost, isFlagged: false), at: cluster)
        }
        result.add(
          .box(
            width: paragraph.clusters[cluster].advance,
            hang: paragraph.hang(of: cluster..<cluster + 1)), at: cluster)
      }
    case .penalty(let width, .infinity, true):
      result.add(.penalty(width: width, cost: Self.hyphenCost, isFlagged: true), at: position)
    case .penalty(_, .infinity, _) where items.isGlue(index + 1) && items[index + 1] != .fill:
      result.add(.penalty(width: 0, cost: Self.emergencyCost, isFlagged: false), at: position)
    case .box, .glue, .penalty:
      result.add(items[index], at: position)
    }
  }
}

extension [BreakItem] {
  fileprivate func isGlue(_ index: Int) -> Bool {
    guard index < count else { return false }
    return switch self[index] {
    case .glue: true
    case .box, .penalty: false
    }
  }
}
