/// A quantitative statement of a source.
package struct Observation: Record, Hashable {
  package var id: String
  package var row: Int
  package var indicator: String
  /// Id of the place, edition, event or organisation that it is measured for.
  package var subject: String
  package var period: Period
  package var periodBasis: Basis
  package var periodNote: String
  package var quantity: Quantity
  package var status: ObservationStatus
  /// For counts at events; nil elsewhere.
  package var countBasis: CountBasis?
  /// For undated figures: when the source said it.
  package var asOf: Period?
  /// For a change: the observation of the level at the end of its period; empty otherwise.
  package var level: String
  /// Nil where the indicator has no other value.
  package var comparability: Comparability?
  package var comparabilityNote: String
  package var evidence: Evidence

  package struct Columns {
    let id: Int, indicator: Int, subject: Int, period: Int, periodBasis: Int, periodNote: Int
    let quantity: Quantity.Columns
    let outOf: Int, equivalent: Int, status: Int, basis: Int, asOf: Int, level: Int
    let comparability: Int, comparabilityNote: Int
    let evidence: Evidence.Columns
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), indicator: header.required("indicator"),
      subject: header.optional("subject"), period: header.required("period"),
      periodBasis: header.optional("period_basis"), periodNote: header.optional("period_note"),
      quantity: Quantity.Columns(&header), outOf: header.optional("out_of_written"),
      equivalent: header.optional("equivalent_written"), status: header.required("status"),
      basis: header.optional("basis"), asOf: header.optional("as_of"),
      level: header.optional("level"), comparability: header.optional("comparability"),
      comparabilityNote: header.optional("comparability_note"),
      evidence: Evidence.Columns(&header))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id),
      let indicator = reader.required(columns.indicator),
      let period = reader.period(columns.period),
      let periodBasis = reader.optionalCode(columns.periodBasis, as: Basis.self),
      let quantity = Quantity(&reader, columns.quantity),
      let status = reader.code(columns.status, as: ObservationStatus.self),
      let countBasis = reader.optionalCode(columns.basis, as: CountBasis.self),
      let asOf = reader.statedPeriod(columns.asOf),
      let comparability = reader.optionalCode(columns.comparability, as: Comparability.self),
      let evidence = Evidence(&reader, columns.evidence)
    else { return nil }
    self.id = id
    row = reader.row
    self.indicator = indicator
    subject = reader.text(columns.subject)
    self.period = period
    self.periodBasis = periodBasis ?? .stated
    periodNote = reader.text(columns.periodNote)
    self.quantity = quantity
    self.quantity.outOf = reader.text(columns.outOf)
    self.quantity.equivalent = reader.text(columns.equivalent)
    self.status = status
    self.countBasis = countBasis
    self.asOf = asOf
    level = reader.text(columns.level)
    self.comparability = comparability
    comparabilityNote = reader.text(columns.comparabilityNote)
    self.evidence = evidence
  }
}

extension Quantity {
  package struct Columns {
    let written: Int, value: Int, multiplier: Int, unit: Int, counted: Int, qualifier: Int

    init(_ header: inout HeaderReader) {
      written = header.required("written")
      value = header.required("value")
      multiplier = header.required("multiplier")
      unit = header.required("unit")
      counted = header.optional("counted")
      qualifier = header.required("qualifier")
    }
  }

  init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let written = reader.required(columns.written),
      let unit = reader.code(columns.unit, as: Unit.self),
      let qualifier = reader.code(columns.qualifier, as: Qualifier.self)
    else { return nil }
    let valueText = reader.text(columns.value)
    let number = DecimalText(valueText)
    if number == nil, !valueText.isEmpty {
      reader.add(
        FactsDiagnostics.cellValue(
          valueText, reader.name(of: columns.value), "a decimal number with a point",
          hints: FactsDiagnostics.numberHints(valueText) { DecimalText($0) != nil },
          at: reader.span(columns.value)))
      return nil
    }
    let multiplierText = reader.text(columns.multiplier)
    guard multiplierText.isEmpty || DecimalText.isInteger(multiplierText),
      let multiplier = multiplierText.isEmpty ? 0 : Int(multiplierText),
      (-12...24).contains(multiplier)
    else {
      reader.add(
        FactsDiagnostics.cellValue(
          multiplierText, reader.name(of: columns.multiplier), "a power of ten such as `9`",
          at: reader.span(columns.multiplier)))
      return nil
    }
    self.init(
      written: written, number: number, multiplier: multiplier, unit: unit,
      counted: reader.text(columns.counted), qualifier: qualifier)
  }
}
