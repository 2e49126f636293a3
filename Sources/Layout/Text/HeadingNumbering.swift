/// Numbers headings by their place: "2", "2.1", "2.1.3".
struct HeadingNumbering {
  /// Deeper headings have no number.
  static let deepestLevel = 3

  /// Whether headings are numbered at all.
  let isOn: Bool
  /// The headings that the next one may stand under, the innermost last.
  private var open: [(level: Int, count: Int, isNumbered: Bool)] = []

  init(isOn: Bool) { self.isOn = isOn }

  /// The number of the next heading; nil for one that takes none, stands under one that takes none, or lies
  /// too deep. A heading without a number does not count.
  mutating func next(level: Int, isNumbered: Bool) -> String? {
    while let last = open.last, last.level > level { open.removeLast() }
    if open.last?.level != level { open.append((level, 0, isNumbered)) }
    open[open.count - 1].isNumbered = isNumbered
    if isNumbered { open[open.count - 1].count += 1 }
    guard isOn, level <= Self.deepestLevel, open.allSatisfy(\.isNumbered) else { return nil }
    return open.map { String($0.count) }.joined(separator: ".")
  }
}
