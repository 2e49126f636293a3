/// What a line breaker sees of a paragraph: Knuth and Plass's boxes, glue and penalties
/// ("Breaking Paragraphs into Lines", 1981).
///
/// A line may end at glue that follows a box, and at a penalty less than infinite. Glue and penalties at
/// the beginning of a line vanish.
package enum BreakItem: Hashable, Sendable {
  /// Glyphs that stay together, and what hangs of them at the ends of a line.
  case box(width: Double, hang: Hang = .none)
  /// Space that may grow by `stretch` and lose `shrink`; vanishes at the end of a line.
  case glue(width: Double, stretch: Double, shrink: Double)
  /// A place to break at a `cost`; `width` is added to a line that ends here (a hyphen). Two flagged ends
  /// of line in a row are frowned upon.
  case penalty(width: Double, cost: Double, isFlagged: Bool)

  /// A break that must not be taken.
  static let forbidden = BreakItem.penalty(width: 0, cost: .infinity, isFlagged: false)
  /// A break that must be taken.
  static let forced = BreakItem.penalty(width: 0, cost: -.infinity, isFlagged: false)
  /// Space that fills the rest of a line: far more stretch than any line can ask for, but finite, so that
  /// sums of it stay numbers.
  static let fill = BreakItem.glue(width: 0, stretch: 1e7, shrink: 0)

  var isBox: Bool {
    switch self {
    case .box: true
    case .glue, .penalty: false
    }
  }

  var isForced: Bool {
    switch self {
    case .box, .glue: false
    case .penalty(_, let cost, _): cost == -.infinity
    }
  }

  /// Whether the item vanishes at the beginning of a line.
  var isDiscardable: Bool { !isBox && !isForced }
}

extension [BreakItem] {
  /// Whether a line may end at item `index`.
  func isLegalBreak(_ index: Int) -> Bool {
    switch self[index] {
    case .box: false
    case .glue: index > 0 && self[index - 1].isBox
    case .penalty(_, let cost, _): cost < .infinity
    }
  }

  /// The first item of a line after a break at item `index`.
  func lineStart(after index: Int) -> Int {
    var start = index + 1
    while start < count, self[start].isDiscardable { start += 1 }
    return start
  }
}
