import Foundation
import Syntax
import TestSupport
import Testing

/// A specification and what the reference implementation paints for it.
struct ChartReference: Sendable, CustomTestStringConvertible {
  /// `Kind.property=value`, with the name of the base after `@`.
  var name: String
  /// The text of the specification.
  var specification: String
  /// Width and height.
  var size: [Double]
  var items: [PaintedItem]
  /// The colour of the paper, nil for none.
  var paper: String? = "#ffffff"
  /// Whether it is painted as its base is.
  var isLikeBase: Bool

  var testDescription: String { name }

  /// What the case is for, such as `Axis.labelAngle`.
  var property: String {
    String(name.prefix { !"=@#".contains($0) })
  }

  /// The properties whose change makes the difference, as `Kind.property`; of a base all that it has.
  var properties: Set<String> = []
}

extension ChartReference {
  static let folder = repositoryRoot.appending(path: "Tests/References/charts")

  /// All references, in the order of their files.
  static let all: [ChartReference] = {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".ref") && $0 != "bases.ref" }.sorted()
      let bases = try read("bases.ref", bases: [:])
      let known = Dictionary(uniqueKeysWithValues: bases.map { ($0.name, $0) })
      return try bases + names.flatMap { try read($0, bases: known) }
    } catch {
      return []
    }
  }()

  private static func read(_ name: String, bases: [String: ChartReference]) throws
    -> [ChartReference]
  {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    var references: [ChartReference] = []
    var block: [Substring] = []
    func finish() throws {
      guard let head = block.first else { return }
      let words = head.split(separator: " ").map(String.init)
      let lines = Array(block.dropFirst())
      if words[0] == "base" {
        references.append(base(words[1], lines))
      } else if let base = bases[words[2]] {
        references.append(try changed(base, by: lines, named: words[1], earlier: references))
      }
    }
    for line in text.split(separator: "\n") {
      if line.hasPrefix("base ") || line.hasPrefix("case ") {
        try finish()
        block = []
      }
      block.append(line)
    }
    try finish()
    for index in references.indices {
      let all = try SpecificationProperties.all(in: references[index].specification)
      let base = references[index].name.split(separator: "@").last.flatMap { bases[String($0)] }
      references[index].properties = all.subtracting(base?.properties ?? [])
      references[index].properties.insert(references[index].property)
    }
    return references
  }

  private static func base(_ name: String, _ lines: [Substring]) -> ChartReference {
    var reference = ChartReference(
      name: name, specification: "{}", size: [], items: [], isLikeBase: false)
    for line in lines {
      if line.hasPrefix("spec ") {
        reference.specification = String(line.dropFirst(5))
      } else if line.hasPrefix("size ") {
        reference.size = numbers(line)
      } else if line.hasPrefix("paper ") {
        reference.paper = paper(line)
      } else if let item = PaintedItem(line: line) {
        reference.items.append(item)
      }
    }
    return reference
  }

  private static func changed(
    _ base: ChartReference, by lines: [Substring], named name: String, earlier: [ChartReference]
  ) throws -> ChartReference {
    var reference = base
    reference.name = "\(name)@\(base.name)"
    var node = try JSONPatch.parse(base.specification)
    var kept = base.items.map { Optional($0) }
    var added: [Int: [PaintedItem]] = [:]
    var index = 0
    for line in lines {
      if line.hasPrefix("set ") {
        let words = line.dropFirst(4).split(separator: " ", maxSplits: 1)
        node = JSONPatch.set(
          JSONPatch.path(words[0]), to: try JSONPatch.parse(String(words[1])), in: node)
      } else if line.hasPrefix("drop ") {
        node = JSONPatch.set(JSONPatch.path(line.dropFirst(5)), to: nil, in: node)
      } else if line.hasPrefix("size ") {
        reference.size = numbers(line)
      } else if line.hasPrefix("paper ") {
        reference.paper = paper(line)
      } else if line.hasPrefix("like ") {
        let name = "\(line.dropFirst(5))@\(base.name)"
        guard let other = earlier.last(where: { $0.name == name }) else { continue }
        (reference.size, reference.items, reference.paper) = (other.size, other.items, other.paper)
        reference.isLikeBase = false
        reference.specification = node.jsonText
        return reference
      } else if line.hasPrefix("-") {
        let ends = line.dropFirst().split(separator: "-").compactMap { Int($0) }
        for index in ends[0]...(ends.last ?? ends[0]) { kept[index] = nil }
      } else if line.hasPrefix("+") {
        let parts = line.dropFirst().split(
          separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        index = Int(parts[0]) ?? index
        if let item = PaintedItem(line: parts[1]) { added[index, default: []].append(item) }
      }
    }
    reference.items = (0...kept.count).flatMap { index in
      (added[index] ?? []) + (index < kept.count ? [kept[index]].compactMap { $0 } : [])
    }
    reference.isLikeBase = lines.allSatisfy { $0.hasPrefix("set ") || $0.hasPrefix("drop ") }
    reference.specification = node.jsonText
    return reference
  }

  private static func paper(_ line: Substring) -> String? {
    line == "paper None" ? nil : String(line.dropFirst(6))
  }

  private static func numbers(_ line: Substring) -> [Double] {
    line.split(separator: " ").compactMap { Double($0) }
  }
}

/// Changes to a specification.
enum JSONPatch {
  static func parse(_ text: String) throws -> JSONNode {
    var bag = DiagnosticBag()
    guard let node = JSONParser.parse(SourceFile(path: "spec", text: text), into: &bag) else {
      throw DiagnosticFailure(bag)
    }
    return node
  }

  /// The names of a JSON pointer (RFC 6901).
  static func path(_ pointer: Substring) -> ArraySlice<String> {
    pointer.split(separator: "/").map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }[...]
  }

  /// `node` with what `path` leads to set to `value`, or taken away; objects on the way are made.
  static func set(_ path: ArraySlice<String>, to value: JSONNode?, in node: JSONNode?) -> JSONNode {
    guard let name = path.first else { return value ?? JSONNode(.null) }
    let rest = path.dropFirst()
    if var items = node?.array, let index = Int(name), items.indices.contains(index) {
      items[index] = set(rest, to: value, in: items[index])
      return JSONNode(.array(items))
    }
    var members = node?.members ?? []
    if rest.isEmpty, value == nil {
      return JSONNode(.object(members.filter { $0.name != name }))
    }
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].node = set(rest, to: value, in: members[index].node)
    } else {
      members.append(
        JSONNode.Member(name: name, nameRange: 0..<0, node: set(rest, to: value, in: nil)))
    }
    return JSONNode(.object(members))
  }
}
