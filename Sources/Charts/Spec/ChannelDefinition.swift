import Syntax
import Tables

/// The kinds of measurement of Vega-Lite.
enum FieldType: String, Hashable, Sendable, CaseIterable {
  case quantitative, temporal, ordinal, nominal, geojson

  var isDiscrete: Bool { self == .ordinal || self == .nominal }
}

/// What is mapped to a channel: a field, a datum, a value or only conditions.
struct ChannelDefinition: Sendable {
  /// As written, or as normalisation made it.
  var node: JSONNode
  var channel: Channel
  var type: FieldType?
  var aggregate: Aggregate?
  var bin: Binning?
  var timeUnit: UnitOfTime?

  enum Aggregate: Hashable, Sendable {
    case operation(String)
    /// The field's value in the row where another field is least.
    case argmin(String)
    case argmax(String)
    /// An average that weighs later rows more, by its parameter.
    case exponential(Double)

    var name: String {
      switch self {
      case .exponential: "exponential"
      case .operation(let name): name
      case .argmin: "argmin"
      case .argmax: "argmax"
      }
    }
  }

  enum Binning: Sendable {
    /// The data are to be binned.
    case computed(JSONNode)
    /// The data are binned already; the step where it was told.
    case given(step: Double?)
  }

  /// The field's name as written: a path, with `\.` for a dot in a name.
  var field: String? { node["field"]?.string }
  var datum: JSONNode? { node["datum"] }
  var value: JSONNode? { node["value"] }
  var isField: Bool { field != nil || aggregate?.name == "count" }
  var isDatum: Bool { datum != nil }
  var isFieldOrDatum: Bool { isField || isDatum }
  var conditions: [JSONNode] { node["condition"]?.listed ?? [] }
  var sort: JSONNode? { node["sort"] }
  var scale: JSONNode? { node["scale"] }
  var isScaleDisabled: Bool { node["scale"]?.isNull ?? false }
  var bandPosition: Double? { node["bandPosition"]?.number }
  var isBinned: Bool { if case .given = bin { true } else { false } }
  var isBinning: Bool { if case .computed = bin { true } else { false } }
  var isCount: Bool { aggregate?.name == "count" }

  /// Whether values of the field lie on a continuous scale by their type.
  var isContinuous: Bool { isFieldOrDatum && !isDiscrete }

  /// Vega-Lite's `isDiscrete`: by type, or because it is binned into ordinal bins, or a time unit on a
  /// discrete type.
  var isDiscrete: Bool {
    switch type {
    case .ordinal, .nominal, .geojson, nil: true
    case .quantitative: isBinning
    case .temporal: false
    }
  }

  /// The name under which the values of the field are found in the data, as Vega-Lite builds it:
  /// function, field and suffix joined by underscores.
  func fieldName(suffix: String = "", binSuffix: String? = nil, withoutFunction: Bool = false)
    -> String
  {
    if isCount { return suffix.isEmpty ? "__count" : "__count_\(suffix)" }
    var name = field.map(FieldNames.flat) ?? ""
    var ending = suffix
    if !withoutFunction {
      if let aggregate {
        switch aggregate {
        case .operation(let operation): name = "\(operation)_\(name)"
        case .exponential: name = "exponential_\(name)"
        case .argmin(let other): name = "argmin_\(FieldNames.flat(other))[\"\(name)\"]"
        case .argmax(let other): name = "argmax_\(FieldNames.flat(other))[\"\(name)\"]"
        }
      } else if case .computed(let parameters) = bin {
        name = "\(BinParameters.text(parameters))_\(name)"
        ending = binSuffix ?? suffix
      } else if let timeUnit, !timeUnit.isBinned {
        name = "\(timeUnit.text)_\(name)"
        if let binSuffix, binSuffix != "range", binSuffix != "mid" { ending = binSuffix }
      }
    }
    return ending.isEmpty ? name : "\(name)_\(ending)"
  }
}

/// The spelling of field names.
enum FieldNames {
  /// A field as written (`a.b`, `a\.b`, `a['b']`) as the name of one column: steps joined by dots.
  static func flat(_ field: String) -> String {
    FieldPath(field)?.flatName ?? field
  }

  /// `flat`, each character that cannot stand in a variable's name replaced by an underscore.
  static func variable(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      let isWord =
        (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
        || (0x61...0x7A).contains(scalar.value) || scalar == "_"
      out.unicodeScalars.append(isWord ? scalar : "_")
    }
    return out.first.map { $0.isNumber } == true ? "_" + out : out
  }
}

/// How the parameters of a bin show in names.
enum BinParameters {
  /// `bin_maxbins_10`: Vega-Lite's `binToString`.
  static func text(_ parameters: JSONNode) -> String {
    let entries = parameters.entries.filter { !["binned"].contains($0.name) }
    guard !entries.isEmpty else { return "bin" }
    return "bin"
      + entries.map { entry in
        FieldNames.variable("_\(entry.name)_\(text(of: entry.node))")
      }.joined()
  }

  private static func text(of node: JSONNode) -> String {
    switch node.value {
    case .number(let number): NumberText.text(of: number)
    case .string(let string): string
    case .bool(let bool): bool ? "true" : "false"
    case .null: "null"
    case .array(let items): items.map { text(of: $0) }.joined(separator: ",")
    case .object(let members): members.map { "\($0.name)_\(text(of: $0.node))" }.joined()
    }
  }
}
