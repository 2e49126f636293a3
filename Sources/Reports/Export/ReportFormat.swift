package import Documents

/// What a build can write of a report.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// The report: `report.pdf`.
  case pdf
  /// Each chart on its own, with title and sources, for the web: `growth.svg`.
  case svg
  /// The same as pictures: `growth.png`, and `growth-social.png` for social networks.
  case png
  /// The report as PostScript, for printers: `report.ps`.
  case ps
  /// Each chart as Encapsulated PostScript, to be set into a page: `growth.eps`.
  case eps
  /// Each page as a drawing: `pages/page-01.svg`.
  case pagesSVG = "pages-svg"
  /// Each page as a picture: `pages/page-01.png`.
  case pagesPNG = "pages-png"

  /// Whether only Cairo draws it.
  package var needsCairo: Bool {
    switch self {
    case .ps, .eps: true
    case .pdf, .svg, .png, .pagesSVG, .pagesPNG: false
    }
  }

  /// All that `renderer` draws.
  package static func all(by renderer: Renderer) -> [ReportFormat] {
    allCases.filter { renderer == .cairo || !$0.needsCairo }
  }

  /// What is written where nothing else is asked for.
  package static let standard: [ReportFormat] = [.pdf, .svg]
}

/// How letters stand in SVG.
package enum SVGText: String, Sendable, CaseIterable {
  /// As text, which can be searched and copied; the viewer needs the fonts.
  case live
  /// As shapes, which look the same everywhere.
  case outlines
}
