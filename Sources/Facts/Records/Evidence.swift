/// Where a row comes from and who says it.
package struct Evidence: Hashable, Sendable {
  package var sourceID: String
  package var locator: Locator
  /// The source's own words for what the row is about; may be empty.
  package var term: String
  /// Id of the person or organisation that the source credits, or `source` for its own voice.
  package var attribution: String
  /// Whether the source says it; otherwise it follows from what the source says.
  package var isStated: Bool
  package var note: String

  package init(
    sourceID: String, locator: Locator, term: String = "", attribution: String = "source",
    isStated: Bool = true, note: String = ""
  ) {
    self.sourceID = sourceID
    self.locator = locator
    self.term = term
    self.attribution = attribution
    self.isStated = isStated
    self.note = note
  }

  package struct Columns {
    let sourceID: Int, locator: Int, term: Int, attribution: Int, stated: Int, note: Int

    init(_ header: inout HeaderReader) {
      sourceID = header.required("source_id")
      locator = header.required("locator")
      term = header.optional("term")
      attribution = header.optional("attribution")
      stated = header.optional("stated")
      note = header.optional("note")
    }
  }

  init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let sourceID = reader.required(columns.sourceID),
      let locatorText = reader.required(columns.locator)
    else { return nil }
    guard let locator = Locator(locatorText) else {
      reader.add(
        FactsDiagnostics.cellValue(
          locatorText, reader.name(of: columns.locator), "a paragraph such as `p19`",
          at: reader.span(columns.locator)))
      return nil
    }
    let attribution = reader.text(columns.attribution)
    self.init(
      sourceID: sourceID, locator: locator, term: reader.text(columns.term),
      attribution: attribution.isEmpty ? "source" : attribution,
      isStated: reader.text(columns.stated) != "implied", note: reader.text(columns.note))
  }
}

/// A further paragraph that says the same, written `source:pN`.
package struct Mention: Hashable, Sendable {
  package var sourceID: String
  package var locator: Locator

  /// The mention written `opening_2023:p4`, or nil.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let locator = Locator(String(parts[1])) else {
      return nil
    }
    sourceID = String(parts[0])
    self.locator = locator
  }
}
