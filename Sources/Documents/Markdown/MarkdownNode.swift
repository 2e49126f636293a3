/// A node of cmark's tree, as a value.
struct MarkdownNode: Sendable {
  enum Kind: Sendable, Equatable {
    case document
    case quote
    /// The first number, or nil for bullets.
    case list(start: Int?, isTight: Bool)
    case item
    case code(info: String)
    case html
    case paragraph
    case heading(level: Int)
    case thematicBreak
    case noteDefinition
    case table([TableBlock.Alignment])
    case tableRow(isHeader: Bool)
    case tableCell
    case text
    case softBreak
    case lineBreak
    case codeSpan
    case htmlSpan
    case emphasis
    case strong
    case strikethrough
    case link(uri: String, title: String)
    case image(uri: String, title: String)
    case noteReference
    /// `- [ ]`
    case task
    /// Of a type that cmark has and the dialect has not; its name.
    case other(String)
  }

  var kind: Kind
  /// Line and column from 1 in the text given to cmark, counted in bytes; line 0 where cmark keeps none.
  var line: Int
  var column: Int
  var endLine: Int
  var endColumn: Int
  /// The text of text, code and HTML nodes.
  var literal: String
  var children: [MarkdownNode]
  /// Whether what lay deeper was left out.
  var isCut: Bool

  /// What a reader sees of the node as text.
  var plainText: String {
    switch kind {
    case .text, .codeSpan: literal
    case .softBreak, .lineBreak: " "
    default: children.map(\.plainText).joined()
    }
  }
}
