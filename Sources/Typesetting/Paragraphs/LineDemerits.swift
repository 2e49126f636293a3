import Glibc

/// How bad a line is, after TeX (The TeXbook, chapter 14).
struct LineDemerits {
  /// Stretch that the end of each line has beside that of its glue: 0 for justified text, some ems for
  /// ragged. Ragged lines are not told apart as tight or loose.
  var endStretch: Double
  /// The width below which the last line of a paragraph looks lost.
  var leastEnd = 0.0

  /// For each line, whatever it looks like: fewer lines are better.
  static let line = 10.0
  /// For a second line in a row that ends with a hyphen.
  static let consecutiveFlags = 10_000.0
  /// How many lines in a row may end with a hyphen.
  static let mostHyphens = 2
  /// For each line beyond: more than the loosest line has, so that it is a last resort.
  static let tooManyFlags = 1e17
  /// For a hyphen at the end of the line before the last.
  static let finalFlag = 5_000.0
  /// The cost of a last line of no width; of a wider one in proportion to what it lacks.
  static let lostEnd = 2_000.0
  /// For a tight line beside a loose one.
  static let contrast = 10_000.0

  /// How a line was set: a tight one beside a very loose one is seen.
  enum Fitness: Int {
    case tight, decent, loose, veryLoose
  }

  /// How far the glue of a line is stretched (positive) or shrunk (negative) to fill `measure`;
  /// below -1 the line does not fit.
  func ratio(_ line: ItemSums.Line, measure: Double) -> Double {
    let slack = measure - line.width
    if abs(slack) <= ItemSums.tolerance { return 0 }
    if slack > 0 {
      let stretch = line.stretch + endStretch
      // A line that cannot stretch is as bad as one stretched beyond all reason.
      return stretch > 0 ? min(slack / stretch, 100) : 100
    }
    return line.shrink > 0 ? slack / line.shrink : -.infinity
  }

  func fitness(_ ratio: Double) -> Fitness {
    if endStretch > 0 { return .decent }
    if ratio < -0.5 { return .tight }
    if ratio <= 0.5 { return .decent }
    return ratio <= 1 ? .loose : .veryLoose
  }

  /// The demerits of a line that ends at `end`, without what its neighbours add.
  ///
  /// Badness is not capped as in TeX, so that of several bad paragraphs the least bad is found without
  /// further passes.
  func demerits(ratio: Double, width: Double, end: BreakItem) -> Double {
    var badness = 100 * abs(ratio * ratio * ratio)
    if end.isForced, width < leastEnd { badness += Self.lostEnd * (1 - max(0, width) / leastEnd) }
    switch end {
    case .box, .glue: return (Self.line + badness) * (Self.line + badness)
    case .penalty(_, let cost, _):
      if cost == -.infinity { return (Self.line + badness) * (Self.line + badness) }
      if cost < 0 { return (Self.line + badness) * (Self.line + badness) - cost * cost }
      return (Self.line + badness + cost) * (Self.line + badness + cost)
    }
  }

  /// How far a line may be stretched and have no more than `demerits`.
  func loosest(within demerits: Double) -> Double {
    // A little more, for what rounding takes off.
    cbrt(max(0, demerits.squareRoot() - Self.line) / 100) * (1 + 1e-9)
  }

  /// What two lines in a row add.
  func neighbours(_ first: Fitness, _ second: Fitness) -> Double {
    abs(first.rawValue - second.rawValue) > 1 ? Self.contrast : 0
  }

  /// What the hyphens of `count` lines in a row, but no more than `mostHyphens`, add to a line that ends at
  /// `end`.
  func hyphens(before count: Int, end: BreakItem) -> Double {
    guard count > 0 else { return 0 }
    if end.isForced { return Self.finalFlag }
    guard end.isFlagged else { return 0 }
    return count < Self.mostHyphens ? Self.consecutiveFlags : Self.tooManyFlags
  }

  /// The demerits of a whole paragraph broken at `breaks`; nil where a line does not fit.
  func total(of items: [BreakItem], breaks: [Int], measures: LineMeasures) -> Double? {
    let sums = ItemSums(items)
    var sum = 0.0
    var start = 0
    var previous = Fitness.decent
    var hyphens = 0
    for (line, end) in breaks.enumerated() {
      let set = sums.line(from: start, to: end)
      let ratio = ratio(set, measure: measures[line])
      guard ratio >= -1 else { return nil }
      let fitness = fitness(ratio)
      sum += demerits(ratio: ratio, width: set.width, end: items[end])
      sum += neighbours(previous, fitness)
      sum += self.hyphens(before: hyphens, end: items[end])
      hyphens = items[end].isFlagged ? min(hyphens + 1, Self.mostHyphens) : 0
      (previous, start) = (fitness, items.lineStart(after: end))
    }
    return sum
  }
}

extension BreakItem {
  var isFlagged: Bool {
    switch self {
    case .box, .glue: false
    case .penalty(_, _, let isFlagged): isFlagged
    }
  }
}
