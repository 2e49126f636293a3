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
    if let spec, spec.contains("{{") {
      bag.add(DocumentDiagnostics.placeholderInKey("spec", at: specSpan))
    }
    func text(_ name: String, _ value: String?) -> [Inline] {
      value.map { words($0, of: name, at: options.span(of: name)) } ?? []
    }
    var figure = FigureBlock(
      spec: spec ?? "", specSpan: specSpan, caption: text("fig-cap", caption),
      subtitle: text("fig-subcap", subtitle), note: text("fig-note", note),
      alternative: alternative == "auto" || alternative == nil
        ? nil : text("fig-alt", alternative))
    if let publication = options.optionalChoice("publish", as: FigureBlock.Publication.self) {
      figure.publication = publication
    }
    options.finish(into: &bag)
    return spec == nil
      ? nil : Block(.figure(figure), label: label, labelSpan: labelSpan, span: span)
  }

  /// The picture that is the whole of paragraph `node`: `![Caption](file.png){#fig-x fig-alt="…"}`; nil
  /// where other text stands beside it.
  mutating func image(_ node: MarkdownNode, _ span: SourceSpan) -> Block? {
    let (children, attributes) = takeAttributes(node.children)
    guard children.count == 1, case .image(let uri, let title) = children[0].kind else {
      return nil
    }
    var locator = TextLocator(node, in: source)
    var figure = FigureBlock(
      spec: source.resolved(uri), specSpan: source.span(locator.locate(uri, in: node)),
      caption: [])
    figure.content = .image
    locator = TextLocator(node, in: source)
    figure.caption = inlines(children[0].children, &locator)
    if figure.caption.isBlank {
      bag.add(DocumentDiagnostics.emptyText("the caption", at: span))
    }
    if !title.isEmpty {
      bag.add(DocumentDiagnostics.unsupported("a picture's title", instead: "a caption", at: span))
    }
    let holdsToken = uri.unicodeScalars.contains { scalar in
      switch source.token(scalar)?.kind {
      case nil, .joint, .escape: false
      default: true
      }
    }
    if figure.spec.isEmpty || figure.spec.contains("://") || figure.spec.hasPrefix("/")
      || holdsToken
    {
      bag.add(DocumentDiagnostics.imagePath(figure.spec, at: figure.specSpan))
    }
    let list = attributes ?? AttributeList(span: span)
    let known = ["fig-alt", "fig-subcap", "fig-note"]
    for pair in list.pairs {
      let text =
        known.contains(pair.name.text)
        ? words(pair.value.text, of: pair.name.text, at: pair.value.span) : []
      switch pair.name.text {
      case "fig-alt": figure.alternative = text
      case "fig-subcap": figure.subtitle = text
      case "fig-note": figure.note = text
      default:
        bag.add(
          DocumentDiagnostics.unknownAttribute(
            pair.name.text, of: "a picture", known: known, at: pair.name.span))
      }
    }
    for name in list.classes {
      bag.add(DocumentDiagnostics.unknownClass(name.text, known: [], at: name.span))
    }
    if figure.alternative == nil {
      bag.add(DocumentDiagnostics.missingAttribute("fig-alt", of: "a picture", at: list.span))
    }
    if let label = list.label {
      checkLabel(label, kind: .figure)
    } else {
      bag.add(DocumentDiagnostics.noLabel(at: list.span))
    }
    return Block(
      .figure(figure), label: list.label?.text, labelSpan: list.label?.span, span: span)
  }
}
