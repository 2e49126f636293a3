package import Scene
package import Typesetting

/// The look of a document: sheet, grid, colours, and how each role of text is set. All lengths in points.
package struct StyleSheet: Sendable {
  /// The sheet and the block of text on it.
  package struct PageGeometry: Sendable {
    package var size: Size
    package var top: Double
    package var bottom: Double
    package var left: Double
    package var right: Double

    /// The width of the block of text: side column, gutter and main column.
    package var measure: Double { size.width - left - right }
    /// The height of the block of text.
    package var height: Double { size.height - top - bottom }
  }

  /// At most six hues, all dark enough on white for text or used for areas only.
  package struct Palette: Sendable {
    package var ink: Color
    package var muted: Color
    package var accent: Color
    package var tint: Color
    package var rule: Color
    package var paper: Color
  }

  /// The faces, each a list of families: best first, the others for what it has no letters for.
  package struct Faces: Sendable, Hashable {
    /// Of running text and notes.
    package var prose: [String]
    /// Of headings, captions, tables and all else.
    package var display: [String]
    /// Of code.
    package var code: [String]
  }

  /// What parts the rows of tables, and how far.
  package struct TableLook: Sendable, Hashable {
    package enum Rules: String, Sendable, CaseIterable {
      /// A hairline under every row.
      case rows
      /// Under the head and at the end alone.
      case head
    }

    package var rules = Rules.rows
    /// Whether every other row stands on a tint.
    package var isZebra = false
    /// The white above and below the text of a row.
    package var padding = 3.0
  }

  /// The white above and below blocks, in steps of the grid, so that it grows with it. Of two neighbours the larger
  /// wish holds, and text then goes on at the next line of the grid.
  package struct Spacing: Sendable, Hashable {
    /// Above and below paragraphs, lists and quotations.
    package var text = 0.5
    /// Around remarks, tiles and columns, and below figures and tables.
    package var blocks = 1.0
    /// Above figures and tables.
    package var figures = 1.5
    /// Above headings, and below those of the first level.
    package var headings = 1.0
    /// Above headings of the first level, where a page does not begin with them.
    package var sections = 3.0

    /// The keys of style files.
    static var names: [(name: String, path: WritableKeyPath<Spacing, Double>)] {
      [
        ("text", \.text), ("blocks", \.blocks), ("figures", \.figures), ("headings", \.headings),
        ("sections", \.sections),
      ]
    }
  }

  package var page: PageGeometry
  /// The distance between baselines to which body text returns on every page.
  package var gridStep: Double
  /// The column at the left that holds second-level headings and remarks.
  package var sideColumn: Double
  package var gutter: Double
  /// The widest that text of the main column is set, however wide the sheet.
  package var mainLimit = Double.infinity
  package var palette: Palette
  package var faces: Faces
  package var roles: Roles
  package var table = TableLook()
  package var spacing = Spacing()
  /// Whether words of justified text may be divided.
  package var hyphenates = true

  /// The families that the style asks for, in no order that means anything.
  package var families: [String] {
    var families: [String] = []
    for name in Roles.names {
      for family in roles[keyPath: name.path].text.font.families where !families.contains(family) {
        families.append(family)
      }
    }
    return families
  }

  /// Where the main column begins, from the left edge of the block of text.
  package var mainOffset: Double { sideColumn + gutter }
  /// The width of the main column.
  package var mainMeasure: Double { min(page.measure - mainOffset, mainLimit) }
  /// The width of text that begins at the left edge and ends with the main column.
  package var textMeasure: Double { min(page.measure, mainOffset + mainLimit) }

  /// The white of one kind, in points.
  func white(_ kind: KeyPath<Spacing, Double>) -> Double { spacing[keyPath: kind] * gridStep }

  /// White between the edge of a table and its text: a band reaches beyond the words that stand on it.
  var tableInset: Double { table.isZebra ? 6 : 0 }

  /// The same style on a sheet turned to its side: the margins stay, figures and tables take the whole
  /// width, lines of text grow no longer.
  package var turned: StyleSheet {
    var style = self
    style.page.size = Size(width: page.size.height, height: page.size.width)
    style.mainLimit = mainMeasure
    return style
  }

  /// The width of one of `count` columns over the block of text, a gutter between them.
  package func columnMeasure(of count: Int) -> Double {
    (page.measure - Double(count - 1) * gutter) / Double(count)
  }

  /// The same style with one of `count` columns, `height` tall, for its whole page.
  package func column(of count: Int, height: Double) -> StyleSheet {
    var style = self
    style.page = PageGeometry(
      size: Size(width: columnMeasure(of: count), height: height), top: 0, bottom: 0, left: 0,
      right: 0)
    style.sideColumn = 0
    style.gutter = 0
    style.mainLimit = .infinity
    return style
  }

  /// `length` rounded up to whole steps of the grid.
  package func onGrid(_ length: Double) -> Double {
    ((length / gridStep) - 1e-6).rounded(.up) * gridStep
  }
}

extension StyleSheet {
  /// How one role of text is set.
  package struct Role: Sendable {
    package var text: TextStyle
    /// The distance between baselines.
    package var leading: Double
    /// From the top of a line to its baseline.
    package var baseline: Double
    package var color: Color
    package var alignment: Paragraph.Alignment
  }

  /// The roles that text plays on a page.
  package struct Roles: Sendable {
    package var contentsSection, contentsEntry: Role
    package var body, code, lead, heading1, heading2, heading3: Role
    package var tileFigure, tileLabel, tileNote: Role
    package var captionLabel, captionTitle, captionSubtitle, sourceLine: Role
    package var tableHead, tableCell, aside: Role
    package var calloutTitle, calloutText: Role
    package var runningHead, folio, footnote, listMarker: Role
    package var bandTitle, bandSubtitle: Role
    package var coverKicker, coverTitle, coverSubtitle, coverDate, coverNote: Role
  }
}
