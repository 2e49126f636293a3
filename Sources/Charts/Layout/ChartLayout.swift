import Glibc
import Scene
import Syntax
import Tables
import Typesetting
import Wording

/// Lays a chart out. Ticks and colour bars depend on the size of the view, and where the chart is to fit a
/// given width the size depends on the guides: so it is drawn again until it fits.
struct ChartLayout {
  let spec: ChartSpec
  let root: JSONNode
  let config: Config
  let context: ChartContext
  let parameters: Parameters
  let shapes: ShapeStore

  struct Result {
    var frame: Frame
    var drawsData: Bool
    var warnings = DiagnosticBag()
  }

  /// Space left free around everything.
  private struct Padding {
    var left, top, right, bottom: Double
  }

  /// Beyond this, in pixels, nothing can be printed (PDF's limit of 14400 points).
  static let largest = 19_200.0

  private var padding: Padding {
    let node = root["padding"] ?? config.root["padding"] ?? 5
    if let number = parameters.number(node) {
      return Padding(left: number, top: number, right: number, bottom: number)
    }
    func side(_ name: String) -> Double { node[name].flatMap { parameters.number($0) } ?? 0 }
    return Padding(
      left: side("left"), top: side("top"), right: side("right"), bottom: side("bottom"))
  }

  mutating func frame(_ instance: ViewInstance) throws(DiagnosticFailure) -> Result {
    let measurer = TextMeasurer(
      shaper: context.shaper, language: context.wording.textLanguage)
    var fixed: [Dimension: Double] = [:]
    var scene = draw(instance, fixed, measurer)
    try scene.problems.throwIfErrors()
    try throwFailure(of: measurer)
    let fit = fit(instance)
    if fit.width != nil || fit.height != nil {
      // Three rounds: the width of labels changes with the number of ticks.
      for _ in 0..<3 {
        if let wanted = fit.width {
          let around = scene.extent.left + scene.extent.right
          fixed[.width] = max(0, wanted - around)
        }
        if let wanted = fit.height {
          fixed[.height] = max(0, wanted - scene.extent.top - scene.extent.bottom)
        }
        let next = draw(instance, fixed, measurer)
        let isSettled =
          next.extent.left + next.extent.right == scene.extent.left + scene.extent.right
          && next.extent.top + next.extent.bottom == scene.extent.top + scene.extent.bottom
        scene = next
        if isSettled { break }
      }
    }
    if !isSingle(instance), let wanted = context.width {
      try stretch(&scene, instance, to: wanted - padding.left - padding.right, measurer)
    }
    try checkRoom(scene, instance)
    let images = ImageStore(file: context.file)
    var builder = FrameBuilder(
      measurer: measurer, images: images, wording: context.wording)
    let padding = padding
    let extent = scene.extent
    var size = Size(
      width: extent.left + scene.item.width + extent.right + padding.left + padding.right,
      height: extent.top + scene.item.height + extent.bottom + padding.top + padding.bottom)
    if let width = context.width { size.width = width }
    let span = spec.file.span(spec.root.range)
    guard size.width <= Self.largest, size.height <= Self.largest else {
      throw DiagnosticFailure(ChartDiagnostics.size(size.width, size.height, at: span))
    }
    var items = [builder.items(root: scene.item)]
    if builder.hasInfinities { throw DiagnosticFailure(ChartDiagnostics.infinite(at: span)) }
    try throwFailure(of: measurer)
    if let address = builder.refusedAddress,
      let problem = LinkAddress.problem(address, at: spec.span(ofAddress: address))
    {
      throw DiagnosticFailure(problem)
    }
    if let failure = images.failure {
      // A picture is named by a row of the data; the place is that of the chart.
      throw DiagnosticFailure(failure.bag.located(at: span))
    }
    let origin = Transform.translation(x: padding.left + extent.left, y: padding.top + extent.top)
    items = [.group(Group(transform: origin, items: items))]
    var warnings = DiagnosticBag()
    for family in measurer.missing {
      warnings.add(
        ChartDiagnostics.noFont(family, known: context.shaper.fonts.families, at: span))
    }
    for strays in Self.strays(in: scene.item) { warnings.add(ChartDiagnostics.strays(strays)) }
    return Result(
      frame: Frame(size: size, items: items), drawsData: builder.drawsData, warnings: warnings)
  }

  /// The marks beyond their plots, those of the cells of a facet together.
  private static func strays(in item: SceneItem) -> [StrayMarks] {
    var found: [StrayMarks] = []
    for mark in item.marks {
      for strays in [mark.strays].compactMap(\.self) + mark.items.flatMap({ Self.strays(in: $0) }) {
        if let index = found.firstIndex(where: { $0.isAlike(strays) }) {
          found[index].add(strays)
        } else {
          found.append(strays)
        }
      }
    }
    return found
  }

  /// Throws the first text that could not be set, where it was written.
  private func throwFailure(of measurer: TextMeasurer) throws(DiagnosticFailure) {
    guard let failure = measurer.failure else { return }
    throw DiagnosticFailure(failure.bag.located(at: spec.span(ofText: measurer.failedText)))
  }

  /// The least side of a plot that its guides may leave of a size that was asked for.
  private static let leastPlot = 40.0

