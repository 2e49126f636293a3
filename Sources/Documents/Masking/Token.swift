import Syntax

/// A construct of the dialect that CommonMark does not know, found in the text before cmark reads it.
///
/// Each is replaced by one private-use character that cmark takes for a letter, so that a `*`, `_` or `|`
/// within it cannot become emphasis or a table's cell, and so that it keeps its exact place.
struct Token: Sendable {
  enum Kind: Sendable {
    /// `{{ expression }}`; the range is the expression's.
    case placeholder(Range<Int>)
    /// `{{` without its end on the same paragraph.
    case unclosedPlaceholder
    /// `}}` that closes nothing.
    case strayClose
    /// `{{< name … >}}`; the range is what stands between the angles.
    case shortcode(Range<Int>)
    /// `{#id .class key="v"}`
    case attributes
    /// `@fig-x`, `@tbl-x`, `@sec-x`; the range is the label's.
    case reference(Range<Int>)
    /// `[@source, p. 3; @other]`; the range is what stands between the brackets.
    case citation(Range<Int>)
    /// `@name` that is neither a reference nor within brackets.
    case mention
    /// `[^id]` that is not the head of a definition; the range is the id's.
    case noteReference(Range<Int>)
    /// The id in the head of a definition. Masked, so that two notes of one name are two to cmark: they may
    /// be in two languages.
    case noteHead
    /// `^[`, with which Pandoc begins a note within the line.
    case inlineNote
    /// `\name`, a command of LaTeX.
    case command
    /// A `:::` line; the range is what follows the colons, spaces left out.
    case fence(Range<Int>)
    /// A private-use character that the author wrote.
    case literal
    /// Nothing, beside a run of `*` or `~` that cmark shall take for one that can open and close.
    case joint
    /// A backslash and the `*`, `_` or `~` that means itself.
    case escape

    /// Whether it is written within brackets and stands in the line.
    var opensWithBracket: Bool {
      switch self {
      case .citation, .noteReference: true
      case .placeholder, .unclosedPlaceholder, .strayClose, .shortcode, .attributes, .reference,
        .mention,
        .noteHead, .inlineNote, .command, .fence, .literal, .joint, .escape:
        false
      }
    }
  }

  var kind: Kind
  /// The bytes of the file that the token stands for.
  var range: Range<Int>

  /// The first code points of the two private-use planes, and how many each lends.
  private static let planes: (first: UInt32, second: UInt32, size: Int) = (
    0xF0000, 0x100000, 65_534
  )

  /// How many tokens a file may have.
  static let maximumCount = planes.size * 2

  /// The character that stands for token `index` in the masked text.
  static func scalar(of index: Int) -> Unicode.Scalar? {
    index < planes.size
      ? Unicode.Scalar(planes.first + UInt32(index))
      : Unicode.Scalar(planes.second + UInt32(index - planes.size))
  }

  /// The token's number, where `scalar` stands for one.
  static func index(of scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    if value >= planes.second { return Int(value - planes.second) + planes.size }
    return value >= planes.first ? Int(value - planes.first) : nil
  }
}
