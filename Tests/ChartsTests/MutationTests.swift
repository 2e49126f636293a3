import Charts
import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

/// Specifications changed at random are drawn or refused; nothing else happens to them.
@Suite struct MutationTests {
  private static let spare: [JSONNode.Value] = [
    .null, .bool(false), .number(-1), .number(0), .number(1e9), .number(-1e300), .number(0.1),
    .string(""),
    .string("x"), .string("temporal"), .string("log"), .string("datum.value"), .array([]),
    .object([]),
  ]

  /// The node with one value in it changed.
  private static func changed(_ node: JSONNode, by random: inout SeededGenerator) -> JSONNode {
    var node = node
    switch node.value {
    case .object(var members) where !members.isEmpty && Int.random(in: 0..<9, using: &random) > 0:
      let index = Int.random(in: 0..<members.count, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0: members.remove(at: index)
      case 1: members[index].name += "s"
      default: members[index].node = changed(members[index].node, by: &random)
      }
      node.value = .object(members)
    case .array(var items) where !items.isEmpty && Int.random(in: 0..<9, using: &random) > 0:
      let index = Int.random(in: 0..<items.count, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0: items.remove(at: index)
      case 1: items.append(items[index])
      default: items[index] = changed(items[index], by: &random)
      }
      node.value = .array(items)
    case .object, .array, .null, .bool, .number, .string:
      node.value = spare[Int.random(in: 0..<spare.count, using: &random)]
    }
    return node
  }

  @Test(arguments: ChartSamples.names)
  func changedSpecificationsAreDrawnOrRefused(name: String) throws {
    let shaper = try ChartSamples.shaper()
    var bag = DiagnosticBag()
    let file = SourceFile(path: "chart.vl.json", text: try ChartSamples.text(of: name))
    let root = try #require(JSONParser.parse(file, into: &bag))
    var random = SeededGenerator(seed: UInt64(name.utf8.count))
    for _ in 0..<60 {
      var changed = Self.changed(root, by: &random)
      if Bool.random(using: &random) { changed = Self.changed(changed, by: &random) }
      do {
        let chart = try ChartSamples.chart(changed.jsonText, shaper: shaper)
        #expect(chart.frame.size.width.isFinite && chart.frame.size.height.isFinite)
      } catch let failure as DiagnosticFailure {
        #expect(!failure.bag.isEmpty)
      }
    }
  }
}
