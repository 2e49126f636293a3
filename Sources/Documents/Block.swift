package import Syntax

/// A part of a document that stands on its own lines.
package struct Block: Sendable {
  package indirect enum Kind: Sendable {
    /// Level from 1.
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case list(ListBlock)
    case quote([Block])
    case code(String)
    case figure(FigureBlock)
    case table(TableBlock)
    /// `::: {.class …}`: what it means is in its class.
    case division(Division)
    case pageBreak
    case thematicBreak
  }

  package var kind: Kind
  /// `{#sec-method}`: the label that references name; nil without one.
  package var label: String?
  /// Where the label is written; nil for a block that was made, not read.
  package var labelSpan: SourceSpan?
  /// Classes written in the block's attributes, such as `unnumbered`.
  package var classes: [String]
  /// What a section cannot do without (`needs` of its heading): where it comes to nothing, all down to the
  /// next heading of the same level or a higher one is left out when values are bound.
  package var needs: Placeholder?
  /// Of a paragraph: how many lines more it is to have than looks best, or fewer where negative.
  package var looseness = 0
  package var span: SourceSpan

  package init(
    _ kind: Kind, label: String? = nil, labelSpan: SourceSpan? = nil, classes: [String] = [],
    span: SourceSpan
  ) {
    self.kind = kind
    self.label = label
    self.labelSpan = labelSpan
    self.classes = classes
    self.span = span
  }
}

/// Bulleted or numbered items.
package struct ListBlock: Sendable {
  /// The first number, or nil for bullets.
  package var start: Int?
  package var isTight: Bool
  package var items: [[Block]]

  package init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A `{chart}` block or a picture from a file, with the words about it.
package struct FigureBlock: Sendable {
  package enum Content: Sendable { case chart, image }

  /// Where a chart appears beside the report (`publish`).
  package enum Publication: String, Sendable, CaseIterable {
    /// On its page alone.
    case page
    /// Also on its own, for the web.
    case web
    /// Also in the shape that social networks show.
    case everywhere
  }

  /// What the file at `spec` is; default a chart's specification.
  package var content = Content.chart
  /// The path of the specification or the picture, from the template's folder.
  package var spec: String
  package var specSpan: SourceSpan
  /// The finding, one sentence (`fig-cap`).
  package var caption: [Inline]
  /// Measure, unit, place and period (`fig-subcap`).
  package var subtitle: [Inline]
  /// A note under the picture (`fig-note`); may be empty.
  package var note: [Inline]
  /// Words that stand for the picture (`fig-alt`); nil for `auto`: made from the data.
  package var alternative: [Inline]?
  /// Ids of the sources of what is drawn, filled in when the chart's data are known.
  package var sources: [String]
  /// Where else the chart appears; default everywhere.
  package var publication = Publication.everywhere

  package init(
    spec: String, specSpan: SourceSpan, caption: [Inline], subtitle: [Inline] = [],
    note: [Inline] = [], alternative: [Inline]? = nil, sources: [String] = []
  ) {
    self.spec = spec
    self.specSpan = specSpan
    self.caption = caption
    self.subtitle = subtitle
    self.note = note
    self.alternative = alternative
    self.sources = sources
  }
}

/// A fenced `:::` region. Its kind is its first class.
package struct Division: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A row of key figures; holds `tile` divisions.
    case tiles
    /// A key figure: its first paragraph is the figure, the others say what it is.
    case tile
    case note = "callout-note"
    case tip = "callout-tip"
    case important = "callout-important"
    case warning = "callout-warning"
    case caution = "callout-caution"
    /// Text that opens a section, larger than the body.
    case lead
    /// Text in columns side by side; `cols` says how many, default 2.
    case columns
    /// Blocks on pages turned to the side, for wide tables.
    case landscape
    /// The list of headings with their pages, made by the tool.
    case contents
    /// The list of figures with their pages, made by the tool.
    case figures
    /// The list of tables with their pages, made by the tool.
    case tables
    /// A short remark in the side column, beside what follows.
    case aside
    /// The numbered list of sources, made by the tool.
    case sources
    /// The table of every figure used with its way to the source, made by the tool.
    case annex
    /// Repeated for each item of `each`; expanded when values are bound.
    case each = "for"
    /// Kept where `test` holds; resolved when values are bound.
    case when
  }

  package var kind: Kind
  /// What a callout is headed with (`title`); empty for the kind's own word.
  package var title: [Inline]
  package var attributes: [Attribute]
  package var blocks: [Block]

  package init(kind: Kind, title: [Inline] = [], attributes: [Attribute] = [], blocks: [Block]) {
    self.kind = kind
    self.title = title
    self.attributes = attributes
    self.blocks = blocks
  }
}

/// `name="value"` in braces.
package struct Attribute: Sendable {
  package var name: String
  package var value: String
  /// Where the value stands, without its quotes.
  package var span: SourceSpan

  package init(name: String, value: String, span: SourceSpan) {
    self.name = name
    self.value = value
    self.span = span
  }
}

/// A footnote's text, by the id that refers to it.
package struct Footnote: Sendable {
  package var id: String
  package var blocks: [Block]
  package var span: SourceSpan

  package init(id: String, blocks: [Block], span: SourceSpan) {
    self.id = id
    self.blocks = blocks
    self.span = span
  }
}
