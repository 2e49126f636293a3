import Syntax
import Tables

/// How a field is read where its data are loaded, and where the specification asks for it.
struct FieldReading {
  var field: String
  var parse: FieldParse
  /// The entry of `format.parse`, or the field of the encoding or transform.
  var range: Range<Int>
}

/// How encodings and transforms take the fields of one `data`, where no format says otherwise: as times, or
/// as numbers where texts would be compared as such (Vega-Lite's `ParseNode.makeImplicitFromEncoding`).
struct ImplicitReadings {
  private(set) var readings: [FieldReading] = []
  /// Fields that are drawn as quantities. Their values need not be read ahead, but empty text is no zero.
  private(set) var quantities: Set<String> = []
  /// Fields that a calculation makes anew: what it cannot read in the old ones may be what it mends.
  private(set) var calculated: Set<String> = []

  /// The readings of each `data` below `root`, by the place of its definition.
  static func byData(_ root: Model) -> [Range<Int>: ImplicitReadings] {
    var result: [Range<Int>: ImplicitReadings] = [:]
    func visit(_ model: Model, _ inherited: Range<Int>) {
      let own = model.data.flatMap { $0.isNull ? nil : $0.range }
      let data = own ?? inherited
      result[data, default: .init()].add(model)
      if own != nil, let facet = model.parent?.facet {
        // A facet divides the data of its child, where that has some.
        result[data, default: .init()].add(facet)
      }
      for child in model.children { visit(child, data) }
    }
    visit(root, 0..<0)
    return result
  }

  private mutating func add(_ model: Model) {
    if let unit = model.unit {
      for channel in Channel.allCases {
        for definition in unit.encoding[channel] ?? [] {
          add(definition, of: unit)
          if let part = definition.fieldPart { add(part, of: unit) }
        }
      }
    }
    if let facet = model.facet { add(facet) }
    for node in model.transforms {
      if node.has("timeUnit"), let field = node["field"]?.string {
        add(field, .date(nil), node["field"])
      }
      if node.has("calculate"), let name = node["as"]?.string {
        calculated.insert(FieldNames.flat(name))
      }
    }
  }

  private mutating func add(_ facet: Model.Facet) {
    for definition in facet.definitions { add(definition, of: nil) }
  }

  private mutating func add(_ definition: ChannelDefinition, of unit: Model.Unit?) {
    guard let field = definition.field else { return }
    // The second end of a range has the type of the first.
    let type = definition.type ?? unit?[definition.channel.main]?.type
    let node = definition.node["field"]
    let isTime = type == .temporal || definition.timeUnit != nil
    if isTime, definition.aggregate == nil || definition.timeUnit != nil {
      add(field, .date(nil), node)
    } else if type == .quantitative {
      if definition.aggregate == .operation("min") || definition.aggregate == .operation("max") {
        add(field, .number, node)
      }
      if Channel.scaled.contains(definition.channel.main) {
        quantities.insert(FieldNames.flat(field))
      }
    }
  }

  private mutating func add(_ field: String, _ parse: FieldParse, _ node: JSONNode?) {
    let name = FieldNames.flat(field)
    guard !readings.contains(where: { $0.field == name }) else { return }
    readings.append(FieldReading(field: name, parse: parse, range: node?.range ?? 0..<0))
  }
}
