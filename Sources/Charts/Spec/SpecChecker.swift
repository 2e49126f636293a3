import Syntax
import Tables

/// Checks a specification against the language's grammar before anything is drawn: every property is one
/// that Vega-Lite has and that is drawn, every value of a kind that fits, every expression readable.
/// Transforms are read, and checked, where they are carried out.
struct SpecChecker {
  private let file: SourceFile
  private var bag = DiagnosticBag()
  /// The parameters of the whole specification, which expressions may name.
  private var parameters: [String] = []

  private init(_ file: SourceFile) { self.file = file }

  static func check(_ root: JSONNode, in file: SourceFile, into bag: inout DiagnosticBag) {
    var checker = SpecChecker(file)
    checker.collectParameters(root)
    checker.specification(root, path: "", isTop: true)
    SpecRequirements.check(root, in: file, into: &checker.bag)
    if let schema = root["$schema"], let text = schema.string, !text.contains("vega-lite") {
      checker.report(
        schema, "/$schema", "`\(text)`",
        expected: "a schema of Vega-Lite, such as https://vega.github.io/schema/vega-lite/v6.json")
    }
    bag.add(contentsOf: checker.bag)
  }

  private mutating func collectParameters(_ node: JSONNode) {
    for member in node.entries {
      if member.name == "params" {
        parameters += (member.node.array ?? []).compactMap { $0["name"]?.string }
      } else if ["spec", "config"].contains(member.name) {
        collectParameters(member.node)
      } else if ["layer", "concat", "hconcat", "vconcat"].contains(member.name) {
        for item in member.node.array ?? [] { collectParameters(item) }
      }
    }
  }

  // MARK: Objects

  private mutating func specification(_ node: JSONNode, path: String, isTop: Bool = false) {
    guard let members = node.members else {
      bag.add(ChartDiagnostics.specification(node.kind, at: file.span(node.range)))
      return
    }
    guard let composition = Grammar.Composition(members.map(\.name)) else {
      bag.add(
        ChartDiagnostics.specification(
          "an object without a mark or views", at: file.span(node.range)))
      return
    }
    let allowed = composition.properties(isTop: isTop)
    let kind = Grammar.kind("Spec")
    for member in members {
      guard allowed.contains(member.name), let type = kind.properties[member.name] else {
        unknown(member, path: path, known: allowed, of: composition.title)
        continue
      }
      self.member(member, type, of: "Spec", path: path)
    }
    if composition == .unit {
      for name in ["mark"] where node[name]?.isNull == true {
        report(member(node, name), "\(path)/\(name)", "null", expected: "a mark")
      }
    }
  }

  private func member(_ node: JSONNode, _ name: String) -> JSONNode { node[name] ?? node }

  private mutating func object(_ node: JSONNode, _ name: String, path: String) {
    if name == "Spec" { return specification(node, path: path) }
    let kind = Grammar.kind(name)
    for member in node.entries {
      guard let type = kind.properties[member.name] ?? kind.others else {
        unknown(member, path: path, known: kind.names, of: nil)
        continue
      }
      let isOfMark = Grammar.kind("Mark").properties[member.name] != nil
      let owner = name == Grammar.markOrAxis ? (isOfMark ? "Mark" : "Axis") : name
      self.member(member, type, of: owner, path: path)
    }
    if name == "Test" { predicate(node, path: path) }
  }

  private mutating func member(
    _ member: JSONNode.Member, _ type: Grammar.ValueType, of kind: String, path: String
  ) {
    let path = Self.path(path, member.name)
    if let what = Unsupported.reason(member, of: kind) {
      bag.add(ChartDiagnostics.unsupported(what, path: path, at: file.span(member.nameRange)))
      return
    }
    if let text = member.node.string {
      switch (kind, member.name) {
      case (_, "labelExpr"), ("Parameter", "expr"), ("GuideCondition", "expr"),
        ("GuideValue", "expr"):
        return expression(text, at: member.node)
      case (_, "test"): return predicate(member.node, path: path)
      case ("Condition", "param"), ("Test", "param"), ("Domain", "param"):
        if !parameters.contains(text) {
          report(
            member.node, path, "`\(text)`", expected: "the name of a parameter",
            hints: nearestNameHints(to: text, among: parameters))
        }
      default: break
      }
    }
    if let number = member.node.number,
      let limits = NumberLimits.limits(of: member.name, in: kind), !limits.contains(number)
    {
      let ends = (NumberText.text(of: limits.lowerBound), NumberText.text(of: limits.upperBound))
      return report(
        member.node, path, NumberText.text(of: number),
        expected: "a number from \(ends.0) to \(ends.1)")
    }
    value(member.node, type, path: path)
  }

  // MARK: Values

