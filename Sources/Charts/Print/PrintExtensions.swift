import Syntax

/// What a specification asks for in print beyond Vega-Lite, under `usermeta.almanac`: other tools pass it
/// over, and without it a chart is Vega-Lite's.
struct PrintExtensions: Sendable {
  /// Whether long titles and labels are broken into lines; nil leaves it to the theme.
  var wrap: Bool?

  static let names = ["alt", "source", "notes", "wrap"]

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
    bag.add(contentsOf: reader.bag)
  }
}
