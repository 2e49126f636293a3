import Syntax
import Tables

/// Checks that the formats of channels and their guides can be read: one that cannot would be passed over in
/// silence. What a format is for follows from the field that it stands with.
struct FormatCheck {
  let file: SourceFile

  func check(_ model: Model, written: JSONNode, into bag: inout DiagnosticBag) {
    var problems = DiagnosticBag()
    visit(model, &problems)
    let config = written["config"]
    for name in ["numberFormat", "normalizedNumberFormat"] {
      number(config?[name], "/config/\(name)", &problems)
    }
    time(config?["timeFormat"], "/config/timeFormat", &problems)
    // Views that share a definition share its problem.
    for (index, problem) in problems.diagnostics.enumerated()
    where !problems.diagnostics[..<index].contains(problem) {
      bag.add(problem)
    }
  }

  private func visit(_ model: Model, _ bag: inout DiagnosticBag) {
    for channel in Channel.allCases {
      for definition in model.unit?.encoding[channel] ?? [] { check(definition, &bag) }
    }
    for definition in model.facet?.definitions ?? [] { check(definition, &bag) }
    for child in model.children { visit(child, &bag) }
  }

  private func check(_ definition: ChannelDefinition, _ bag: inout DiagnosticBag) {
    let path = "/encoding/\(definition.channel.rawValue)"
    let holders =
      [("", definition.node)]
      + ["axis", "legend", "header"].compactMap { name in
        definition.node[name].map { ("/\(name)", $0) }
      }
    for (suffix, holder) in holders {
      guard let format = holder["format"] else { continue }
      if isTime(definition, holder["formatType"]?.string) {
        time(format, path + suffix + "/format", &bag)
      } else {
        number(format, path + suffix + "/format", &bag)
      }
    }
    for condition in definition.conditions where condition.has("field") {
      check(EncodingParser.definition(condition, channel: definition.channel), &bag)
    }
  }

  private func isTime(_ definition: ChannelDefinition, _ formatType: String?) -> Bool {
    switch formatType {
    case "time", "utc": true
    case "number": false
    default: definition.type == .temporal || definition.timeUnit != nil
    }
  }

  private func number(_ node: JSONNode?, _ path: String, _ bag: inout DiagnosticBag) {
    guard let node, let text = node.string, !text.isEmpty, !NumberFormat.isKnown(text) else {
      return
    }
    bag.add(
      ChartDiagnostics.value(
        "`\(text)`", path: path, expected: NumberFormat.expectation, at: file.span(node.range)))
  }

  private func time(_ node: JSONNode?, _ path: String, _ bag: inout DiagnosticBag) {
    // A format may be given for each unit of time.
    for node in node.map({ $0.isObject ? $0.entries.map(\.node) : [$0] }) ?? [] {
      guard let text = node.string, let first = TimeFormat.unknownDirectives(in: text).first else {
        continue
      }
      bag.add(
        ChartDiagnostics.value(
          "the directive `%\(first)` of `\(text)`", path: path,
          expected: "directives of d3-time-format, such as `%Y`, `%b`, `%d` or `%H:%M`",
          at: file.span(node.range)))
    }
  }
}
