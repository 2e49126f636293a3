package import Syntax

/// Text and what stands inside a line of it.
package indirect enum Inline: Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  case link(uri: String, [Inline])
  /// `@fig-growth`, `@tbl-targets`, `[@sec-method, page]`.
  case reference(Reference)
  /// `[@source]`, `[@source, p. 3]`.
  case citation(Citation)
  /// `[^note]`
  case noteReference(id: String, span: SourceSpan)
  /// `{{ expression | function }}`, before binding.
  case placeholder(Placeholder)
  /// A value of the data, after binding.
  case value(BoundValue)
  /// The end of a source line within a paragraph.
  case softBreak
  case lineBreak
}

/// A mention of a figure, table or section by its label.
package struct Reference: Sendable {
  /// What is printed of the thing mentioned.
  package enum Form: Sendable {
    /// "Figure 2"
    case name
    /// `[@fig-growth, page]`: "page 7"
    case page
    /// The pages on which a source is cited, for the list of sources; no author writes it.
    case citingPages
  }

  package var label: String
  package var form: Form
  package var span: SourceSpan

  package init(label: String, form: Form = .name, span: SourceSpan) {
    self.label = label
    self.form = form
    self.span = span
  }
}

/// A mention of a source by its id.
package struct Citation: Sendable {
  package var source: String
  /// Where in the source, as written after the comma; empty if nowhere in particular.
  package var locator: String
  package var span: SourceSpan

  package init(source: String, locator: String = "", span: SourceSpan) {
    self.source = source
    self.locator = locator
    self.span = span
  }
}

/// An expression to be replaced by its value. Expanded on the tree, never as text: a value cannot
/// change the structure around it.
package struct Placeholder: Sendable {
  /// The text between the braces.
  package var expression: String
  /// Where the expression stands, without the braces.
  package var span: SourceSpan

  package init(expression: String, span: SourceSpan) {
    self.expression = expression
    self.span = span
  }
}

/// What a placeholder came to.
package struct BoundValue: Sendable {
  package var text: String
  /// Ids of the facts that the value was read or worked out from, in order of use.
  package var facts: [String]
  package var span: SourceSpan

  package init(text: String, facts: [String], span: SourceSpan) {
    self.text = text
    self.facts = facts
    self.span = span
  }
}

extension [Inline] {
  /// The words alone, for bookmarks, running heads and alternative texts.
  package var plainText: String { map(\.plainText).joined() }
}

extension Inline {
  /// The words of an inline without their look.
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inner), .strong(let inner), .link(_, let inner): inner.plainText
    case .value(let value): value.text
    case .placeholder(let placeholder): placeholder.expression
    case .softBreak, .lineBreak: " "
    case .reference, .citation, .noteReference: ""
    }
  }
}
