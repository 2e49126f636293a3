import Scene
package import Syntax
import Tables
import Wording

/// Draws a chart: specification → normalised → model → data → scales → marks and guides → layout → frame.
package enum ChartCompiler {
  /// The chart that `spec` describes.
  ///
  /// - Throws: what is wrong with the specification or its data; an empty chart is an error.
  package static func compile(
    _ spec: ChartSpec, in context: ChartContext
  ) throws(DiagnosticFailure) -> Chart {
    var bag = DiagnosticBag()
    let config = configuration(spec, context)
    let parameters = Parameters(
      spec.root, file: spec.file, zone: context.timeZone,
      wording: context.wording,
      writesPlainly: context.theme.describesPlainly || !context.wording.isOfData,
      given: context.params)
    bag.add(contentsOf: parameters.bag)
    let targets = TargetLayers(targets: spec.extensions.targets, config: config)
    var written = parameters.selections.withDomains(in: spec.root)
    if !targets.targets.isEmpty { written = targets.added(to: written) }
    let root = Normaliser.normalise(written, config: config, file: spec.file, into: &bag)
    try bag.throwIfErrors()
    let model = ModelBuilder.build(root, config: config)
    ScaleParsing.parse(model)
    SizeParsing.parse(model)
    AxisParsing.parse(model)
    LegendParsing.parse(model)
    FormatCheck(file: spec.file).check(model, written: spec.root, into: &bag)
    bag.add(contentsOf: parameters.problems.bag)
    try bag.throwIfErrors()
    let source = try DataSource(spec.root, file: spec.file, context: context)
    var stage = DataStage(source: source, root: model, parameters: parameters)
    let instance = stage.instantiate(model)
    bag.add(contentsOf: stage.bag)
    bag.add(contentsOf: spec.extensions.problems(in: instance, file: spec.file))
    try bag.throwIfErrors()
    var foot = context.foot ?? ChartFoot(spec, wording: context.wording)
    foot.paragraphs = spec.extensions.keys + foot.paragraphs
    var view = context
    if let width = context.width, let height = context.height {
      view.height =
        height - (try foot.height(in: width, theme: context.theme, shaper: context.shaper))
    }
    var layout = ChartLayout(
      spec: spec, root: root, config: config, context: view, parameters: parameters,
      shapes: source.shapes)
    let result = try layout.frame(instance)
    try parameters.problems.bag.throwIfErrors()
    guard result.drawsData else {
      throw DiagnosticFailure(
        ChartDiagnostics.empty(at: spec.file.span(spec.root.range), emptied: stage.emptied))
    }
    bag.add(contentsOf: result.warnings)
    return Chart(
      frame: try foot.placed(under: result.frame, theme: context.theme, shaper: context.shaper),
      background: background(config), title: spec.title,
      alternative: spec.alternative(in: context.wording)
        ?? ChartSummary.sentence(
          instance, title: spec.title, parameters: parameters),
      tables: source.tablesUsed(by: model), warnings: bag,
      drawn: instance.units.map(\.table))
  }

  /// Defaults, theme and the specification's own configuration, laid over each other.
  private static func configuration(_ spec: ChartSpec, _ context: ChartContext) -> Config {
    var root = VegaDefaults.configuration
    if !spec.extensions.targets.isEmpty { root = root.merged(with: TargetLayers.styles) }
    if spec.extensions.missing != nil { root = root.merged(with: MissingLook.configuration) }
    root = root.merged(with: context.theme.configuration)
    root = root.merged(with: spec.root["config"])
    if let font = root["font"] {
      // One font for all guides and texts (Vega-Lite's `fontConfig`).
      var style = root["style"] ?? .emptyObject
      for name in ["guide-label", "guide-title", "group-title", "group-subtitle"] {
        let known = style[name] ?? .emptyObject
        style = style.setting(
          name, JSONNode.emptyObject.setting("font", font).overlaid(with: known))
      }
      let text = root["text"] ?? .emptyObject
      root = root.setting("style", style).setting(
        "text", JSONNode.emptyObject.setting("font", font).overlaid(with: text))
    }
    if let background = spec.root["background"] { root = root.setting("background", background) }
    return Config(root)
  }

  private static func background(_ config: Config) -> Color? {
    guard let text = config.root["background"]?.string, let color = CSSColor.parse(text) else {
      return nil
    }
    return color
  }
}
