package import Scene

/// Text of one look within a paragraph.
package struct TextSpan: Hashable, Sendable {
  package var text: String
  package var style: TextStyle
  package var paint: Paint
  /// How far the baseline is raised; negative lowers it.
  package var rise: Double
  package var link: LinkTarget?

  package init(
    _ text: String, style: TextStyle, paint: Paint = .solid(.black), rise: Double = 0,
    link: LinkTarget? = nil
  ) {
    self.text = text
    self.style = style
    self.paint = paint
    self.rise = rise
    self.link = link
  }
}

/// Text to be broken into lines.
package struct Paragraph: Hashable, Sendable {
  package enum Alignment: String, Hashable, Sendable, CaseIterable {
    case start, justified, center, end
  }

  package var spans: [TextSpan]
  package var alignment: Alignment
  /// Added before the first line; negative hangs it out to the left of the others.
  package var firstLineIndent: Double
  /// Whether words may be divided; the language of each span says how.
  package var isHyphenated: Bool
  /// How many lines more than the best paragraph has, or fewer where negative, it is to have, if it can without a
  /// line that would look bad (TeX's `\looseness`).
  package var looseness: Int

  package init(
    spans: [TextSpan], alignment: Alignment = .start, firstLineIndent: Double = 0,
    isHyphenated: Bool = false, looseness: Int = 0
  ) {
    self.spans = spans
    self.alignment = alignment
    self.firstLineIndent = firstLineIndent
    self.isHyphenated = isHyphenated
    self.looseness = looseness
  }
}
