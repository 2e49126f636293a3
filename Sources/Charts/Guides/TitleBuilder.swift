import Scene
import Syntax
import Tables

/// Draws a title and its subtitle (Vega's `parsers/title.js`).
struct TitleBuilder {
  let config: Config
  let parameters: Parameters

  /// The title that `node` describes: text, lines or an object. `defaults` stand behind configuration.
  func build(_ node: JSONNode, style: String? = nil, defaults: JSONNode = .emptyObject)
    -> SceneMark?
  {
    let spec =
      node.isObject && !(node.has("expr") || node.has("signal"))
      ? node : JSONNode.emptyObject.setting("text", node)
    let lines = self.lines(spec["text"])
    let subtitle = self.lines(spec["subtitle"])
    guard !lines.isEmpty else { return nil }
    let styles = (spec["style"]?.listed.compactMap(\.string) ?? []) + [style ?? "group-title"]
    func raw(_ name: String) -> JSONNode? {
      if let own = spec[name] { return own.isNull ? nil : own }
      if let fallback = defaults[name] { return fallback }
      if style == nil, let configured = config["title", name] { return configured }
      return VegaDefaults.title[name]
    }
    let guide = GuideStyle(lookup: raw, parameters: parameters)
    func styled(_ name: String) -> JSONNode? {
      for style in styles {
        if let found = config.style(style, name) { return found }
      }
      for style in styles {
        if let found = VegaDefaults.style(style, name) { return found }
      }
      return nil
    }
    func subtitleStyled(_ name: String) -> JSONNode? {
      config.style("group-subtitle", name) ?? VegaDefaults.style("group-subtitle", name)
    }
    let orient = guide.string("orient") ?? "top"
    let anchor = guide.string("anchor") ?? "middle"
    let align = anchor == "start" ? "left" : anchor == "end" ? "right" : "center"
    let angle: Double = orient == "left" ? -90 : orient == "right" ? 90 : 0
    func item(_ lines: [String], prefix: String, style: (String) -> JSONNode?) -> SceneItem {
      let item = SceneItem()
      var text = guide.text(prefix, style: style)
      text.limit = guide.number("limit") ?? 0
      text.lines = lines
      text.align = guide.string("align") ?? align
      text.baseline = guide.string("baseline") ?? "top"
      text.dx = guide.number("dx") ?? 0
      text.dy = guide.number("dy") ?? 0
      item.angle = guide.number("angle") ?? angle
      item.text = text
      let color = prefix.isEmpty ? "color" : "\(prefix)Color"
      item.fill =
        guide.paint(color)
        ?? style("fill")?.string.flatMap { CSSColor.parse($0) }.flatMap { $0 }.map { .color($0) }
      return item
    }
    let group = SceneItem()
    group.layout.orient = orient
    group.layout.anchor = anchor
    group.layout.frame = guide.string("frame") ?? ""
    group.layout.offset = guide.number("offset") ?? 0
    group.layout.padding = guide.number("subtitlePadding") ?? 3
    let titleMark = SceneMark(
      .text, role: "title-text", items: [item(lines, prefix: "", style: styled)])
    titleMark.roleDescription = "title"
    titleMark.caption = lines.joined(separator: " ")
    group.marks = [titleMark]
    if !subtitle.isEmpty {
      let mark = SceneMark(
        .text, role: "title-subtitle",
        items: [item(subtitle, prefix: "subtitle", style: subtitleStyled)])
      mark.roleDescription = "subtitle"
      mark.caption = subtitle.joined(separator: " ")
      group.marks.append(mark)
    }
    let mark = SceneMark(.group, role: "title", items: [group])
    mark.zindex = guide.number("zindex") ?? 0
    return mark
  }

  private func lines(_ node: JSONNode?) -> [String] {
    guard let node, !node.isNull else { return [] }
    if node.isObject {
      let value = parameters.value(node)
      if case .array(let items) = value { return items.map(\.asText) }
      return value.isAbsent ? [] : [value.asText]
    }
    let lines = node.array?.compactMap(\.string) ?? node.string.map { [$0] } ?? []
    return lines.contains { !$0.isEmpty } ? lines : []
  }
}
