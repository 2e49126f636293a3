import Syntax
import Tables

/// Selections as they are before anybody has selected anything: empty, or with the value that the
/// specification gives them.
struct InitialSelections {
  /// One selection parameter.
  struct Selection {
    /// As written.
    let node: JSONNode
    /// The encoding of the view that it is made in.
    let encoding: JSONNode

    var isInterval: Bool {
      (node["select"]?["type"]?.string ?? node["select"]?.string) == "interval"
    }
    /// Its value at first, nil where nothing is selected.
    var value: JSONNode? { node["value"].flatMap { $0.isNull ? nil : $0 } }
    /// Whether it is the extent of the view's scales rather than a choice of rows.
    var isBoundToScales: Bool { node["bind"]?.string == "scales" }

    /// The definition of a channel that the selection is projected on.
    func definition(_ key: String) -> ChannelDefinition? {
      guard let channel = Channel(rawValue: key), let node = encoding[key] else { return nil }
      return EncodingParser.definition(node, channel: channel)
    }

    /// The one channel or field that values without names belong to.
    private var onlyKey: String? {
      (node["select"]?["encodings"] ?? node["select"]?["fields"])?.array?.first?.string
    }

    /// The rows that are selected, each as its values by channel or field.
    var tuples: [[(name: String, node: JSONNode)]] {
      let items: [JSONNode] = value?.listed ?? []
      return items.map { item in
        if item.isObject { return item.entries.map { ($0.name, $0.node) } }
        return onlyKey.map { [($0, item)] } ?? []
      }
    }
  }

  private let selections: [String: Selection]
  private let zone: TimeZoneRules

  /// The selections that the views of `spec` make.
  init(_ spec: JSONNode, zone: TimeZoneRules) {
    self.zone = zone
    var found: [String: Selection] = [:]
    Self.collect(spec, &found)
    selections = found
  }

  private static func collect(_ view: JSONNode, _ found: inout [String: Selection]) {
    for node in view["params"]?.array ?? [] where node.has("select") {
      guard let name = node["name"]?.string else { continue }
      found[name] = Selection(node: node, encoding: encoding(of: view))
    }
    for child in children(of: view) { collect(child, &found) }
  }

  private static func children(of view: JSONNode) -> [JSONNode] {
    ["layer", "concat", "hconcat", "vconcat"].flatMap { view[$0]?.array ?? [] }
      + [view["spec"]].compactMap { $0 }
  }

  /// The channels of a view and of those in it, the outer and first before others.
  private static func encoding(of view: JSONNode) -> JSONNode {
    children(of: view).reduce(view["encoding"] ?? .emptyObject) { known, child in
      encoding(of: child).overlaid(with: known)
    }
  }

  subscript(_ name: String) -> Selection? { selections[name] }

  var names: [String] { selections.keys.sorted() }

  // MARK: Tests

  /// A predicate with every reference to a parameter replaced by what it holds at first for rows of
  /// `table`.
  func resolved(_ node: JSONNode, names: [String: Value], in table: Table? = nil) -> JSONNode {
    if let name = node["param"]?.string {
      if let selection = selections[name] {
        return predicate(selection, in: table) ?? (node["empty"]?.bool ?? true ? "true" : "false")
      }
      return names[name]?.isTruthy ?? true ? "true" : "false"
    }
    for key in ["and", "or"] {
      if let items = node[key]?.array {
        return node.setting(key, .list(items.map { resolved($0, names: names, in: table) }))
      }
    }
    if let inner = node["not"] {
      return node.setting("not", resolved(inner, names: names, in: table))
    }
    return node
  }

  /// Whether a row is selected; nil where nothing is.
  private func predicate(_ selection: Selection, in table: Table?) -> JSONNode? {
    guard let value = selection.value else { return nil }
    if selection.isInterval {
      let tests = value.entries.compactMap { range($0, selection, table) }
      return tests.isEmpty ? nil : .of(["and": .list(tests)])
    }
    let rows = selection.tuples.filter { !$0.isEmpty }.map { tuple in
      JSONNode.of([
        "and": .list(
          tuple.map { member in
            let definition = selection.definition(member.name)
            return test(member.name, definition, table)
              .setting("equal", moment(member.node, definition))
          })
      ])
    }
    return rows.isEmpty ? nil : .of(["or": .list(rows)])
  }

  private func range(
    _ member: JSONNode.Member, _ selection: Selection, _ table: Table?
  ) -> JSONNode? {
    guard let ends = member.node.array, !ends.isEmpty else { return nil }
    let definition = selection.definition(member.name)
    let values = ends.map { moment($0, definition) }
    let test = test(member.name, definition, table)
    if values.count == 2, values.allSatisfy({ $0.number != nil }) {
      return test.setting("range", .list(values))
    }
    return test.setting("oneOf", .list(values))
  }

