import Syntax

/// What a guide shows over its scale: lines of text, or fields whose titles are joined.
enum GuideTitle: Sendable, Equatable {
  case text([String])
  /// Default titles of fields, each once.
  case fields([String])
  case none

  var lines: [String] {
    switch self {
    case .text(let lines): lines
    case .fields(let titles): [titles.joined(separator: ", ")]
    case .none: []
    }
  }

  /// The title of a node: a string, lines, or null for none.
  init(_ node: JSONNode) {
    if let string = node.string {
      self = string.isEmpty ? .none : .text([string])
    } else if let lines = node.array {
      self = .text(lines.compactMap(\.string))
    } else {
      self = .none
    }
  }

  /// Titles of guides that are merged: texts that differ are joined, default titles listed once each.
  static func merged(_ a: Explicit<GuideTitle>?, _ b: Explicit<GuideTitle>?)
    -> Explicit<GuideTitle>?
  {
    Explicit.merged(a, b, isSame: ==) { x, y in
      switch (x.value, y.value) {
      case (.fields(let p), .fields(let q)):
        return Explicit(.fields(p + q.filter { !p.contains($0) }), isExplicit: x.isExplicit)
      case (.text(let p), .text(let q)):
        return Explicit(
          .text([p.joined(separator: " ") + ", " + q.joined(separator: " ")]),
          isExplicit: x.isExplicit)
      case (.none, _): return x.isExplicit ? x : y
      case (_, .none): return x
      case (.text, .fields): return x
      case (.fields, .text): return y
      }
    }
  }
}

/// An axis as the views that share it describe it.
struct AxisComponent: Sendable {
  var channel: Channel
  /// The unit whose scale the axis shows.
  var unit: ObjectIdentifier
  var properties: [String: Explicit<JSONNode>] = [:]
  var title: Explicit<GuideTitle>?
  /// Where in their band labels stand; nil for the middle.
  var labelBandPosition: Double?
  /// Whether the axis is turned off; by `axis: null` for all that share it.
  var disabled = Explicit(false, isExplicit: false)
  /// Whether there is a scale across, along which grid lines can run.
  var hasCrossScale = false
  /// Whether the parts outside of the view went to the headers of a facet.
  var isMainExtracted = false
  var timeUnit: UnitOfTime?
  var fieldType: FieldType?
  var isNormalized = false
  var config: Config

  func property(_ name: String) -> JSONNode? { properties[name]?.value }
  var orient: String { property("orient")?.string ?? (channel == .x ? "bottom" : "left") }
}

/// A legend as the views that share it describe it.
struct LegendComponent: Sendable {
  /// The channels whose scales it shows, the first one leading, by Vega's names (`fill`, `stroke` …).
  var scales: [ScaleReference]

  struct ScaleReference: Sendable {
    var vega: String
    var channel: Channel
    /// The unit whose scale it is.
    var unit: ObjectIdentifier
  }

  var properties: [String: Explicit<JSONNode>] = [:]
  var title: Explicit<GuideTitle>?
  var isDisabled = false
  var symbolType: Explicit<String>?
  /// `gradient` or `symbol` where a rule or the author decides.
  var type: Explicit<String>?
  var timeUnit: UnitOfTime?
  var fieldType: FieldType?
  /// How the symbols look beside what the scales give, by Vega's names.
  var symbolEncoding: [String: JSONNode] = [:]
  var gradientOpacity: JSONNode?

  func property(_ name: String) -> JSONNode? { properties[name]?.value }
}

/// The headers of a facet on one channel.
struct HeaderLayout: Sendable {
  struct Header: Sendable {
    var showsLabels: Bool
    var axes: [AxisComponent] = []
  }

  var title: [String]?
  var definition: ChannelDefinition?
  /// Above or left of the cells, and below or right of them.
  var header: Header?
  var footer: Header?
}
