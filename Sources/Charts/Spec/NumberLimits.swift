/// Between which numbers a property must lie so that there is something to draw, and an end to drawing it.
enum NumberLimits {
  static func limits(of property: String, in kind: String) -> ClosedRange<Double>? {
    if let limits = table["\(kind).\(property)"] { return limits }
    return property == "fontSize" || property.hasSuffix("FontSize") ? 0...1000 : nil
  }

  private static let pixels = 0...ChartLayout.largest

  private static let table: [String: ClosedRange<Double>] = [
    "Spec.width": pixels, "Spec.height": pixels, "Step.step": pixels, "DiscreteSize.step": pixels,
    "View.step": pixels, "View.continuousWidth": pixels, "View.continuousHeight": pixels,
    "View.discreteWidth": pixels, "View.discreteHeight": pixels,
    "Axis.tickCount": 0...1000, "Legend.tickCount": 0...1000, "Legend.columns": 0...1000,
    "Spec.columns": 0...1000, "Facet.columns": 0...1000, "CompositionConfig.columns": 0...1000,
    "Scale.base": 1.001...1e9, "SchemeParams.count": 1...1000, "Category.count": 1...1000,
    "ScaleConfig.quantileCount": 1...1000, "ScaleConfig.quantizeCount": 1...1000,
    "BinParams.maxbins": 1...10_000,
  ]
}