  /// The field that a channel or field of a selection stands for, as a predicate names it.
  private func test(
    _ key: String, _ definition: ChannelDefinition?, _ table: Table?
  ) -> JSONNode {
    func field(_ name: String) -> JSONNode {
      let escaped = name.map { ".[]\\".contains($0) ? "\\\($0)" : String($0) }.joined()
      return .of(["field": .text(escaped)])
    }
    guard let definition, let written = definition.field else {
      return definition == nil ? .of(["field": .text(key)]) : field(definition?.fieldName() ?? key)
    }
    // What the view has made of the field, where it has come so far.
    let name = definition.fieldName()
    if let table, name != FieldNames.flat(written), table.column(name) != nil { return field(name) }
    let test: JSONNode = .of(["field": .text(written)])
    return definition.node["timeUnit"].map { test.setting("timeUnit", $0) } ?? test
  }

  /// A date of a field of times as a number; any other value as it is.
  private func moment(_ node: JSONNode, _ definition: ChannelDefinition?) -> JSONNode {
    if case .date(let time) = DomainValues.value(node, definition, zone: zone) {
      return .number(time)
    }
    return node
  }

  // MARK: Elsewhere

  /// What expressions see under the name of a selection: the values of each field.
  func signal(_ name: String) -> Value {
    guard let selection = selections[name], let value = selection.value else {
      return .object(Value.Object([]))
    }
    func field(_ key: String) -> String { selection.definition(key)?.field ?? key }
    var object = Value.Object()
    if selection.isInterval {
      for member in value.entries { object.set(field(member.name), Value(member.node)) }
      return .object(object)
    }
    for member in selection.tuples.joined() {
      var items: [Value] = []
      if case .array(let known)? = Value.object(object).member(field(member.name)) { items = known }
      object.set(field(member.name), .array(items + [Value(member.node)]))
    }
    return .object(object)
  }

  /// What is set in a scale whose extent a selection gives, so that marks are cut at the view's edges
  /// (Vega-Lite's `selectionExtent`).
  static let extentMark = "selectionExtent"

  /// `spec` with the domains of scales that follow a selection written out.
  func withDomains(in spec: JSONNode) -> JSONNode {
    guard selections.values.contains(where: { $0.isInterval }) else { return spec }
    var spec = spec
    if let encoding = spec["encoding"] {
      var changed = encoding
      for entry in encoding.entries {
        if let domain = entry.node["scale"]?["domain"], let name = domain["param"]?.string {
          let key = domain["encoding"]?.string ?? entry.name
          let extent = selections[name]?.value?[key]?.array.map { JSONNode.list($0) }
          let scale = entry.node["scale"]?.setting("domain", extent)
            .setting(Self.extentMark, true)
          changed = changed.setting(entry.name, entry.node.setting("scale", scale))
        }
      }
      spec = spec.setting("encoding", changed)
    }
    for node in spec["params"]?.array ?? [] {
      guard let name = node["name"]?.string, let selection = selections[name],
        selection.isBoundToScales
      else { continue }
      let channels =
        selection.node["select"]?["encodings"]?.array?.compactMap(\.string) ?? ["x", "y"]
      spec = marked(spec, channels)
      if let value = selection.value { spec = bound(spec, to: value) }
    }
    for key in ["layer", "concat", "hconcat", "vconcat"] {
      if let views = spec[key]?.array {
        spec = spec.setting(key, .list(views.map { withDomains(in: $0) }))
      }
    }
    if let inner = spec["spec"] { spec = spec.setting("spec", withDomains(in: inner)) }
    return spec
  }

  /// A view in which the scales of `channels` are known to follow a selection.
  private func marked(_ view: JSONNode, _ channels: [String]) -> JSONNode {
    var view = view
    if var encoding = view["encoding"] {
      for channel in channels {
        guard let definition = encoding[channel], definition.isObject,
          definition["scale"]?.isNull != true
        else { continue }
        let scale = (definition["scale"] ?? .emptyObject).setting(Self.extentMark, true)
        encoding = encoding.setting(channel, definition.setting("scale", scale))
      }
      view = view.setting("encoding", encoding)
    }
    if let layers = view["layer"]?.array {
      view = view.setting("layer", .list(layers.map { marked($0, channels) }))
    }
    return view
  }

  /// A view whose scales have the extent of a selection that is bound to them.
  private func bound(_ view: JSONNode, to value: JSONNode) -> JSONNode {
    guard var encoding = view["encoding"] else { return view }
    for member in value.entries {
      guard let definition = encoding[member.name], definition.isObject else { continue }
      let scale = definition["scale"] ?? .emptyObject
      encoding = encoding.setting(
        member.name, definition.setting("scale", scale.setting("domain", member.node)))
    }
    return view.setting("encoding", encoding)
  }
}
