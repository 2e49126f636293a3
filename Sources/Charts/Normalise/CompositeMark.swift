import Syntax

/// Marks that stand for layers of others.
struct CompositeMark {
  enum Kind: String, CaseIterable { case boxplot, errorbar, errorband }

  var kind: Kind
  /// The mark's definition as an object.
  var definition: JSONNode

  /// The composite mark of a unit, nil where its mark is plain.
  init?(_ unit: JSONNode) {
    guard let mark = unit["mark"], let name = mark.string ?? mark["type"]?.string,
      let kind = Kind(rawValue: name)
    else { return nil }
    self.kind = kind
    definition =
      mark.isObject ? mark : JSONNode(.object([]), range: mark.range).setting("type", mark)
  }
}
