import Syntax
import Tables

/// What viewers of the SVG show when a mark is pointed at (Vega-Lite's `tooltip` encoders). Nothing of it
/// reaches paper.
struct Tooltips {
  let builder: MarkBuilder

  private var unit: Model.Unit { builder.unit }

  /// The tooltip of each row, nil where the marks have none.
  var texts: ((Int) -> String?)? {
    let encoder = TextEncoder(builder: builder)
    if let node = builder.instance.model.spec["encoding"]?["tooltip"], node.isNull { return nil }
    if let definitions = unit.encoding[.tooltip], let first = definitions.first {
      if definitions.count > 1 || isList {
        return lines(of: MarkDescriptions(builder: builder).parts(of: definitions))
      }
      let own = encoder.text(first)
      guard first.isFieldOrDatum || first.value != nil else {
        // Only a condition: otherwise what the mark itself says.
        let other = ofMark
        return { own($0) ?? other?($0) }
      }
      return own
    }
    return ofMark
  }

  private var isList: Bool {
    builder.instance.model.spec["encoding"]?["tooltip"]?.array != nil
  }

  /// The property `tooltip` of the mark: a text, an expression, the encoded fields or the whole row.
  private var ofMark: ((Int) -> String?)? {
    guard let node = builder.mark.property("tooltip") else { return nil }
    switch node.value {
    case .null, .bool(false): return nil
    case .bool(true): return lines(of: MarkDescriptions(builder: builder).parts)
    case .string, .number, .array: return builder.looks.texts(property: "tooltip")
    case .object:
      if node.has("expr") || node.has("signal") {
        return builder.looks.texts(property: "tooltip")
      }
      if node["content"]?.string == "data" { return row }
      return lines(of: MarkDescriptions(builder: builder).parts)
    }
  }

  private func lines(of parts: [MarkDescriptions.Part]) -> ((Int) -> String?)? {
    guard !parts.isEmpty else { return nil }
    return { row in
      parts.map { "\($0.title): \($0.text(row) ?? "")" }.joined(separator: "\n")
    }
  }

  /// Every value of the row under its name.
  private func row(_ index: Int) -> String? {
    builder.instance.table.row(index).members
      // Names that no data can have are the compiler's own.
      .filter { !$0.name.hasPrefix("\u{1}") }
      .map { "\($0.name): \($0.value.asText)" }.joined(separator: "\n")
  }
}
