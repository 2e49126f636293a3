package import Syntax

/// A template or a report: front matter and blocks. Before binding it holds placeholders, after it values.
package struct Document: Sendable {
  package var frontMatter: FrontMatter
  package var blocks: [Block]
  package var footnotes: [Footnote]

  package init(frontMatter: FrontMatter, blocks: [Block], footnotes: [Footnote] = []) {
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.footnotes = footnotes
  }
}

/// What stands between the `---` lines at the head of a template.
package struct FrontMatter: Sendable {
  /// Inlines, since a title may hold values.
  package var title: [Inline]
  package var subtitle: [Inline]
  package var author: String
  package var publisher: String
  /// BCP 47; `lang`, default `en`.
  package var language: String
  /// One sentence for the file's properties and the cover; may be empty.
  package var description: [Inline]
  package var keywords: [String]
  /// The day of the data, `YYYY-MM-DD` (`as-of`): the date on the cover and the folder's name.
  package var asOf: String
  /// The specification of the picture on the cover (`cover`), from the template's folder; nil for none.
  package var cover: String?
  /// Declared parameters with their defaults.
  package var parameters: [Parameter]

  package init(
    title: [Inline], subtitle: [Inline] = [], author: String = "", publisher: String = "",
    language: String = "en", description: [Inline] = [], keywords: [String] = [], asOf: String,
    cover: String? = nil, parameters: [Parameter] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.author = author
    self.publisher = publisher
    self.language = language
    self.description = description
    self.keywords = keywords
    self.asOf = asOf
    self.cover = cover
    self.parameters = parameters
  }
}

/// A value that the caller may set with `--param`.
package struct Parameter: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case string, integer, number, boolean }

  package var name: String
  package var kind: Kind
  package var defaultValue: JSONNode
  /// The values allowed; empty for any.
  package var allowed: [JSONNode]
  package var span: SourceSpan

  package init(
    name: String, kind: Kind, defaultValue: JSONNode, allowed: [JSONNode] = [], span: SourceSpan
  ) {
    self.name = name
    self.kind = kind
    self.defaultValue = defaultValue
    self.allowed = allowed
    self.span = span
  }
}