  private mutating func value(_ node: JSONNode, _ type: Grammar.ValueType, path: String) {
    if type.takesAnything { return }
    switch node.value {
    case .null: if type.takesNull { return }
    case .bool: if type.takesBoolean { return }
    case .number(let number): if type.takesNumber, number.isFinite { return }
    case .string(let text):
      if type.takesText { return }
      if type.takesColor, text.isEmpty || CSSColor.parse(text) != nil { return }
      let words = type.allWords
      if words.contains(text) || type.wordSets.contains(where: { Self.holds($0, text) }) { return }
      let isWords = !words.isEmpty || !type.wordSets.isEmpty
      report(
        node, path, "`\(text)`", expected: Self.description(of: type),
        hints: isWords ? nearestNameHints(to: text, among: words + Self.long(type)) : [])
      return
    case .array(let items):
      guard let item = type.items.first else { break }
      for (index, node) in items.enumerated() { value(node, item, path: "\(path)/\(index)") }
      return
    case .object(let members):
      // A value of a guide may have conditions beside its expression.
      if type.takesExpression, !(type.kind == "GuideValue" && node.has("condition")),
        let text = node["expr"] ?? node["signal"]
      {
        for member in members where member.name != "expr" {
          unknown(member, path: path, known: ["expr"], of: "an expression")
        }
        if let text = text.string { expression(text, at: node["expr"] ?? node) }
        return
      }
      // Objects of one kind or of members of any name: told by what the kind has.
      if let kind = type.kind {
        let known = Grammar.kind(kind).properties
        if type.members.isEmpty || members.contains(where: { known[$0.name] != nil }) {
          return object(node, kind, path: path)
        }
      }
      if let inner = type.members.first {
        for member in members { value(member.node, inner, path: Self.path(path, member.name)) }
        return
      }
    }
    report(node, path, node.kind, expected: Self.description(of: type))
  }

  private mutating func expression(_ text: String, at node: JSONNode) {
    let span = file.span(node.range)
    guard let expression = Expression.parse(text, at: span, into: &bag) else { return }
    expression.check(
      names: parameters + ["datum", "width", "height", "item", "event", "parent"], into: &bag)
  }

  private mutating func predicate(_ node: JSONNode, path: String) {
    if let text = node.string { return expression(text, at: node) }
    _ = TransformParser.predicate(node, in: file, path: path, into: &bag)
  }

  // MARK: Reports

  private mutating func unknown(
    _ member: JSONNode.Member, path: String, known: [String], of owner: String?
  ) {
    bag.add(
      ChartDiagnostics.unknown(
        member.name, path: path.isEmpty ? "/" : path, known: known, of: owner,
        at: file.span(member.nameRange)))
  }

  private mutating func report(
    _ node: JSONNode, _ path: String, _ found: String, expected: String, hints: [String] = []
  ) {
    bag.add(
      ChartDiagnostics.value(
        found, path: path, expected: expected, hints: hints, at: file.span(node.range)))
  }

  private static func path(_ path: String, _ name: String) -> String {
    // RFC 6901 writes `~` and `/` of a name so that the path can be read back.
    var escaped = ""
    for character in name {
      switch character {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.append(character)
      }
    }
    return "\(path)/\(escaped)"
  }

  /// Whether a set of words too large for a table holds `text`.
  private static func holds(_ set: String, _ text: String) -> Bool {
    switch set {
    case "timeUnit": UnitOfTime(.text(text)) != nil
    case "scheme": ColorSchemes.scheme(text) != nil
    default: false
    }
  }

  private static func long(_ type: Grammar.ValueType) -> [String] {
    var words: [String] = []
    if type.wordSets.contains("scheme") { words += ColorSchemes.names }
    if type.wordSets.contains("timeUnit") {
      words += [
        "year", "quarter", "month", "week", "day", "dayofyear", "date", "hours", "minutes",
        "seconds", "milliseconds", "yearquarter", "yearmonth", "yearmonthdate", "monthdate",
        "utcyear", "utcyearmonth",
      ]
    }
    return words
  }

  private static func description(of type: Grammar.ValueType) -> String {
    var parts: [String] = []
    if type.takesBoolean { parts.append("true or false") }
    if type.takesNumber { parts.append("a number") }
    if type.takesText { parts.append("text") }
    if type.takesColor { parts.append("a colour") }
    let words = type.allWords
    if words.count > 12 {
      parts.append("one of \(words.prefix(12).joined(separator: ", ")) …")
    } else if !words.isEmpty {
      parts.append((words.count > 1 ? "one of " : "") + words.joined(separator: ", "))
    }
    if type.wordSets.contains("timeUnit") { parts.append("a unit of time") }
    if type.wordSets.contains("scheme") { parts.append("the name of a colour scheme") }
    if !type.items.isEmpty { parts.append("an array") }
    if type.kind != nil || !type.members.isEmpty { parts.append("an object") }
    if type.takesExpression { parts.append("an expression") }
    if type.takesNull { parts.append("null") }
    return parts.joined(separator: ", or ")
  }
}
