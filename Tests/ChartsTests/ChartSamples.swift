import Charts
import Foundation
import Scene
import Syntax
import TestSupport
import Typesetting

/// Charts compiled for tests.
enum ChartSamples {
  static let folder = repositoryRoot.appending(path: "Tests/Goldens/charts")

  /// The names of the specifications beside the goldens.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".vl.json") }.map { String($0.dropLast(8)) }.sorted()
  }()

  static func text(of name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(name).vl.json"), encoding: .utf8)
  }

  static func shaper() throws -> Shaper {
    Shaper(
      fonts: try FontBook(
        families: ["DejaVu Sans", "Lato"], generics: ["sans-serif": "DejaVu Sans"]))
  }

  /// The chart of a specification.
  ///
  /// - Throws: its diagnostics.
  static func chart(
    _ text: String, theme: ChartTheme = .vegaLite, width: Double? = nil,
    title: ChartContext.TitleOverride? = nil, shaper: Shaper? = nil
  ) throws -> Chart {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "chart.vl.json", text: text)
    guard let spec = ChartSpec.parse(file, into: &bag) else { throw DiagnosticFailure(bag) }
    let context = ChartContext(
      shaper: try shaper ?? Self.shaper(), theme: theme, width: width, title: title)
    return try ChartCompiler.compile(spec, in: context)
  }

  /// What is wrong with a specification; empty where nothing is.
  static func problems(_ text: String) throws -> [Diagnostic] {
    do {
      _ = try chart(text)
      return []
    } catch let failure as DiagnosticFailure {
      return failure.bag.diagnostics
    }
  }

  /// A bar chart with `change` made to it: the members of an object are set one by one.
  static func bars(_ change: String = "{}") -> String {
    """
    {
      "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 55}]},
      "mark": "bar",
      "encoding": {
        "x": {"field": "a", "type": "nominal"},
        "y": {"field": "b", "type": "quantitative"}
      },
      \(change.dropFirst().dropLast().isEmpty ? "\"name\": \"bars\"" : change.dropFirst().dropLast())
    }
    """
  }
}

extension JSONNode {
  /// The node as JSON text.
  var jsonText: String { output.compact }

  private var output: JSONOutput {
    switch value {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let number): .number(number)
    case .string(let string): .string(string)
    case .array(let items): .array(items.map(\.output))
    case .object(let members): .object(members.map { ($0.name, $0.node.output) })
    }
  }
}

extension Frame {
  /// Every group of the frame, outer before inner.
  var groups: [Group] {
    func groups(_ items: [FrameItem]) -> [Group] {
      items.flatMap { item -> [Group] in
        if case .group(let group) = item { [group] + groups(group.items) } else { [] }
      }
    }
    return groups(items)
  }

  /// The items of all groups of a class, such as `mark-rect role-mark`.
  func items(in classes: String...) -> [FrameItem] {
    groups.filter { group in
      classes.allSatisfy { group.semantics?.classes.contains($0) ?? false }
    }.flatMap(\.items)
  }

  /// The texts drawn in groups of a class, in order.
  func texts(in name: String) -> [String] {
    func texts(_ items: [FrameItem]) -> [String] {
      items.flatMap { item -> [String] in
        switch item {
        case .text(let text): text.lines.map { $0.map(\.text).joined() }
        case .group(let group): texts(group.items)
        case .shape, .image, .destination: []
        }
      }
    }
    return groups.filter { $0.semantics?.classes.contains(name) ?? false }
      .flatMap { texts($0.items) }
  }
}
