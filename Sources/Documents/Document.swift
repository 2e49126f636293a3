package import Syntax

/// A template or a report: front matter and blocks. Before binding it holds placeholders, after it values.
package struct Document: Sendable {
  package var frontMatter: FrontMatter
  package var blocks: [Block]
  package var footnotes: [Footnote]
  /// Numbers that the author typed into prose, in the order of the text.
  package var typedNumbers: [TypedNumber]

  package init(
    frontMatter: FrontMatter, blocks: [Block], footnotes: [Footnote] = [],
    typedNumbers: [TypedNumber] = []
  ) {
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.footnotes = footnotes
    self.typedNumbers = typedNumbers
  }
}

/// Digits in prose that no placeholder produced, with the words about them, by which a check tells a
/// year or an ordinal from a figure without a source.
package struct TypedNumber: Sendable, Hashable {
  /// The digits with the points and commas between them, such as `1,080.5`.
  package var text: String
  /// Up to sixteen characters before and after, within the same piece of text.
  package var before: String
  package var after: String
  package var span: SourceSpan

  package init(text: String, before: String, after: String, span: SourceSpan) {
    self.text = text
    self.before = before
    self.after = after
    self.span = span
  }
}

/// What stands between the `---` lines at the head of a template.
package struct FrontMatter: Sendable {
  /// Where title, subtitle, publisher and date stand: on a cover of their own, or in a band at the head
  /// of the first page, as documents of one or two pages have it.
  package enum Opening: String, Sendable, CaseIterable { case cover, band }

  /// Inlines, since a title may hold values.
  package var title: [Inline]
  package var subtitle: [Inline]
  package var author: String
  package var publisher: String
  /// The language that the document is in (BCP 47): the one asked for, or the first of `languages`.
  package var language: String
  /// Where the languages are declared; nil where they are not.
  package var languageSpan: SourceSpan?
  /// What the template can be in, the default first (`languages`, or `lang` for one); default `en` alone.
  package var languages: [String]
  /// One sentence for the file's properties and the cover; may be empty.
  package var description: [Inline]
  package var keywords: [String]
  /// The day of the data, `YYYY-MM-DD` (`as-of`): the date on the cover and the folder's name. Empty where there
  /// is none.
  package var asOf: String
  /// Where the day is written, be it one or not; nil where none is.
  package var asOfSpan: SourceSpan?
  /// How the report begins (`opening`).
  package var opening: Opening
  /// The specification of the picture on the cover (`cover`), from the template's folder; nil for none.
  package var cover: String?
  /// The style's name (`theme`); nil for the default one.
  package var theme: String?
  /// Where the style is named; nil without one.
  package var themeSpan: SourceSpan?
  /// Who draws the document (`renderer`); nil where the template does not say.
  package var renderer: Renderer?
  /// Whether headings of levels 1 to 3 are numbered (`number-sections`).
  package var numbersSections = false
  /// Declared parameters with their defaults.
  package var parameters: [Parameter]
  /// The parameter of which each allowed value gives a document of its own (`for-each`); nil for one
  /// document.
  package var forEach: String?
  /// Named queries over the dataset (`views`): data and transforms in the words of Vega-Lite.
  package var views: [View]
  /// Words for charts and prose in the document's language (`words`), in the order written.
  package var words: [Word]

  package init(
    title: [Inline], subtitle: [Inline] = [], author: String = "", publisher: String = "",
    language: String = "en", languages: [String] = ["en"], description: [Inline] = [],
    keywords: [String] = [], asOf: String, opening: Opening = .cover, cover: String? = nil,
    theme: String? = nil, parameters: [Parameter] = [], views: [View] = [], words: [Word] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.author = author
    self.publisher = publisher
    self.language = language
    self.languages = languages
    self.description = description
    self.keywords = keywords
    self.asOf = asOf
    self.opening = opening
    self.cover = cover
    self.theme = theme
    self.parameters = parameters
    self.views = views
    self.words = words
  }
}

/// A word that a template lends its charts and its prose, by a name that is the same in each language.
package struct Word: Sendable {
  package var name: String
  package var text: String
  package var span: SourceSpan

  package init(name: String, text: String, span: SourceSpan) {
    self.name = name
    self.text = text
    self.span = span
  }
}

/// A query that a template names: an object with `data` and `transform`.
package struct View: Sendable {
  package var name: String
  /// The object; its ranges are those of the template's file.
  package var definition: JSONNode
  package var span: SourceSpan

  package init(name: String, definition: JSONNode, span: SourceSpan) {
    self.name = name
    self.definition = definition
    self.span = span
  }
}

/// A value that the caller may set with `--param`.
package struct Parameter: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case string, integer, number, boolean }

  package var name: String
  package var kind: Kind
  /// Nil for the first of the values allowed.
  package var defaultValue: JSONNode?
  /// The values allowed; empty for any.
  package var allowed: [JSONNode]
  /// An expression over the data that gives the values allowed (`enum: "pluck(editionList, 'id')"`).
  package var allowedList: Placeholder?
  /// The bounds of a number (`min`, `max`), both within; nil for none.
  package var minimum: Double?
  package var maximum: Double?
  package var span: SourceSpan

  package init(
    name: String, kind: Kind, defaultValue: JSONNode?, allowed: [JSONNode] = [],
    allowedList: Placeholder? = nil, minimum: Double? = nil, maximum: Double? = nil,
    span: SourceSpan
  ) {
    self.name = name
    self.kind = kind
    self.defaultValue = defaultValue
    self.allowed = allowed
    self.allowedList = allowedList
    self.minimum = minimum
    self.maximum = maximum
    self.span = span
  }
}
