import Syntax
import Tables

/// The `timeUnit` of an encoding: a unit, or a number of bins from which one is inferred.
struct UnitOfTime: Sendable {
  /// nil where the unit is to be inferred from the data.
  var unit: TimeUnit?
  var maxbins: Double?
  /// Whether the data hold the starts of the units already.
  var isBinned: Bool
  var isUTC: Bool

  /// Reads a name or an object with parameters; nil where a name is none.
  init?(_ node: JSONNode) {
    var name = Substring(node.string ?? node["unit"]?.string ?? "")
    isBinned = node["binned"]?.bool ?? false
    if name.hasPrefix("binned") {
      isBinned = true
      name = name.dropFirst(6)
    }
    maxbins = node["maxbins"]?.number
    unit = TimeUnit(String(name), step: node["step"]?.number.map { Int(limited: $0) } ?? 1)
    if node["utc"]?.bool == true { unit?.isUTC = true }
    isUTC = unit?.isUTC ?? node["utc"]?.bool ?? false
    if unit == nil, maxbins == nil || !name.isEmpty { return nil }
  }

  /// The parts, largest first.
  var parts: [TimeUnit.Part] { unit?.parts ?? [] }

  /// As it stands in the names of fields: `utcyearmonth_step_2`.
  var text: String {
    var text = (isUTC ? "utc" : "") + (unit?.localName ?? "")
    if let unit, unit.step > 1 { text += "_step_\(unit.step)" }
    if let maxbins { text += "_maxbins_\(NumberText.text(of: maxbins))" }
    return text
  }

  /// The parts joined by hyphens, as titles name the unit.
  var title: String { parts.map(\.rawValue).joined(separator: "-") }
}
