package import Syntax
package import Testing

/// A sample text in which emoji digits (`1️⃣` to `9️⃣`) mark the places where diagnostics are expected. The
/// markers are taken out before the text is parsed.
package struct MarkedSource {
  package let file: SourceFile
  /// The byte offset of each marker in the text without markers.
  package let offsets: [String: Int]

  package init(_ text: String, path: String = "sample") {
    var stripped = ""
    var offsets: [String: Int] = [:]
    for character in text {
      // Keycap digits: the digit, U+FE0F and U+20E3.
      if character.unicodeScalars.last?.value == 0x20E3 {
        offsets[String(character)] = stripped.utf8.count
      } else {
        stripped.append(character)
      }
    }
    file = SourceFile(path: path, text: stripped)
    self.offsets = offsets
  }
}

/// A diagnostic that a sample must give.
package struct ExpectedDiagnostic {
  /// The marker at which its span begins; nil for one without a place.
  package let marker: String?
  package let id: DiagnosticID
  package let message: String

  package init(_ marker: String?, _ id: DiagnosticID, _ message: String) {
    self.marker = marker
    self.id = id
    self.message = message
  }
}

/// Expects exactly `expected`, in the order in which they are shown.
package func expectDiagnostics(
  _ bag: DiagnosticBag, in source: MarkedSource, _ expected: [ExpectedDiagnostic],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let markers = Dictionary(
    source.offsets.map { ($0.value, $0.key) }, uniquingKeysWith: { min($0, $1) })
  let actual = bag.sorted.map { diagnostic in
    let place = diagnostic.span.map { span in
      markers[span.range.lowerBound] ?? "\(span.start.line):\(span.start.column)"
    }
    return "\(place ?? "-") \(diagnostic.id): \(diagnostic.message)"
  }
  let wanted = expected.map { "\($0.marker ?? "-") \($0.id): \($0.message)" }
  #expect(actual == wanted, sourceLocation: sourceLocation)
}
