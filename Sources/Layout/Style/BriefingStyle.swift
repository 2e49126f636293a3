import Scene
import Typesetting

extension StyleSheet {
  /// The house style: A4, 10/14 pt serif on a 14 pt grid, a sans serif for all that is not prose.
  package static let briefing = briefing(palette: .house, faces: .house)

  /// The house style in other colours and faces.
  static func briefing(palette: Palette, faces: Faces) -> StyleSheet {
    let (ink, accent, muted) = (palette.ink, palette.accent, palette.muted)
    let tabular = Role.tabular
    func serif(
      _ size: Double, _ leading: Double, _ baseline: Double, color: Color = ink,
      alignment: Paragraph.Alignment = .start
    ) -> Role {
      Role(
        text: TextStyle(font: FontDescription(families: faces.prose), size: size),
        leading: leading, baseline: baseline, color: color, alignment: alignment)
    }
    func sans(
      _ size: Double, _ leading: Double, _ baseline: Double, weight: Int = 400, color: Color = ink,
      features: String = "", tracking: Double = 0
    ) -> Role {
      Role(
        text: TextStyle(
          font: FontDescription(families: faces.display, weight: weight), size: size,
          features: features, tracking: tracking),
        leading: leading, baseline: baseline, color: color, alignment: .start)
    }
    return StyleSheet(
      page: PageGeometry(
        size: Size(width: 595.276, height: 841.89), top: 84, bottom: 71.89, left: 56, right: 56),
      gridStep: 14, sideColumn: 119, gutter: 21, palette: palette, faces: faces,
      roles: Roles(
        contentsSection: sans(10, 14, 10.5, weight: 700, color: accent, features: tabular),
        contentsEntry: sans(10, 14, 10.5, features: tabular),
        body: serif(10, 14, 10.5, alignment: .justified),
        code: Role(
          text: TextStyle(font: FontDescription(families: faces.code), size: 8.5),
          leading: 14, baseline: 10.5, color: ink, alignment: .start),
        lead: serif(12.5, 19, 14, color: accent),
        heading1: sans(25, 28, 24.5, weight: 300, color: accent),
        heading2: sans(10, 14, 10.5, weight: 700, color: accent),
        heading3: sans(10, 14, 10.5, weight: 700),
        tileFigure: sans(30, 34, 27, weight: 300, color: accent, features: "lnum=1"),
        tileLabel: sans(8.5, 11.5, 9, weight: 700),
        tileNote: sans(8, 11, 8.5, color: muted),
        captionLabel: sans(8, 14, 10.5, weight: 700, color: accent, tracking: 0.4),
        captionTitle: sans(11.5, 14, 10.5, weight: 700),
        captionSubtitle: sans(8.5, 14, 10.5, color: muted),
        sourceLine: sans(7.5, 10.5, 8, color: muted),
        tableHead: sans(8, 10.5, 8, weight: 700, color: accent),
        tableCell: sans(8.5, 11.5, 8.75, features: tabular),
        aside: sans(8, 11, 8.5, color: muted),
        calloutTitle: sans(9, 14, 10.5, weight: 700, color: accent),
        calloutText: sans(9, 14, 10.5),
        runningHead: sans(7.5, 10.5, 8, color: muted),
        folio: sans(8.5, 10.5, 8, weight: 700, color: accent, features: tabular),
        footnote: serif(8, 11, 8.5),
        listMarker: sans(10, 14, 10.5, weight: 700, color: accent, features: "lnum=1"),
        bandTitle: sans(25, 30, 24.5, weight: 300, color: palette.paper),
        bandSubtitle: sans(11.5, 17, 12.5, color: palette.tint),
        coverKicker: sans(9, 14, 10.5, weight: 700, color: palette.paper, tracking: 1.2),
        coverTitle: sans(40, 46, 38, weight: 300, color: palette.paper),
        coverSubtitle: sans(15, 22, 16, weight: 400, color: palette.tint),
        coverDate: sans(11, 14, 10.5, weight: 700, color: accent),
        coverNote: sans(8.5, 12, 9.5, color: muted)))
  }
}
