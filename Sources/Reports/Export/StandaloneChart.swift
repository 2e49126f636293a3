import Charts
import Documents
import PrintExport
import SVGExport
import Scene
import Syntax
import Tables
import Typesetting
import Wording

/// A chart that leaves its page: with its finding as the title, and sources and note under it.
struct StandaloneChart: Sendable {
  /// The name of its files, without ending.
  var name: String
  var spec: ChartSpec
  var tables: ChartTables
  var theme: ChartTheme
  var title: String
  var subtitle: String
  /// Paragraphs under the picture.
  var foot: [String]
  /// What stands for the picture; nil for a sentence made from the data.
  var alternative: String?
  /// BCP 47.
  var language: String
  var wording: Wording
  /// What the report gives to the parameters of the specification.
  var params: [String: Value]
  /// Whether it is also made in the shape that social networks show.
  var isSocial: Bool

  /// What `growth-social.png` measures, in pixels.
  private static let socialSize = Size(width: 1200, height: 675)
  /// Pixels of a picture to one of the chart.
  private static let pixelRatio = 2.0
  /// CSS pixels are of 96 to the inch, points of 72.
  static let pointsPerPixel = 0.75
  /// White around the chart of a social picture, in the chart's pixels.
  private static let margin = 20.0

  /// The exports of the chart that `formats` ask for, drawn by `renderer`.
  func exports(
    formats: [ReportFormat], text: SVGText, renderer: Renderer, fonts: FontBook
  ) -> [Export] {
    let formats = formats.filter { [.svg, .png, .eps].contains($0) }
    var exports: [Export] = []
    if !formats.isEmpty {
      exports.append(
        Export { _ throws(DiagnosticFailure) in
          let chart = try self.chart(Shaper(fonts: fonts), size: nil)
          var result = Export.Result()
          for format in formats { try add(chart, as: format, text, renderer, to: &result) }
          return result
        })
    }
    if formats.contains(.png), isSocial {
      exports.append(
        Export("\(name)-social.png") { _ throws(DiagnosticFailure) in
          try socialPicture(Shaper(fonts: fonts))
        })
    }
    return exports
  }

  /// Adds the file of one format to `result`.
  private func add(
    _ chart: Chart, as format: ReportFormat, _ text: SVGText, _ renderer: Renderer,
    to result: inout Export.Result
  ) throws(DiagnosticFailure) {
    let file = "\(name).\(format.rawValue)"
    let sheet = chart.frame.on(chart.background)
    do throws(DiagnosticFailure) {
      switch (format, renderer) {
      case (.png, _):
        let png = try PNGExporter.png(
          of: chart.frame, scale: Self.pixelRatio, background: chart.background)
        result.files.append(.init(name: file, bytes: png))
      case (.eps, _):
        result.add(
          try CairoExporter.eps(
            of: sheet.inPoints(Self.pointsPerPixel), title: title,
            creator: "Almanac \(toolVersion)"), named: file)
      case (_, .cairo):
        result.add(
          try CairoExporter.svg(
            of: sheet, title: title, description: alternative ?? chart.alternative,
            language: language), named: file)
      case (_, .almanac):
        result.files.append(.init(name: file, bytes: Array(try svg(chart, text: text).utf8)))
      }
    } catch {
      throw DiagnosticFailure(error.bag.noting("in `\(file)`"))
    }
  }

  /// The chart in the size that its specification gives, or laid out anew in `size`.
  private func chart(_ shaper: Shaper, size: Size?) throws(DiagnosticFailure) -> Chart {
    try ChartCompiler.compile(
      spec,
      in: ChartContext(
        shaper: shaper, theme: theme, tables: tables.byName, width: size?.width,
        height: size?.height, title: .text(title: title, subtitle: subtitle),
        foot: ChartFoot(paragraphs: foot),
        wording: wording, params: params))
  }

  private func svg(_ chart: Chart, text: SVGText) throws(DiagnosticFailure) -> String {
    SVGExporter.svg(
      of: try chart.frame.withText(text),
      options: SVGOptions(
        title: title, description: alternative ?? chart.alternative, language: language,
        background: chart.background))
  }

  /// The chart laid out for a social network: half as many pixels as the picture has, so that its letters
  /// are read on a telephone.
  private func socialPicture(_ shaper: Shaper) throws(DiagnosticFailure) -> [UInt8] {
    let sheet = Size(
      width: Self.socialSize.width / Self.pixelRatio,
      height: Self.socialSize.height / Self.pixelRatio)
    let inner = Size(
      width: sheet.width - 2 * Self.margin, height: sheet.height - 2 * Self.margin)
    let chart = try fitted(shaper, into: inner)
    let size = chart.frame.size
    let scale = min(1, inner.width / size.width, inner.height / size.height)
    let place = Transform.translation(
      x: Self.margin + (inner.width - size.width * scale) / 2,
      y: Self.margin + (inner.height - size.height * scale) / 2)
    let frame = Frame(
      size: sheet,
      items: [
        .group(Group(transform: place.concatenating(.scale(scale)), items: chart.frame.items))
      ])
    return try PNGExporter.png(
      of: frame, scale: Self.pixelRatio, background: chart.background ?? .white)
  }

  /// A chart that cannot be laid out in so little space keeps its own size, and is made smaller whole.
  private func fitted(_ shaper: Shaper, into size: Size) throws(DiagnosticFailure) -> Chart {
    do throws(DiagnosticFailure) {
      return try chart(shaper, size: size)
    } catch {
      return try chart(shaper, size: nil)
    }
  }
}
