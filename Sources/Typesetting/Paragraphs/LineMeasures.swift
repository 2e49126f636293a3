/// The widths of a paragraph's lines.
///
/// Values and not a function of the line: from the last of `first` on all lines are alike, which spares the
/// breaker from telling apart ways that differ only in their number of lines.
package struct LineMeasures: Hashable, Sendable {
  /// Of the first lines, where they differ from the others: beside an initial or a picture.
  package var first: [Double]
  /// Of all further lines.
  package var rest: Double

  package init(first: [Double] = [], rest: Double) {
    self.first = first
    self.rest = rest
  }

  /// The width of a line, counted from 0.
  package subscript(line: Int) -> Double { line < first.count ? first[line] : rest }

  /// These widths without `indent` in the first line; none is less than nothing.
  func indented(by indent: Double) -> LineMeasures {
    var result = self
    if indent != 0 {
      if result.first.isEmpty { result.first = [rest] }
      result.first[0] -= indent
    }
    result.first = result.first.map { max(0, $0) }
    result.rest = max(0, result.rest)
    return result
  }
}
