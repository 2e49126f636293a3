import Syntax
import Tables
import Wording

/// A sentence that stands for a chart without a description of its own, made from its data.
enum ChartSummary {
  static func sentence(
    _ root: ViewInstance, title: String?, parameters: Parameters
  ) -> String {
    let wording = parameters.wording
    guard
      let instance = root.units.first(where: {
        $0.table.rowCount > 0 && !TargetLayers.isPart($0.model.unit)
      }),
      let unit = instance.model.unit
    else { return title ?? Label.chartSentence.text(in: wording, Label.chart.text(in: wording)) }
    let config = instance.model.config
    func name(_ channel: Channel) -> String? {
      unit[channel].flatMap { $0.isField ? FieldTitle.title(of: $0, config: config) : nil }
    }
    let axes = [name(.y) ?? name(.theta), name(.x)].compactMap { $0 }.filter { !$0.isEmpty }
    var text = unit.mark.type.chartLabel.text(in: wording)
    if !axes.isEmpty {
      text = Label.chartOf.form(axes.count - 1, in: wording, [text] + axes)
    }
    if let color = name(.color), !color.isEmpty {
      text = Label.chartForEach.text(in: wording, text, color)
    }
    text = Label.chartSentence.text(in: wording, text)
    if let title { text = Label.chartSentence.text(in: wording, title) + wording.wordSpace + text }
    let descriptions = MarkBuilder(
      instance, unit,
      parameters: parameters,
      shapes: ShapeStore())
    let words = MarkDescriptions(builder: descriptions).texts
    let count = instance.table.rowCount
    if let first = words(0), let last = words(count - 1) {
      text +=
        count == 1
        ? Label.chartOneValue.text(in: wording, first)
        : Label.chartFromTo.text(in: wording, first, last)
    }
    return text
  }
}

extension DataSource {
  /// The named tables that the views of a model take their data from, in order of name.
  func tablesUsed(by model: Model) -> [String] {
    var names: Set<String> = []
    func visit(_ model: Model) {
      if let name = model.data?["name"]?.string, context.tables[name] != nil { names.insert(name) }
      for transform in model.transforms {
        if let name = transform["from"]?["data"]?["name"]?.string, context.tables[name] != nil {
          names.insert(name)
        }
      }
      model.children.forEach(visit)
    }
    visit(model)
    return names.sorted()
  }
}
