/// An indented text of a frame: one item a line, numbers to three decimals, nothing that depends on the
/// machine. The reference that most tests of charts and layout are compared with.
///
///     frame 200 × 100
///       group translate(10 20) .mark-rect "growth"
///         rect 0 0 20 40 fill #4c78a8
///         text 10 15 middle "2023" Lato 700 10 fill #000000
struct SceneDump {
  private var lines: [String] = []

  fileprivate mutating func add(_ text: String, level: Int) {
    lines.append(String(repeating: "  ", count: level) + text)
  }

  fileprivate var text: String { lines.map { $0 + "\n" }.joined() }

  fileprivate mutating func frame(_ frame: Frame, named name: String, level: Int) {
    add(
      "\(name) \(Self.number(frame.size.width)) × \(Self.number(frame.size.height))", level: level)
    for child in frame.items { item(child, level: level + 1) }
  }

  private mutating func item(_ item: FrameItem, level: Int) {
    switch item {
    case .shape(let shape): add(Self.words(of: shape), level: level)
    case .text(let text): self.text(text, level: level)
    case .image(let image): add(Self.words(of: image), level: level)
    case .group(let group): self.group(group, level: level)
    case .destination(let destination):
      add(
        "destination \(Self.quoted(destination.name)) \(Self.point(destination.point))",
        level: level)
    }
  }

  private mutating func group(_ group: Group, level: Int) {
    var words = ["group"]
    if group.transform != .identity { words.append(Self.words(of: group.transform)) }
    if let tag = group.tag { words.append(Self.words(of: tag)) }
    if let link = group.link { words.append(Self.words(of: link)) }
    if group.blend != .normal { words.append("blend \(group.blend.rawValue)") }
    words += Self.opacity(group.opacity) + Self.words(of: group.semantics)
    add(words.joined(separator: " "), level: level)
    if let clip = group.clip { add("clip \(Self.path(clip))", level: level + 1) }
    for child in group.items { item(child, level: level + 1) }
  }

  /// One line for a text of one run; a run a line otherwise.
  private mutating func text(_ item: TextItem, level: Int) {
    var words = ["text", Self.point(item.origin), item.anchor.rawValue]
    if item.angle != 0 { words.append("rotate(\(Self.number(item.angle)))") }
    if item.lines.count > 1 { words.append("leading \(Self.number(item.lineHeight))") }
    var tail: [String] = []
    if let fill = item.fill { tail.append("fill \(Self.words(of: fill))") }
    if let stroke = item.stroke { tail.append(Self.words(of: stroke)) }
    tail += Self.opacity(item.opacity) + Self.words(of: item.semantics)
    if item.lines.count == 1, item.lines[0].count == 1 {
      add((words + [Self.words(of: item.lines[0][0])] + tail).joined(separator: " "), level: level)
      return
    }
    add((words + tail).joined(separator: " "), level: level)
    for line in item.lines {
      add("line", level: level + 1)
      for run in line { add(Self.words(of: run), level: level + 2) }
    }
  }
}

// MARK: Words

