import Scene
import Typesetting

extension StyleSheet {
  /// For readers who need larger letters: A4, 12/17 pt on a 17 pt grid, ragged right without hyphens,
  /// no role below 9.5 pt, no pale greys.
  package static let clearPrint: StyleSheet = {
    var palette = Palette.house
    palette.muted = Color(rgb: 0x39444B)
    palette.rule = Color(rgb: 0x8C999F)
    let (accent, muted, tabular) = (palette.accent, palette.muted, Role.tabular)
    return StyleSheet(
      page: PageGeometry(
        size: Size(width: 595.276, height: 841.89), top: 84, bottom: 77.89, left: 56, right: 56),
      gridStep: 17, sideColumn: 119, gutter: 21, palette: palette,
      roles: Roles(
        contentsSection: .sans(12, 17, 12.75, weight: 700, color: accent, features: tabular),
        contentsEntry: .sans(12, 17, 12.75, features: tabular),
        body: .serif(12, 17, 12.75),
        lead: .serif(14.5, 22, 16, color: accent),
        heading1: .sans(28, 34, 29.5, color: accent),
        heading2: .sans(12, 17, 12.75, weight: 700, color: accent),
        heading3: .sans(12, 17, 12.75, weight: 700),
        tileFigure: .sans(30, 36, 28.5, color: accent, features: "lnum=1"),
        tileLabel: .sans(10.5, 14, 11, weight: 700),
        tileNote: .sans(10, 13.5, 10.5, color: muted),
        captionLabel: .sans(10, 17, 12.75, weight: 700, color: accent, tracking: 0.4),
        captionTitle: .sans(13.5, 17, 12.75, weight: 700),
        captionSubtitle: .sans(10.5, 17, 12.75, color: muted),
        sourceLine: .sans(10, 13.5, 10.5, color: muted),
        tableHead: .sans(10.5, 13.5, 10.5, weight: 700, color: accent),
        tableCell: .sans(11, 14.5, 11.25, features: tabular),
        aside: .sans(10, 13.5, 10.5, color: muted),
        calloutTitle: .sans(11.5, 17, 12.75, weight: 700, color: accent),
        calloutText: .sans(11.5, 17, 12.75),
        runningHead: .sans(9.5, 13, 10, color: muted),
        folio: .sans(10.5, 13, 10, weight: 700, color: accent, features: tabular),
        footnote: .serif(10.5, 14.5, 11),
        listMarker: .sans(12, 17, 12.75, weight: 700, color: accent, features: "lnum=1"),
        coverKicker: .sans(11, 17, 12.75, weight: 700, color: .white, tracking: 1.2),
        coverTitle: .sans(40, 46, 38, color: .white),
        coverSubtitle: .sans(17, 24, 18, color: .white),
        coverDate: .sans(13, 17, 12.75, weight: 700, color: accent),
        coverNote: .sans(10.5, 15, 11.5, color: muted)))
  }()
}
