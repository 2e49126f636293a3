import Syntax

/// A target shown in a chart: a line across the plot, a band, or a tick for each bar.
struct Target: Sendable {
  enum Place: Sendable {
    /// A number or time, as written.
    case constant(JSONNode)
    /// A field with a target for each row.
    case field(String, Range<Int>)
  }

  var place: Place?
  /// The ends of a band.
  var band: [JSONNode]
  var label: String?
  /// `x` or `y`; nil for the axis of the measure.
  var axis: Channel?

  init?(_ node: JSONNode, at path: String, _ reader: inout ExtensionReader) {
    reader.names(of: node, ["value", "label", "axis", "band"], at: path)
    guard node.isObject else { return nil }
    if !node.has("value"), !node.has("band") {
      reader.refuse(node, at: path, expected: "the member `value` or `band`")
      return nil
    }
    var isComplete = true
    if let value = node["value"] {
      if value.number != nil || value.string != nil {
        place = .constant(value)
      } else if let field = value["field"]?.string {
        place = .field(field, (value["field"] ?? value).range)
      } else {
        reader.refuse(value, at: "\(path)/value", expected: "a number, a date or a `field`")
        isComplete = false
      }
    }
    band = node["band"]?.array ?? []
    let isBand = band.count == 2 && band.allSatisfy { $0.number != nil || $0.string != nil }
    if let written = node["band"], !isBand {
      reader.refuse(written, at: "\(path)/band", expected: "an array of two numbers or dates")
      isComplete = false
    }
    if let written = node["axis"] {
      switch written.string {
      case "x": axis = .x
      case "y": axis = .y
      default:
        reader.refuse(written, at: "\(path)/axis", expected: "`x` or `y`")
        isComplete = false
      }
    }
    label = node["label"].flatMap { reader.string($0, at: "\(path)/label") }
    if !isComplete { return nil }
  }

  /// What its ticks mean, for the foot of the chart; lines and bands bear their labels.
  var note: String? {
    if case .field? = place { label.map { "Marker: \($0)" } } else { nil }
  }
}
