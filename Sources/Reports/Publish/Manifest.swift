package import Documents
package import Syntax

/// What a report was made of and what came out: the commit point of a publication, and what tells
/// whether another machine can be expected to give the same bytes.
package struct Manifest: Sendable {
  /// A file with its contents' fingerprint.
  package struct Entry: Hashable, Sendable {
    package var path: String
    package var bytes: Int
    package var fingerprint: Fingerprint

    package init(path: String, bytes: Int, fingerprint: Fingerprint) {
      self.path = path
      self.bytes = bytes
      self.fingerprint = fingerprint
    }

    package init(path: String, contents: [UInt8]) {
      self.init(path: path, bytes: contents.count, fingerprint: Fingerprint(of: contents))
    }
  }

  /// A library that has a hand in the bytes, with its version.
  package struct Library: Hashable, Sendable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  package var report: String
  package var asOf: String
  /// BCP 47.
  package var language: String
  /// Who drew; the version of Cairo is among the libraries.
  package var renderer: Renderer
  /// `name=value` as given, sorted.
  package var parameters: [String]
  /// Relative to the workspace, sorted.
  package var inputs: [Entry]
  /// File names without their folders, sorted: where fonts are installed differs between machines. The
  /// fingerprint is that of the font's table directory, which holds the checksums of all its tables.
  package var fonts: [Entry]
  /// The hyphenation patterns that were read, by file name.
  package var patterns: [Entry]
  package var libraries: [Library]
  /// Relative to the report's folder, in the order of writing.
  package var outputs: [Entry]

  package static let fileName = "manifest.json"
  private static let schema = "almanac-manifest/1"

  package init(
    report: String, asOf: String, language: String, renderer: Renderer = .almanac,
    parameters: [String], inputs: [Entry],
    fonts: [Entry],
    patterns: [Entry], libraries: [Library], outputs: [Entry]
  ) {
    self.report = report
    self.asOf = asOf
    self.language = language
    self.renderer = renderer
    self.parameters = parameters
    self.inputs = inputs
    self.fonts = fonts
    self.patterns = patterns
    self.libraries = libraries
    self.outputs = outputs
  }

  /// The manifest as JSON, a line ending at the end.
  package var json: String {
    func entries(_ entries: [Entry], hashed: String = "sha256") -> JSONOutput {
      .array(
        entries.map { entry in
          .object([
            ("path", .string(entry.path)), ("bytes", .number(Double(entry.bytes))),
            (hashed, .string(entry.fingerprint.hex)),
          ])
        })
    }
    return JSONOutput.object([
      ("schema", .string(Self.schema)),
      ("tool", .string("almanac \(toolVersion)")),
      ("report", .string(report)),
      ("asOf", .string(asOf)),
      ("language", .string(language)),
      ("renderer", .string(renderer.rawValue)),
      ("parameters", .array(parameters.map { .string($0) })),
      ("inputs", entries(inputs)),
      ("fonts", entries(fonts, hashed: "directorySHA256")),
      ("patterns", entries(patterns)),
      ("libraries", .object(libraries.map { ($0.name, .string($0.version)) })),
      ("outputs", entries(outputs)),
    ]).indented() + "\n"
  }

  /// The manifest in `file`, or nil where it is none of this version's: then all is built anew.
  package init?(_ file: SourceFile) {
    var bag = DiagnosticBag()
    guard let node = JSONParser.parse(file, into: &bag), node["schema"]?.string == Self.schema,
      node["tool"]?.string == "almanac \(toolVersion)", let report = node["report"]?.string,
      let asOf = node["asOf"]?.string, let language = node["language"]?.string,
      let renderer = node["renderer"]?.string.flatMap(Renderer.init),
      let parameters = node["parameters"]?.array,
      let libraries = node["libraries"]?.members
    else { return nil }
    func entries(_ name: String, hashed: String = "sha256") -> [Entry]? {
      guard let items = node[name]?.array else { return nil }
      let entries = items.compactMap { item -> Entry? in
        guard let path = item["path"]?.string, let bytes = item["bytes"]?.number,
          let sum = item[hashed]?.string
        else { return nil }
        return Entry(path: path, bytes: Int(bytes), fingerprint: Fingerprint(hex: sum))
      }
      return entries.count == items.count ? entries : nil
    }
    guard let inputs = entries("inputs"), let fonts = entries("fonts", hashed: "directorySHA256"),
      let patterns = entries("patterns"), let outputs = entries("outputs")
    else { return nil }
    self.init(
      report: report, asOf: asOf, language: language, renderer: renderer,
      parameters: parameters.compactMap(\.string), inputs: inputs,
      fonts: fonts, patterns: patterns,
      libraries: libraries.map { Library(name: $0.name, version: $0.node.string ?? "") },
      outputs: outputs)
  }
}