  /// Guides may neither take the plot's room nor be crowded until they cannot be read.
  private func checkRoom(
    _ scene: Drawing, _ instance: ViewInstance
  ) throws(DiagnosticFailure) {
    let span = spec.file.span(spec.root.range)
    if isSingle(instance) {
      for (side, wanted, rest, given) in [
        ("width", context.width, scene.item.width, Dimension.width),
        ("height", context.height, scene.item.height, .height),
      ] {
        guard let wanted, rest < Self.leastPlot else { continue }
        if case .pixels(let pixels)? = instance.model.size[given]?.extent, pixels <= rest {
          continue
        }
        throw DiagnosticFailure(
          ChartDiagnostics.squeezed(
            side, wanted, needs: wanted - rest + Self.leastPlot, at: span))
      }
    }
    if let count = Self.crowdedNames(in: scene.item) {
      throw DiagnosticFailure(ChartDiagnostics.crowded(count, at: span))
    }
  }

  /// How many names an axis has that has no room for them; nil where all axes have.
  private static func crowdedNames(in item: SceneItem) -> Int? {
    if item.layout.lacksRoom {
      return item.marks.first { $0.role == "axis-label" }?.items.count
    }
    return item.marks.lazy.flatMap(\.items).compactMap { crowdedNames(in: $0) }.first
  }

  private func isSingle(_ instance: ViewInstance) -> Bool {
    instance.model.unit != nil || instance.model.isLayer
  }

  /// Widens or narrows all views of a composition alike until they fill a width: by the secant method,
  /// since what stands around them hardly depends on their width.
  private func stretch(
    _ scene: inout Drawing, _ instance: ViewInstance, to wanted: Double, _ measurer: TextMeasurer
  ) throws(DiagnosticFailure) {
    var factor = 1.0
    var known = (factor: 0.0, width: scene.around)
    for _ in 0..<4 {
      let width = scene.width
      guard abs(width - wanted) > 0.5, width != known.width else { return }
      let slope = (width - known.width) / (factor - known.factor)
      known = (factor, width)
      factor += (wanted - width) / slope
      guard factor > 0.05, factor < 100 else { break }
      scene = draw(instance, [:], measurer, stretch: factor)
      try throwFailure(of: measurer)
    }
    if scene.width > wanted + 1 {
      throw DiagnosticFailure(
        ChartDiagnostics.tooNarrow(
          wanted, needs: scene.width, at: spec.file.span(spec.root.range)))
    }
  }

  /// A scene and how far it reaches beyond its root view.
  private struct Drawing {
    var item: SceneItem
    var extent: Extent
    var problems: DiagnosticBag

    var width: Double { extent.left + item.width + extent.right }
    /// The width of what stands beside the views, as far as can be told from one drawing.
    var around: Double { extent.left }
  }

  /// How far things reach beyond the view on each side, in whole pixels.
  private struct Extent {
    var left, top, right, bottom: Double
  }

  private func draw(
    _ instance: ViewInstance, _ fixed: [Dimension: Double], _ measurer: TextMeasurer,
    stretch: Double = 1
  ) -> Drawing {
    var stage = ScaleStage(
      zone: context.timeZone, parameters: parameters, fixedSize: fixed, stretch: stretch)
    stage.run(instance)
    ProjectionStage(parameters: parameters, shapes: shapes).run(instance)
    let scenes = SceneBuilder(
      config: config, parameters: parameters, shapes: shapes, measurer: measurer,
      title: context.title,
      extensions: spec.extensions, theme: context.theme)
    let item = scenes.build(instance)
    let layout = ViewLayout(
      measurer: measurer,
      legendLayout: LegendArrangement(
        configuration: VegaDefaults.legendLayout.merged(with: legendLayout)),
      leastLegendRoom: context.width == nil ? config.number("view", "continuousWidth") ?? 300 : 0)
    let bounds = layout.place(item)
    let extent = Extent(
      left: max(0, ceil(-bounds.x1)), top: max(0, ceil(-bounds.y1)),
      right: max(0, ceil(bounds.x2 - item.width)), bottom: max(0, ceil(bounds.y2 - item.height)))
    return Drawing(item: item, extent: extent, problems: stage.bag)
  }

  /// The `layout` of the legend configuration; `offset` of legends counts for it.
  private var legendLayout: JSONNode? { config["legend", "layout"] }

  /// The size to fit in, without padding: asked for from outside, or by `autosize`.
  private func fit(_ instance: ViewInstance) -> (width: Double?, height: Double?) {
    let padding = padding
    var width: Double?
    var height: Double?
    let isSingle = isSingle(instance)
    let node = root["autosize"] ?? config.root["autosize"]
    let type = node?["type"]?.string ?? node?.string ?? "pad"
    let containsPadding = node?["contains"]?.string == "padding"
    if isSingle {
      func asked(_ side: Dimension) -> Double? {
        if case .pixels(let pixels)? = instance.model.size[side]?.extent { return pixels }
        return nil
      }
      if type == "fit" || type == "fit-x" {
        width = asked(.width).map { $0 - (containsPadding ? padding.left + padding.right : 0) }
      }
      if type == "fit" || type == "fit-y" {
        height = asked(.height).map { $0 - (containsPadding ? padding.top + padding.bottom : 0) }
      }
      // There is no container but the sheet: the chart fits the size that the view would have had.
      if instance.model.isContained(.width) {
        width = asked(.width).map { $0 - padding.left - padding.right }
      }
      if instance.model.isContained(.height) {
        height = asked(.height).map { $0 - padding.top - padding.bottom }
      }
      if let wanted = context.width { width = wanted - padding.left - padding.right }
      if let wanted = context.height { height = wanted - padding.top - padding.bottom }
    }
    return (width, height)
  }
}
