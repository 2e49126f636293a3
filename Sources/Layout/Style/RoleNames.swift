extension StyleSheet.Roles {
  /// A role by the name that style files call it.
  struct Name: Sendable {
    let name: String
    let path: any WritableKeyPath<StyleSheet.Roles, StyleSheet.Role> & Sendable

    init(
      _ name: String, _ path: any WritableKeyPath<StyleSheet.Roles, StyleSheet.Role> & Sendable
    ) {
      (self.name, self.path) = (name, path)
    }
  }

  /// Every role; a test asserts that none is left out.
  static let names: [Name] = [
    .init("contents-section", \.contentsSection),
    .init("contents-entry", \.contentsEntry),
    .init("body", \.body),
    .init("code", \.code),
    .init("lead", \.lead),
    .init("heading-1", \.heading1),
    .init("heading-2", \.heading2),
    .init("heading-3", \.heading3),
    .init("tile-figure", \.tileFigure),
    .init("tile-label", \.tileLabel),
    .init("tile-note", \.tileNote),
    .init("caption-label", \.captionLabel),
    .init("caption-title", \.captionTitle),
    .init("caption-subtitle", \.captionSubtitle),
    .init("source-line", \.sourceLine),
    .init("table-head", \.tableHead),
    .init("table-cell", \.tableCell),
    .init("aside", \.aside),
    .init("callout-title", \.calloutTitle),
    .init("callout-text", \.calloutText),
    .init("running-head", \.runningHead),
    .init("folio", \.folio),
    .init("footnote", \.footnote),
    .init("list-marker", \.listMarker),
    .init("band-title", \.bandTitle),
    .init("band-subtitle", \.bandSubtitle),
    .init("cover-kicker", \.coverKicker),
    .init("cover-title", \.coverTitle),
    .init("cover-subtitle", \.coverSubtitle),
    .init("cover-date", \.coverDate),
    .init("cover-note", \.coverNote),
  ]
}
