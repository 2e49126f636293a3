package import Syntax

extension DocumentConverter {
  /// What the template's front matter says; without one, or with a title missing, a diagnostic.
  mutating func frontMatter() -> FrontMatter {
    let empty = FrontMatter(title: [], asOf: "")
    guard let range = source.frontMatter else {
      bag.add(DocumentDiagnostics.noFrontMatter(at: source.file.span(source.file.lineRange(1))))
      return empty
    }
    let node = yaml(range) ?? JSONNode(.object([]), range: source.span(range).range)
    guard !bag.hasErrors, var head = ObjectReader(node, in: source.file, into: &bag) else {
      return empty
    }
    readLanguages(&head)
    let resolved = languages.resolved(node, in: source.file, into: &bag)
    guard var reader = ObjectReader(resolved, in: source.file, into: &bag) else { return empty }
    reader.allow("lang", "languages")
    var front = empty
    (front.language, front.languages) = (languages.chosen, languages.declared)
    front.languageSpan = languages.span
    if let text = reader.string("title") {
      front.title = inlines(ofText: text, at: reader.span(of: "title"))
    }
    if let text = reader.optionalString("subtitle") {
      front.subtitle = inlines(ofText: text, at: reader.span(of: "subtitle"))
    }
    if let text = reader.optionalString("description") {
      front.description = inlines(ofText: text, at: reader.span(of: "description"))
    }
    front.author = reader.optionalString("author") ?? ""
    front.publisher = reader.optionalString("publisher") ?? ""
    front.keywords = reader.optionalStrings("keywords") ?? []
    front.opening = reader.optionalChoice("opening", as: FrontMatter.Opening.self) ?? .cover
    front.cover = reader.optionalString("cover")
    if front.opening == .band, front.cover != nil {
      reader.report(DocumentDiagnostics.coverWithoutCover(at: reader.span(of: "cover")))
    }
    if let theme = reader.optionalString("theme") {
      (front.theme, front.themeSpan) = (theme, reader.span(of: "theme"))
    }
    front.renderer = reader.optionalChoice("renderer", as: Renderer.self)
    front.numbersSections = reader.optionalBool("number-sections") ?? false
    if let date = reader.optionalString("as-of") {
      front.asOfSpan = reader.span(of: "as-of")
      if Self.isDate(date) {
        front.asOf = date
      } else {
        reader.report(DocumentDiagnostics.date(date, at: reader.span(of: "as-of")))
      }
    }
    if let params = reader.optionalObject("params") { front.parameters = parameters(params) }
    if let name = reader.optionalString("for-each") {
      front.forEach = name
      let listed = front.parameters.filter { !$0.allowed.isEmpty || $0.allowedList != nil }
      if !listed.contains(where: { $0.name == name }) {
        reader.report(
          DocumentDiagnostics.forEach(
            name, known: listed.map(\.name), at: reader.span(of: "for-each")))
      }
    }
    if let views = reader.optionalNode("views") {
      guard let members = views.members else {
        reader.report(
          DocumentDiagnostics.views(kind: views.kind, at: source.file.span(views.range)))
        reader.finish(into: &bag)
        return front
      }
      front.views = members.map {
        View(
          name: $0.name, definition: $0.node, span: source.file.span($0.nameRange))
      }
    }
    if var words = reader.optionalObject("words") {
      for name in words.names {
        guard let text = words.string(name) else { continue }
        if text.contains("{{") {
          bag.add(DocumentDiagnostics.placeholderInKey(name, at: words.span(of: name)))
        }
        front.words.append(Word(name: name, text: text, span: words.nameSpan(of: name)))
      }
      words.finish(into: &bag)
    }
    for (name, text) in [
      ("author", front.author), ("publisher", front.publisher), ("cover", front.cover ?? ""),
      ("theme", front.theme ?? ""), ("keywords", front.keywords.joined()),
    ] where text.contains("{{") {
      bag.add(DocumentDiagnostics.placeholderInKey(name, at: reader.span(of: name)))
    }
    reader.finish(into: &bag)
    return front
  }

  private mutating func parameters(_ reader: ObjectReader) -> [Parameter] {
    var reader = reader
    var parameters: [Parameter] = []
    for name in reader.names {
      guard var entry = reader.optionalObject(name) else { continue }
      let kind = entry.choice("type", as: Parameter.Kind.self)
      let (allowed, allowedList) = allowedValues(&entry)
      let hasList = !allowed.isEmpty || allowedList != nil
      let initial = hasList ? entry.optionalNode("default") : entry.node("default")
      let (minimum, maximum) = (entry.optionalNumber("min"), entry.optionalNumber("max"))
      if let kind, initial != nil || hasList {
        let parameter = Parameter(
          name: name, kind: kind, defaultValue: initial, allowed: allowed,
          allowedList: allowedList, minimum: minimum, maximum: maximum,
          span: reader.nameSpan(of: name))
        if let initial, let expected = parameter.refusal(of: initial) {
          entry.report(
            DocumentDiagnostics.parameterDefault(
              name, expected: expected, at: entry.span(of: "default")))
        }
        parameters.append(parameter)
      }
      entry.finish(into: &bag)
    }
    reader.finish(into: &bag)
    return parameters
  }

  /// What `enum` says: values, or an expression that gives them.
  private func allowedValues(
    _ entry: inout ObjectReader
  ) -> (values: [JSONNode], list: Placeholder?) {
    guard let node = entry.optionalNode("enum"), let text = node.string else {
      return (entry.optionalArray("enum") ?? [], nil)
    }
    return ([], expression(text, at: entry.span(of: "enum")))
  }

  /// `YYYY-MM-DD` of a day that exists.
  static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    let parts = text.split(separator: "-").compactMap { part in
      part.allSatisfy(\.isDigit) ? Int(part) : nil
    }
    guard parts.count == 3, parts[0] > 0, (1...12).contains(parts[1]) else { return false }
    let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[parts[1] - 1]).contains(parts[2])
  }
}

extension Parameter {
  /// What a value would have to be, or nil where `value` is that.
  package func refusal(of value: JSONNode) -> String? {
    switch kind {
    case .string: if value.string == nil { return "a string" }
    case .boolean: if value.bool == nil { return "true or false" }
    case .number: if value.number == nil { return "a number" }
    case .integer:
      if value.number.flatMap({ Int(exactly: $0) }) == nil { return "a whole number" }
    }
    if let number = value.number {
      if let minimum, number < minimum { return "at least \(Self.plain(minimum))" }
      if let maximum, number > maximum { return "at most \(Self.plain(maximum))" }
    }
    let isAllowed =
      allowed.isEmpty
      || allowed.contains {
        $0.string == value.string && $0.number == value.number && $0.bool == value.bool
      }
    guard !isAllowed else { return nil }
    let names = allowed.map { $0.string ?? $0.number.map(Self.plain) ?? "\($0.bool ?? false)" }
    return "one of " + names.map { "`\($0)`" }.joined(separator: ", ")
  }

  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
