import Syntax
import Tables

/// Labels at what they name: lines by their ends, bars with their values.
struct DirectLabels: Sendable {
  /// Where it is asked for them.
  var range: Range<Int>
  /// How values of bars are written; nil for the format of their axis.
  var format: String?

  /// Reads `true`, or an object with a `format`; nil for `false` or what cannot be read.
  init?(_ node: JSONNode, at path: String, _ reader: inout ExtensionReader) {
    range = node.range
    if node.isObject {
      reader.names(of: node, ["format"], at: path)
      guard let written = node["format"] else { return }
      format = reader.string(written, at: "\(path)/format")
      if let format, !NumberFormat.isKnown(format) {
        reader.refuse(written, at: "\(path)/format", expected: NumberFormat.expectation)
      }
      return
    }
    guard let isOn = node.bool else {
      reader.refuse(node, at: path, expected: "true, false or an object")
      return nil
    }
    if !isOn { return nil }
  }

  /// Whether a unit draws something that can be labelled.
  static func serves(_ unit: Model.Unit) -> Bool {
    LineLabels.series(unit) != nil || BarLabels.measure(unit) != nil
  }
}