extension SceneDump {
  /// `number` to three decimals, zeros at the end left out, `-0` as 0.
  static func number(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
    let thousandths = Int64((number * 1000).rounded())
    let fraction = abs(thousandths % 1000)
    var digits = String(fraction + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    let sign = thousandths < 0 ? "-" : ""
    return sign + String(abs(thousandths / 1000)) + (digits.isEmpty ? "" : "." + digits)
  }

  /// `text` in double quotes; line feeds and quotes as escapes.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case "\n": out += "\\n"
      default:
        // Characters that cannot be seen would make two different dumps look the same.
        let isInvisible =
          scalar.properties.generalCategory == .control
          || scalar.properties.generalCategory == .format
          || scalar.properties.generalCategory == .spaceSeparator && scalar != " "
        if isInvisible {
          out += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }

  private static func point(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }

  private static func opacity(_ opacity: Double) -> [String] {
    opacity == 1 ? [] : ["opacity \(number(opacity))"]
  }

  private static func words(of shape: Shape) -> String {
    var words: [String]
    switch shape.geometry {
    case .line(let from, let to): words = ["line \(point(from)) to \(point(to))"]
    case .rect(let rect):
      words = ["rect \(point(rect.origin)) \(number(rect.width)) × \(number(rect.height))"]
    case .path(let path): words = ["path \(self.path(path))"]
    }
    if let fill = shape.fill { words.append("fill \(self.words(of: fill))") }
    if let stroke = shape.stroke { words.append(self.words(of: stroke)) }
    words += opacity(shape.opacity) + self.words(of: shape.semantics)
    return words.joined(separator: " ")
  }

  private static func words(of image: ImageItem) -> String {
    let rect = image.rect
    var words = ["image \(point(rect.origin)) \(number(rect.width)) × \(number(rect.height))"]
    if !image.keepsAspect { words.append("stretched") }
    switch image.source {
    case .embedded: break
    case .linked(let href, _): words.append("from \(quoted(href))")
    }
    if let raster = image.source.image {
      words.append("\(raster.format.rawValue) \(raster.width) × \(raster.height)")
    }
    words += opacity(image.opacity) + self.words(of: image.semantics)
    return words.joined(separator: " ")
  }

  /// SVG's path letters.
  private static func path(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let to): "M \(point(to))"
      case .line(let to): "L \(point(to))"
      case .curve(let control1, let control2, let to):
        "C \(point(control1)) \(point(control2)) \(point(to))"
      case .close: "Z"
      }
    }.joined(separator: " ")
  }

  private static func words(of paint: Paint) -> String {
    switch paint {
    case .solid(let color): words(of: color)
    case .linearGradient(let gradient):
      "linear(\(point(gradient.start)) to \(point(gradient.end)): \(words(of: gradient.stops)))"
    case .radialGradient(let gradient):
      "radial(\(words(of: gradient.inner)) to \(words(of: gradient.outer)): "
        + "\(words(of: gradient.stops)))"
    case .hatch(let hatch):
      "hatch(\(words(of: hatch.color)) \(number(hatch.lineWidth)) every \(number(hatch.spacing)) "
        + "at \(number(hatch.angle))\(hatch.background.map { " on \(words(of: $0))" } ?? ""))"
    }
  }

  private static func words(of color: Color) -> String {
    color.hex + (color.alpha == 1 ? "" : "/\(number(color.alpha))")
  }

  private static func words(of stops: [GradientStop]) -> String {
    stops.map { "\(words(of: $0.color)) \(number($0.offset))" }.joined(separator: ", ")
  }

  private static func words(of circle: RadialGradient.Circle) -> String {
    "\(point(circle.center)) radius \(number(circle.radius))"
  }

  private static func words(of stroke: Stroke) -> String {
    var words = ["stroke \(words(of: stroke.paint)) \(number(stroke.width))"]
    if !stroke.dash.isEmpty {
      let offset = stroke.dashOffset == 0 ? "" : " from \(number(stroke.dashOffset))"
      words.append("dash(\(stroke.dash.map(number).joined(separator: " "))\(offset))")
    }
    if stroke.cap != .butt { words.append("cap \(stroke.cap.rawValue)") }
    if stroke.miterLimit != 4 { words.append("miter \(number(stroke.miterLimit))") }
    if stroke.join != .miter { words.append("join \(stroke.join.rawValue)") }
    return words.joined(separator: " ")
  }

  private static func words(of run: GlyphRun) -> String {
    var words = [
      quoted(run.text), run.face.family, String(run.face.weight), number(run.size),
      "width \(number(run.width))",
    ]
    if run.face.isItalic { words.insert("italic", at: 3) }
    if run.tracking != 0 { words.append("tracking \(number(run.tracking))") }
    if run.isRightToLeft { words.append("rtl") }
    return words.joined(separator: " ")
  }

  private static func words(of transform: Transform) -> String {
    if transform.isTranslation {
      return "translate(\(number(transform.tx)) \(number(transform.ty)))"
    }
    let parts = [
      transform.a, transform.b, transform.c, transform.d, transform.tx, transform.ty,
    ]
    return "matrix(\(parts.map(number).joined(separator: " ")))"
  }

  private static func words(of tag: StructureTag) -> String {
    if case .figure(let alternative) = tag { return "<Figure \(quoted(alternative))>" }
    return "<\(tag.name)>"
  }

  private static func words(of link: LinkTarget) -> String {
    switch link {
    case .uri(let uri): "link(\(uri))"
    case .destination(let name): "link(#\(name))"
    }
  }

  private static func words(of semantics: Semantics?) -> [String] {
    guard let semantics else { return [] }
    var words = semantics.classes.map { ".\($0)" }
    if let role = semantics.role { words.append("role=\(role)") }
    if let description = semantics.roleDescription { words.append("kind=\(quoted(description))") }
    if let label = semantics.label { words.append("label=\(quoted(label))") }
    if let tooltip = semantics.tooltip { words.append("tooltip=\(quoted(tooltip))") }
    if semantics.isHidden { words.append("hidden") }
    return words
  }
}

extension Frame {
  /// The frame as text, an item a line; see `SceneDump`. Font files are left out.
  package var sceneDump: String {
    var dump = SceneDump()
    dump.frame(self, named: "frame", level: 0)
    return dump.text
  }
}

extension PagedDocument {
  /// Properties, outline and pages as text; see `SceneDump`.
  package var sceneDump: String {
    var dump = SceneDump()
    dump.add("document \(SceneDump.quoted(properties.title))", level: 0)
    let facts = [
      ("author", properties.author), ("subject", properties.subject),
      ("keywords", properties.keywords.joined(separator: ", ")), ("language", properties.language),
      ("date", properties.date),
    ]
    for (name, value) in facts where !value.isEmpty {
      dump.add("\(name) \(SceneDump.quoted(value))", level: 1)
    }
    for entry in outline {
      dump.add(
        "outline \(entry.level) \(SceneDump.quoted(entry.title)) #\(entry.destination)", level: 1)
    }
    for page in pages { dump.frame(page.frame, named: "page \(page.label)", level: 1) }
    return dump.text
  }
}
