import Syntax

/// A scale as the views that share it describe it, before any data is seen.
struct ScaleComponent: Sendable {
  /// Where a part of a domain comes from.
  enum DomainPart: Sendable {
    /// Values written in the specification.
    case values([JSONNode])
    /// Fields of the data of a unit: `main` after all transforms, `raw` before aggregation.
    case fields([String], unit: String, isRaw: Bool)
    /// From the start of the first bin to the end of the last.
    case bins(field: String, unit: String)
    /// The smallest and greatest value before aggregation.
    case unaggregated(field: String, unit: String)
  }

  /// How the values of a discrete domain are ordered.
  enum DomainSort: Sendable {
    /// As they come in the data.
    case none
    case natural(isDescending: Bool)
    /// By an aggregate of a field over the rows of each value.
    case byField(operation: String, field: String?, isDescending: Bool)
    /// In the order of the list; what it lacks comes after.
    case list([JSONNode])
  }

  enum Range: Sendable {
    /// Pixels a step of a band or point scale; the second where steps count offsets.
    case step(Double)
    case offsetStep(Double)
    /// The side of the view.
    case view(Dimension)
    /// The width of a band of the position that an offset belongs to.
    case band(Channel)
    case values([JSONNode])
    case numbers([Double])
    /// A range of the configuration, such as `category`.
    case named(String)
    case scheme(JSONNode)
    /// Sizes of point marks: up to the square of the smallest step, or of bars up to a step less one.
    case sizes(minimum: Double, maximum: SizeMaximum)
    /// From 0 to the smaller half of the view.
    case radius(from: Double, to: Double?)
    /// The values of another field, in the order of the domain.
    case field(String, unit: String)

    enum SizeMaximum: Sendable {
      case value(Double)
      /// The smaller step of x and y, where known, by mark.
      case pointStep(width: Double, height: Double)
      case bandStep(width: Double, height: Double)
    }
  }

  var channel: Channel
  var type: Explicit<String>
  var domains: Explicit<[DomainPart]>?
  var sort: DomainSort?
  var range: Explicit<Range>?
  var properties: [String: Explicit<JSONNode>] = [:]
  /// The type of the field or datum that first asked for the scale.
  var fieldType: FieldType?

  var typeName: String { type.value }

  func property(_ name: String) -> JSONNode? { properties[name]?.value }

  /// Properties of a scale that pass from the specification to the scale.
  static let propertyNames = [
    "align", "base", "bins", "clamp", "constant", "domainMax", "domainMin", "domainMid",
    "exponent", "interpolate", "nice", "padding", "paddingInner", "paddingOuter", "reverse",
    "round", "zero",
  ]
}

/// The families of scales.
enum ScaleFamily {
  static let discrete: Set<String> = ["band", "point", "ordinal", "bin-ordinal"]
  static let continuous: Set<String> = [
    "linear", "log", "pow", "sqrt", "symlog", "time", "utc", "identity", "sequential",
  ]
  static let discretizing: Set<String> = ["quantile", "quantize", "threshold"]

  static func isDiscrete(_ type: String) -> Bool { discrete.contains(type) }
  static func isContinuous(_ type: String) -> Bool { continuous.contains(type) }
  static func hasContinuousDomain(_ type: String) -> Bool {
    continuous.contains(type) || discretizing.contains(type)
  }

  /// Vega-Lite's categories of scales that can serve several layers together.
  static func category(_ type: String) -> String {
    switch type {
    case "time", "utc": "time"
    case "band", "point": "ordinal-position"
    case "ordinal", "bin-ordinal", "quantile", "quantize", "threshold": type
    default: "numeric"
    }
  }

  static func areCompatible(_ a: String, _ b: String) -> Bool {
    let (x, y) = (category(a), category(b))
    return x == y || (x == "ordinal-position" && y == "time")
      || (x == "time" && y == "ordinal-position")
  }

  /// Which type wins where merged scales differ.
  static func precedence(_ type: String) -> Int {
    switch type {
    case "log", "pow", "sqrt", "symlog": 1
    case "point": 10
    case "band": 11
    default: 0
    }
  }
}
