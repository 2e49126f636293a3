/// A figure of a source: as written, as a number, and how exactly it is meant.
package struct Quantity: Hashable, Sendable {
  /// The words of the source, such as `over 1,400`.
  package var written: String
  /// The digits; nil where the source has a word and no figure.
  package var number: DecimalText?
  /// The power of ten that the number is to be multiplied by.
  package var multiplier: Int
  package var unit: Unit
  /// What a count counts, such as `companies`; empty for other units.
  package var counted: String
  package var qualifier: Qualifier
  /// The total that the figure is drawn from, as printed; empty where none is.
  package var outOf = ""
  /// The same amount in another currency or unit, as printed beside it and never computed with; may be empty.
  package var equivalent = ""
  /// What each thing counted has to pass, in words; empty where nothing is said of it.
  package var condition = ""

  package init(
    written: String, number: DecimalText?, multiplier: Int, unit: Unit, counted: String,
    qualifier: Qualifier
  ) {
    self.written = written
    self.number = number
    self.multiplier = multiplier
    self.unit = unit
    self.counted = counted
    self.qualifier = qualifier
  }

  /// The value in units of ten to the power of `multiple`; nil where there is no figure.
  package func value(in multiple: Int) -> Double? {
    number.map { DecimalPower.scale($0.value, by: multiplier - multiple) }
  }

  /// Whether the other says the same, in whatever power of ten.
  package func agrees(with other: Quantity) -> Bool {
    guard qualifier == other.qualifier else { return false }
    guard let mine = value(in: 0), let theirs = other.value(in: 0) else {
      return number == nil && other.number == nil && written == other.written
    }
    return abs(mine - theirs) <= abs(theirs) * 1e-12
  }

  /// What the figure may stand for, in units of ten to the power of `multiple`.
  package func interval(in multiple: Int) -> Interval? {
    Interval(of: number, qualifier: qualifier, unit: unit)?.map {
      DecimalPower.scale($0, by: multiplier - multiple)
    }
  }
}
