import Syntax

extension DocumentConverter {
  /// The figure that a `{chart}` block asks for.
  mutating func figure(_ node: MarkdownNode, _ span: SourceSpan) -> Block? {
    guard var options = options(node, span) else { return nil }
    let label = options.string("label")
    let labelSpan = options.span(of: "label")
    let spec = options.string("spec")
    let specSpan = options.span(of: "spec")
    let caption = options.string("fig-cap")
    let subtitle = options.optionalString("fig-subcap")
    let note = options.optionalString("fig-note")
    let alternative = options.optionalString("fig-alt")
    if let label { checkLabel(.init(text: label, span: labelSpan), kind: .figure) }
    func text(_ name: String, _ value: String?) -> [Inline] {
      value.map { inlines(ofText: $0, at: options.span(of: name)) } ?? []
    }
    let figure = FigureBlock(
      spec: spec ?? "", specSpan: specSpan, caption: text("fig-cap", caption),
      subtitle: text("fig-subcap", subtitle), note: text("fig-note", note),
      alternative: alternative == "auto" || alternative == nil
        ? nil : text("fig-alt", alternative))
    options.finish(into: &bag)
    return spec == nil
      ? nil : Block(.figure(figure), label: label, labelSpan: labelSpan, span: span)
  }
}
