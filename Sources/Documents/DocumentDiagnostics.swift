package import Syntax

/// The problems that a template can have, and their wording.
package enum DocumentDiagnostics {
  package static let textEncoding = DiagnosticID("text-encoding")
  package static let frontMatter = DiagnosticID("front-matter")
  package static let unknownLanguage = DiagnosticID("unknown-language")
  package static let missingLanguage = DiagnosticID("missing-language")
  package static let parameterDefault = DiagnosticID("parameter-default")
  package static let forEach = DiagnosticID("for-each")
  package static let placeholderForm = DiagnosticID("placeholder-form")
  package static let placeholderPlace = DiagnosticID("placeholder-place")
  package static let divisionForm = DiagnosticID("division-form")
  package static let unclosedDivision = DiagnosticID("unclosed-division")
  package static let unknownClass = DiagnosticID("unknown-class")
  package static let attributeForm = DiagnosticID("attribute-form")
  package static let unknownAttribute = DiagnosticID("unknown-attribute")
  package static let attributeValue = DiagnosticID("attribute-value")
  package static let unsupportedMarkup = DiagnosticID("unsupported-markup")
  package static let headingDepth = DiagnosticID("heading-depth")
  package static let emptyHeading = DiagnosticID("empty-heading")
  package static let documentNesting = DiagnosticID("document-nesting")
  package static let labelForm = DiagnosticID("label-form")
  package static let unknownBlock = DiagnosticID("unknown-block")
  package static let blockForm = DiagnosticID("block-form")
  package static let cellSpan = DiagnosticID("cell-span")
  package static let surplusCell = DiagnosticID("surplus-cell")
  package static let emptyText = DiagnosticID("empty-text")
  package static let strayDelimiter = DiagnosticID("stray-delimiter")
  package static let shortcode = DiagnosticID("shortcode")
  package static let imageForm = DiagnosticID("image-form")
  package static let include = DiagnosticID("include")
  package static let citationForm = DiagnosticID("citation-form")
  package static let undefinedFootnote = DiagnosticID("undefined-footnote")
  package static let duplicateFootnote = DiagnosticID("duplicate-footnote")
  package static let unusedFootnote = DiagnosticID("unused-footnote")
  package static let loopForm = DiagnosticID("loop-form")
  package static let sectionLeftOut = DiagnosticID("section-left-out")
  package static let unprintableValue = DiagnosticID("unprintable-value")
  package static let lateValue = DiagnosticID("late-value")
  package static let duplicateLabel = DiagnosticID("duplicate-label")
  package static let undefinedLabel = DiagnosticID("undefined-label")
  package static let unmentionedLabel = DiagnosticID("unmentioned-label")
  package static let undefinedSource = DiagnosticID("undefined-source")
  package static let unsourcedDigits = DiagnosticID("unsourced-digits")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [
    textEncoding, frontMatter, unknownLanguage, missingLanguage, parameterDefault, forEach,
    placeholderForm,
    placeholderPlace,
    divisionForm, unclosedDivision, unknownClass, attributeForm, unknownAttribute, attributeValue,
    unsupportedMarkup, headingDepth, emptyHeading, documentNesting, labelForm, unknownBlock,
    blockForm,
    cellSpan, surplusCell, emptyText, strayDelimiter, shortcode, imageForm, include, citationForm,
    undefinedFootnote, duplicateFootnote,
    unusedFootnote, loopForm,
    sectionLeftOut, unprintableValue, lateValue, duplicateLabel, undefinedLabel, unmentionedLabel,
    undefinedSource,
    unsourcedDigits,
  ]

  // MARK: The file

  static func invalidText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      textEncoding, at: span, "a byte that is not text", expected: "UTF-8",
      hints: ["save the file as UTF-8"])
  }

  static func nesting(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      documentNesting, at: span, "lists, quotes or divisions are nested too deeply",
      expected: "at most \(limit) levels")
  }

  // MARK: Front matter

  static func noFrontMatter(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      frontMatter, at: span, "the template has no front matter",
      expected: "`---` on the first line, then `title: …`, then `---`")
  }

  static func unclosedFrontMatter(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      frontMatter, at: span, "the front matter does not end",
      expected: "a line `---` after its last key")
  }

  static func placeholderInKey(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      placeholderPlace, at: span, "a placeholder cannot stand in `\(name)`",
      expected: "text as it is")
  }

  static func date(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      frontMatter, at: span, "`\(text)` is not a day", expected: "a day as YYYY-MM-DD")
  }

  static func coverWithoutCover(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      frontMatter, at: span, "a picture for the cover of a report that opens with a band",
      expected: "`opening: cover`, or no `cover`")
  }

  static func views(kind: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      frontMatter, at: span, "`views` is \(kind)", expected: "an object of views by their names")
  }

  static func parameterDefault(
    _ name: String, expected: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      parameterDefault, at: span, "the default of parameter `\(name)` is not one it may have",
      expected: expected)
  }

  static func forEach(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      forEach, at: span, "`\(name)` is no parameter whose values are listed",
      expected: "a parameter with `enum`", hints: nearestNameHints(to: name, among: known))
  }

  // MARK: Placeholders

  static func unclosedPlaceholder(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      placeholderForm, at: span, "the placeholder does not end",
      expected: "`}}` within the same paragraph", hints: ["for the braces themselves write `\\{{`"])
  }

  static func strayPlaceholderEnd(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      placeholderForm, at: span, "`}}` closes no placeholder", expected: "`{{` before it",
      hints: ["for the braces themselves write `\\}}`"])
  }

  static func placeholderInLink(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      placeholderPlace, at: span, "a placeholder cannot stand in a link's target",
      expected: "a target as it is", hints: ["put the placeholder in the link's text"])
  }

  // MARK: Blocks

  static func unsupported(
    _ what: String, instead: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      unsupportedMarkup, at: span, "\(what) is not part of the dialect", expected: instead)
  }

  static func emptyHeading(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      emptyHeading, at: span, "the heading has no words", expected: "words after the `#`",
      hints: ["a section that comes and goes with its data has `{needs=\"…\"}`"])
  }

  static func headingDepth(_ level: Int, limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      headingDepth, at: span, "a heading of level \(level)", expected: "levels 1 to \(limit)")
  }

  static func unknownCallout(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      unknownClass, at: span, "there is no callout `[!\(name)]`",
      expected: "one of " + known.map { "`[!\($0)]`" }.joined(separator: ", "),
      hints: nearestNameHints(to: name, among: known).filter { $0.hasPrefix("did") })
  }

  static func unknownBlock(_ info: String, at span: SourceSpan) -> Diagnostic {
    let name = String(info.dropFirst().dropLast())
    return Diagnostic(
      unknownBlock, at: span, "there is no block `\(info)`", expected: "`{chart}` or `{table}`",
      hints: nearestName(to: name, among: ["chart", "table"]).map { ["did you mean `{\($0)}`?"] }
        ?? ["for code of a language write its name without braces"])
  }

  static func indentedBlock(_ info: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      blockForm, at: span, "`\(info)` within a list, a quotation or a footnote",
      expected: "the block at the margin")
  }

  static func blockBody(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      blockForm, at: span, "the block holds more than options", expected: "`#| key: value` lines")
  }

  static func unknownShortcode(_ name: String, at span: SourceSpan) -> Diagnostic {
    let values = ["fact", "val", "var", "meta", "param"].contains(name)
    return Diagnostic(
      shortcode, at: span, "there is no shortcode `\(name)`",
      expected: "`{{< pagebreak >}}` or `{{< include file.md >}}`",
      hints: values ? ["a value is printed by `{{ name }}`"] : [])
  }

  static func shortcodeArguments(
    _ name: String, expected: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      shortcode, at: span, "`\(name)` has arguments that it does not take", expected: expected)
  }

  static func shortcodeWithinText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      shortcode, at: span, "a shortcode within a paragraph",
      expected: "the shortcode as a paragraph of its own", hints: ["put empty lines about it"])
  }

  static func nothingToJoin(_ sign: String, _ where: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      cellSpan, at: span, "`\(sign)` joins a cell to one \(`where`), and there is none",
      expected: "`\(sign)` in another cell",
      hints: ["for the sign itself write `{{ '\(sign)' }}`"])
  }

  static func spanShape(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      cellSpan, at: span, "the cell and those that are joined to it are no rectangle",
      expected: "`^` or `<` in every cell that it reaches over")
  }

  static func surplusCell(columns: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      surplusCell, at: span,
      "the row has a cell more than the table has columns",
      expected: "\(columns) cell\(columns == 1 ? "" : "s")",
      hints: ["give the table another column, or write a bar within a cell as `\\|`"])
  }

  // MARK: Text

  static func emptyText(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      emptyText, at: span, "\(what) says nothing", expected: "words that a reader can read or hear")
  }

  static func strayDelimiter(_ signs: String, at span: SourceSpan) -> Diagnostic {
    let escaped = signs.map { "\\\($0)" }.joined()
    return Diagnostic(
      strayDelimiter, at: span, "`\(signs)` begins or ends no emphasis and would be printed",
      expected: "`\(signs)` right before the first and right after the last sign of the words",
      hints: ["for the signs themselves write `\(escaped)`"])
  }

  static func delimiterWithinWord(_ signs: String, at span: SourceSpan) -> Diagnostic {
    let escaped = signs.map { "\\\($0)" }.joined()
    return Diagnostic(
      strayDelimiter, at: span, "`\(signs)` begins emphasis within a word and ends it in another",
      expected: "`\(signs)` right before the first sign of a word",
      hints: ["for the signs themselves write `\(escaped)`"])
  }

  // MARK: Pictures and included files

  static func imagePath(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      imageForm, at: span, "`\(path)` is not the path of a picture",
      expected: "a file in the template's folder, such as `pictures/map.png`")
  }

  static func noLabel(at span: SourceSpan) -> Diagnostic {
    Diagnostic(imageForm, at: span, "the picture has no label", expected: "`{#fig-…}` after it")
  }

  static func includeOutside(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      include, at: span, "`\(path)` leads out of the workspace",
      expected: "a path from the file that it is written in, with `/`")
  }

  static func includeCycle(_ paths: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      include, at: span, "the file includes itself",
      hints: [paths.map { "`\($0)`" }.joined(separator: " includes ")])
  }

  static func includeLimit(depth: Int, count: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      include, at: span, "too many files are included",
      expected: "at most \(depth) within each other and \(count) in all")
  }

  static func includeUnavailable(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      include, at: span, "`\(path)` cannot be included here", expected: "its text in this file")
  }

  static func includedFrontMatter(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      frontMatter, at: span, "an included file has no front matter of its own",
      expected: "its keys in the template that includes it")
  }

  // MARK: Citations and notes

  static func citation(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      citationForm, at: span, "`\(text)` is not a citation",
      expected: "`@source`, or `@source, p. 3`")
  }

  static func referenceForm(
    _ locator: String, label: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      citationForm, at: span, "`\(locator)` says nothing of a part of the report",
      expected: "`@\(label)` for its name, or `[@\(label), page]` for its page",
      hints: nearestName(to: locator, among: ["page"]).map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func bareMention(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      citationForm, at: span, "`@\(name)` is neither a reference nor a citation",
      expected:
        "`[@\(name)]` for a source; `@fig-…`, `@tbl-…` or `@sec-…` for a part of the report",
      hints: ["for the sign itself write `\\@`"])
  }

  static func undefinedFootnote(
    _ id: String, known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      undefinedFootnote, at: span, "there is no footnote `\(id)`",
      expected: "a paragraph `[^\(id)]: …`", hints: nearestNameHints(to: id, among: known))
  }

  static func duplicateFootnote(
    _ id: String, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      duplicateFootnote, at: span, "the footnote `\(id)` is defined twice",
      expected: "one definition", notes: [.init("first defined here", at: first)])
  }

  static func unusedFootnote(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      unusedFootnote, severity: .warning, at: span, "nothing refers to the footnote `\(id)`",
      expected: "`[^\(id)]` in the text")
  }
}
