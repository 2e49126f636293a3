import Syntax
import Tables

/// What a specification asks for in print beyond Vega-Lite, under `usermeta.almanac`: other tools pass it
/// over, and without it a chart is Vega-Lite's.
struct PrintExtensions: Sendable {
  /// Whether long titles and labels are broken into lines; nil leaves it to the theme.
  var wrap: Bool?
  /// The look of rows of a certain status.
  var status: StatusLook?
  /// Labels at lines and bars; nil where they are not asked for.
  var directLabels: DirectLabels?
  /// The look of places without a value; nil where they stay empty.
  var missing: MissingLook?
  var targets: [Target] = []

  static let names = [
    "alt", "source", "notes", "wrap", "status", "directLabels", "missing", "targets",
  ]

  /// Reads the extensions of the specification `root`; what is wrong with them goes to `bag`.
  init(_ root: JSONNode, in file: SourceFile, into bag: inout DiagnosticBag) {
    guard let node = root["usermeta"]?["almanac"] else { return }
    var reader = ExtensionReader(file: file)
    reader.names(of: node, Self.names, at: ExtensionReader.root)
    let path = ExtensionReader.root
    if let alt = node["alt"] { _ = reader.string(alt, at: "\(path)/alt") }
    if let source = node["source"] { _ = reader.string(source, at: "\(path)/source") }
    if let notes = node["notes"] {
      for note in notes.listed { _ = reader.string(note, at: "\(path)/notes") }
    }
    wrap = node["wrap"].flatMap { reader.bool($0, at: "\(path)/wrap") }
    status = node["status"].flatMap { StatusLook($0, at: "\(path)/status", &reader) }
    directLabels = node["directLabels"].flatMap {
      DirectLabels($0, at: "\(path)/directLabels", &reader)
    }
    missing = node["missing"].flatMap { MissingLook($0, at: "\(path)/missing", &reader) }
    if let written = node["targets"] { readTargets(written, of: root, &reader) }
    bag.add(contentsOf: reader.bag)
  }

  private mutating func readTargets(
    _ node: JSONNode, of root: JSONNode, _ reader: inout ExtensionReader
  ) {
    let path = "\(ExtensionReader.root)/targets"
    guard let items = node.array else {
      return reader.refuse(node, at: path, expected: "an array of targets")
    }
    targets = items.enumerated().compactMap { Target($1, at: "\(path)/\($0)", &reader) }
    if let expected = TargetLayers.obstacle(in: root, targets), !targets.isEmpty {
      reader.refuse(node, at: path, expected: expected)
    }
  }

  /// What the looks of the chart mean, each a paragraph of its foot.
  var keys: [String] {
    ([status?.note, missing?.note] + targets.map(\.note)).compactMap { $0 }
  }

  /// Problems that show only with the data: fields that no view has.
  func problems(in root: ViewInstance, file: SourceFile) -> DiagnosticBag {
    var bag = DiagnosticBag()
    if let status {
      let tables = root.units.map(\.table)
      if !tables.contains(where: { $0.column(at: FieldPath(name: status.field)) != nil }) {
        bag.add(
          ChartDiagnostics.unknownField(
            status.field, known: tables.first?.names ?? [], at: file.span(status.fieldRange)))
      }
    }
    for target in targets {
      guard case .field(let field, let range)? = target.place else { continue }
      let tables = root.units.filter { TargetLayers.isPart($0.model.unit) }.map(\.table)
      if !tables.contains(where: { $0.column(at: FieldPath(name: field)) != nil }) {
        bag.add(
          ChartDiagnostics.unknownField(
            field, known: root.units.first?.raw.names ?? [], at: file.span(range)))
      }
    }
    if let directLabels {
      if !root.units.contains(where: { $0.model.unit.map { DirectLabels.serves($0) } ?? false }) {
        bag.add(
          ChartDiagnostics.value(
            "`directLabels`", path: "\(ExtensionReader.root)/directLabels",
            expected:
              "a mark `line` with a field in `color`, `stroke`, `strokeDash` or `detail`, or a mark"
              + " `bar` with a quantity",
            at: file.span(directLabels.range)))
      }
    }
    if let missing,
      !root.units.contains(where: { $0.model.unit.flatMap { MissingLook.channels($0) } != nil })
    {
      bag.add(
        ChartDiagnostics.value(
          "`missing`", path: "\(ExtensionReader.root)/missing",
          expected: "a quantity in `x` or `y`, and categories or times in the other",
          at: file.span(missing.range)))
    }
    return bag
  }
}
