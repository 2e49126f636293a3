import Wording

/// A quantity as a careful statistician prints it.
package struct QuantityText: Hashable, Sendable {
  /// Qualifier and figure: `over 1,400`, `933.7`.
  package var number: String
  /// Multiple and unit, or what is counted, with what it is drawn from: `billion yuan`, `companies`, `percent of
  /// the top 20`.
  package var unit: String
  /// The two together: `933.7 billion yuan`, `nearly 200 billion yuan`, `third`.
  package var text: String

  package init(number: String, unit: String) {
    self.number = number
    self.unit = unit
    text = unit.isEmpty ? number : Label.amount.text(number, unit)
  }

  private init(whole: String) {
    number = whole
    unit = ""
    text = whole
  }

  package init(_ quantity: Quantity) {
    guard let number = quantity.number else {
      self.init(whole: quantity.written)
      return
    }
    if quantity.unit == .ordinal {
      self.init(whole: quantity.qualifier.text(Self.ordinal(number)))
      return
    }
    let isOne = number.value == 1 && quantity.multiplier == 0
    // One of a thing is said in the source's own words: what is counted is noted in the plural.
    if isOne, quantity.unit == .number, !quantity.counted.isEmpty, Wording.current.isOfData {
      self.init(whole: quantity.written)
      return
    }
    let (digits, multiplier) = Self.counted(number, quantity)
    self.init(
      number: quantity.qualifier.text(digits.grouped),
      unit: Self.unit(of: quantity, multiplier, isOne: isOne))
  }

  /// The figure and its power of ten as the present wording counts: 12,000 is 1.2 `wan` where the language has
  /// that word and no word for a thousand.
  private static func counted(_ number: DecimalText, _ quantity: Quantity) -> (DecimalText, Int) {
    let step = Multiple.tenThousand.rawValue
    guard quantity.multiplier == 0, quantity.unit.isAmount, number.decimals == 0,
      !Label.tenThousand.text.isEmpty, Label.thousand.text.isEmpty, abs(number.value) >= 10_000,
      number.value.remainder(dividingBy: 1_000) == 0
    else { return (number, quantity.multiplier) }
    return (number.lowered(by: step), step)
  }

  /// The unit of `quantity` in units of ten to the power of `multiplier`, with what it is drawn from.
  package static func unit(of quantity: Quantity, _ multiplier: Int, isOne: Bool = false) -> String
  {
    var unit = unit(quantity.unit, quantity.counted, multiplier, isOne: isOne)
    if !quantity.outOf.isEmpty { unit = Label.unitOutOf.text(unit, quantity.outOf) }
    if !quantity.condition.isEmpty { unit = Label.unitWith.text(unit, quantity.condition) }
    return unit
  }

  /// `text` with the same amount in another currency or unit: `933.7 billion yuan (US$132 billion)`.
  package static func whole(_ text: String, of quantity: Quantity) -> String {
    quantity.equivalent.isEmpty ? text : Label.unitWith.text(text, quantity.equivalent)
  }

  /// Multiple and unit in words. A power of ten without a name is written out as one.
  package static func unit(
    _ unit: Unit, _ counted: String, _ multiplier: Int, isOne: Bool = false
  ) -> String {
    let words = unit == .number ? Wording.current.word(for: counted) : unit.words(isOne: isOne)
    let named = Multiple(rawValue: multiplier).map(\.words) ?? ""
    let multiple = named.isEmpty && multiplier != 0 ? "× 10^\(multiplier) " : named
    if words.isEmpty, multiple.last == " " { return String(multiple.dropLast()) }
    return multiple + words
  }

  /// A place in an order: in words up to the tenth, `30th` beyond.
  private static func ordinal(_ number: DecimalText) -> String {
    guard let place = Int(exactly: number.value), place >= 1 else { return number.grouped }
    if place <= Label.ordinals.formCount { return Label.ordinals.form(place - 1) }
    let form =
      switch (place % 10, place % 100) {
      case (1, let tens) where tens != 11: 0
      case (2, let tens) where tens != 12: 1
      case (3, let tens) where tens != 13: 2
      default: 3
      }
    return Label.ordinal.form(form, number.grouped)
  }
}
