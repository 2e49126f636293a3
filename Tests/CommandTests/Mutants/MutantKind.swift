import Foundation
import TestSupport
import Wording

/// A kind of input that is damaged, and the command that reads it.
enum MutantKind: String, CaseIterable {
  case tables, package, frontMatter, markdown, themes, labels, specifications, pictures, maps

  /// A file of the workspace with what it may hold before it is damaged.
  struct Seed {
    var path: String
    var bytes: [UInt8]
    /// What of it is damaged.
    var part: Range<Int>
    /// The arguments of the program.
    var command: [String]

    init(_ path: String, _ bytes: [UInt8], part: Range<Int>? = nil, command: [String]) {
      self.path = path
      self.bytes = bytes
      self.part = part ?? 0..<bytes.count
      self.command = command
    }
  }

  private static let template = "templates/mutants/report.md"
  private static let check = ["check", "mutants"]
  /// Formats that are drawn in different ways.
  private static let chart = ["--format", "svg,pdf,png", "--data-dir", ".", "--output-dir", "out"]

  /// What is damaged, in the workspace at `folder`.
  func seeds(in folder: URL) throws -> [Seed] {
    func bytes(_ path: String) throws -> [UInt8] {
      Array(try Data(contentsOf: folder.appending(path: path)))
    }
    func names(_ path: String, _ suffix: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)
        .filter { $0.hasSuffix(suffix) }.sorted().map { "\(path)/\($0)" }
    }
    switch self {
    case .tables:
      return try names("data", ".csv").map { Seed($0, try bytes($0), command: Self.check) }
    case .package:
      return [
        Seed("data/datapackage.json", try bytes("data/datapackage.json"), command: Self.check)
      ]
    case .frontMatter, .markdown:
      let text = try bytes(Self.template)
      let end = String(decoding: text, as: UTF8.self).range(of: "\n---\n").map {
        String(decoding: text, as: UTF8.self)[..<$0.upperBound].utf8.count
      }
      let head = 4..<((end ?? 4) - 4)
      return [
        Seed(
          Self.template, text, part: self == .frontMatter ? head : (end ?? 0)..<text.count,
          command: Self.check)
      ]
    case .themes:
      let path = "templates/themes/house.yaml"
      return [Seed(path, try bytes(path), command: Self.check)]
    case .labels:
      let path = "templates/labels/nl.yaml"
      return [Seed(path, try bytes(path), command: Self.check)]
    case .specifications:
      let goldens = repositoryRoot.appending(path: "Tests/Goldens/charts")
      return try FileManager.default.contentsOfDirectory(atPath: goldens.path)
        .filter { $0.hasSuffix(".vl.json") }.sorted().map { name in
          Seed(
            "chart.vl.json", Array(try Data(contentsOf: goldens.appending(path: name))),
            command: ["chart", "chart.vl.json"] + Self.chart)
        }
    case .pictures:
      let path = "templates/picture/picture.png"
      return ([try bytes(path)] + [SampleImages.png, SampleImages.jpeg])
        .map { Seed(path, $0, command: ["check", "picture"]) }
    case .maps:
      return try ["topology", "features"].map { name in
        Seed(
          "\(name).json", try bytes("\(name).json"),
          command: ["chart", "\(name).vl.json"] + Self.chart)
      }
    }
  }

  /// What means something in the language of the file.
  var pieces: [String] {
    switch self {
    case .tables: ["\"", ",", "\n", "\r\n", ";", "\"\"", "\u{FEFF}", "=1+1", "不", "1,234.5", "\t"]
    case .package, .specifications, .maps:
      [
        "{", "}", "[", "]", "\"", ":", ",", "\\u0000", "\\", "null", "-", "\"type\": ",
        "{\"a\": 1}",
        "\"field\": \"a\", ", "\"url\": \"../a\", ", "\"expr\": \"1/0\", ",
      ]
    case .frontMatter, .themes, .labels:
      [
        ":", ": ", "- ", "\n  ", "\n", "{", "}", "[", "&a ", "*a", "!!int ", "|\n", ">-\n", "\"",
        "'",
        "#", "---\n", "\t", "? ", "{1}", "{{ x }}", "~",
      ]
    case .markdown:
      [
        "{{", "}}", ":::", "::: {.for each=\"", "```", "```{chart}\n#| ", "[^", "[@", "]", "@fig-",
        "{#", "}", "|", "\n", "\n\n", "---\n", "> ", "- ", "\\", "\"", "*", "_", "<!--", "-->",
        "<?",
        "\u{F0000}", "汉", "\r", "\t", "\0", "# ", "|---|", "&amp;", "![", "{{< include ", ">}}",
        "#| columns:\n#|   - ", "::: {.columns}\n",
      ]
    case .pictures: ["\u{0}", "IHDR", "IDAT", "PLTE", "tRNS", "iCCP", "IEND", "\u{7F}"]
    }
  }

  /// A workspace in which every kind has its file, in a folder of its own.
  static func workspace() throws -> URL {
    let tests = repositoryRoot.appending(path: "Tests/CommandTests")
    let folder = FileManager.default.temporaryDirectory.appending(path: "almanac-mutants-\(UUID())")
    try FileManager.default.copyItem(at: tests.appending(path: "MutantWorkspace"), to: folder)
    try FileManager.default.copyItem(
      at: tests.appending(path: "Workspace/data"), to: folder.appending(path: "data"))
    // All labels, those that come with the next change too.
    let labels = folder.appending(path: "templates/labels")
    try FileManager.default.createDirectory(at: labels, withIntermediateDirectories: true)
    let lines = Label.allCases.map { label in
      "\(label.rawValue): \"\(Wording.english[label])\"\n"
    }
    try Data(lines.joined().utf8).write(to: labels.appending(path: "nl.yaml"))
    return folder
  }
}
