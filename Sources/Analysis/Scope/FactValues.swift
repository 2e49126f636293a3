package import Facts
package import Tables
import Wording

/// The facts as values of the expression language, each object bearing the id of its fact.
package enum FactValues {
  /// The members of a fact: see `ReportScope` for their meaning.
  package static func object(_ fact: Fact) -> Value.Object {
    let text = fact.text
    let source = fact.citations.first
    return Value.Object(
      [
        .init("id", .string(fact.id)),
        .init("name", .string(fact.name)),
        .init("indicator", .string(fact.indicator)),
        .init("subject", .string(fact.subject)),
        .init("period", .string(fact.period.label)),
        .init("year", number(fact.period.year.map(Double.init))),
        .init("date", fact.period.start.map { .date($0.milliseconds) } ?? .null),
        .init("value", number(fact.value)),
        .init("low", number(fact.interval?.low)),
        .init("high", number(fact.interval?.high)),
        .init("written", .string(fact.quantity.written)),
        .init("text", .string(text.text)),
        .init("whole", .string(QuantityText.whole(text.text, of: fact.quantity))),
        .init("equivalent", .string(fact.quantity.equivalent)),
        .init("condition", .string(fact.quantity.condition)),
        .init("number", .string(text.number)),
        .init("amount", .string(amount(fact))),
        .init("compact", .string(compact(fact))),
        .init("unit", .string(text.unit)),
        .init("valueUnit", .string(valueUnit(fact))),
        .init("qualifier", .string(fact.quantity.qualifier.rawValue)),
        .init("status", .string(fact.status.rawValue)),
        .init("comparability", .string(fact.comparability?.rawValue ?? "")),
        .init("derived", .bool(fact.isDerived)),
        .init("kind", .string(fact.kind.rawValue)),
        .init("term", .string(fact.term)),
        .init("note", .string(fact.note)),
        .init("source", .string(source?.sourceID ?? "")),
        .init("locator", .string(source.map { "\($0.locator)" } ?? "")),
        .init("operation", .string(fact.derivation?.operation ?? "")),
        .init("arithmetic", .string(fact.derivation?.printed ?? "")),
      ], fact: fact.id)
  }

  /// A fact as a value; null for none.
  package static func value(_ fact: Fact?) -> Value {
    fact.map { .object(object($0)) } ?? .null
  }

  /// The qualifier and the figure in `valueUnit`, for columns whose head names the unit: `over 1,000`
  /// where the source writes "over 1 trillion" and the series is in billions.
  static func amount(_ fact: Fact) -> String {
    guard fact.quantity.multiplier != fact.multiple, let value = fact.value,
      let grouped = NumberFormat(",")?.text(of: value).replacing(",", with: Label.thousands.text)
    else { return fact.text.number }
    return fact.quantity.qualifier.text(grouped)
  }

  /// The figure with its qualifier as a sign, for tiles and labels of charts: `<93.4`; of what is said in
  /// words, the words.
  static func compact(_ fact: Fact) -> String {
    guard fact.quantity.unit != .ordinal, let number = fact.quantity.number else {
      return fact.text.number
    }
    return fact.quantity.qualifier.sign + number.grouped
  }

  /// The unit of a fact's `value`, in words.
  static func valueUnit(_ fact: Fact) -> String {
    QuantityText.unit(of: fact.quantity, fact.multiple)
  }

  static func number(_ value: Double?) -> Value { value.map { .number($0) } ?? .null }

  /// A source as a value.
  static func object(_ source: Source) -> Value.Object {
    Value.Object([
      .init("id", .string(source.id)),
      .init("title", .string(source.displayTitle)),
      .init("label", .string(source.label)),
      .init("author", source.author.map { .string($0) } ?? .null),
      .init("publisher", source.publisher.map { .string($0) } ?? .null),
      .init("issuer", source.issuer.map { .string($0) } ?? .null),
      .init("date", .string(source.published.label)),
      .init("dateBasis", .string(source.publishedBasis.rawValue)),
      .init("dateNote", .string(source.publishedNote)),
      .init("year", number(source.published.year.map(Double.init))),
      .init("kind", .string(words(source.kind))),
      .init("kindCode", .string(source.kind)),
      .init("language", .string(source.language)),
      .init("archivedAs", .string(source.archivedAs)),
      .init("sha256", .string(source.sha256)),
      .init("note", .string(source.note)),
      .init("citation", .string(citation(source))),
    ])
  }

  /// A source as a list of sources prints it: author, title, publisher, date; what is not stated is left
  /// out, and an inferred date says so.
  package static func citation(_ source: Source) -> String {
    var parts: [String] = []
    if let author = source.author { parts.append(author) }
    parts.append(source.title.map { Label.quotation.text($0) } ?? source.label)
    if let issuer = source.issuer { parts.append(issuer) }
    if let publisher = source.publisher { parts.append(publisher) }
    let date = source.published.label
    // A description may name the day already.
    if source.title != nil || !source.label.contains(date) {
      parts.append(source.publishedBasis == .stated ? date : Label.dateInferred.text(date))
    }
    return parts.joined(separator: Label.citationSeparator.text)
  }

  /// A code as words, in the present wording: `press_release` as `press release`.
  static func words(_ code: String) -> String { Wording.current.word(for: code) }
}
