/// Where a link may lead, whoever wrote it: the text of a template, a chart or its data, the dataset.
///
/// What follows a link is a browser or a reader of PDF, and both run `javascript:` or open `file:`. So the
/// schemes are a closed list, and what a reader could take for another address than the one checked
/// (control characters, which URL parsers drop, or a colon that is written in another way) is refused.
package enum LinkAddress {
  /// The schemes that a link may have; without one it is relative or a fragment.
  package static let schemes = ["http", "https", "mailto", "tel"]

  /// The problem of `address` at `span`; nil where it may be written out.
  package static func problem(_ address: String, at span: SourceSpan?) -> Diagnostic? {
    guard let fault = fault(of: address) else { return nil }
    return SyntaxDiagnostics.link(address, fault, at: span)
  }

  /// What is wrong with an address.
  enum Fault: Equatable {
    case empty
    /// A space, a control character or an invisible one stands in it.
    case character(Unicode.Scalar)
    /// A scheme that is not in the list.
    case scheme
    /// A colon in the first segment of what has no scheme (RFC 3986, 4.2), plain, percent-encoded or as a
    /// character reference.
    case colon
  }

  static func fault(of address: String) -> Fault? {
    guard !address.isEmpty else { return .empty }
    if let scalar = address.unicodeScalars.first(where: isInvisible) { return .character(scalar) }
    let head = address.prefix { !"/?#".contains($0) }
    if let colon = head.firstIndex(of: ":") {
      let scheme = head[..<colon].lowercased()
      return schemes.contains(scheme) ? nil : isScheme(scheme) ? .scheme : .colon
    }
    let lowered = address.lowercased()
    if head.lowercased().contains("%3a") || hidden.contains(where: { lowered.contains($0) }) {
      return .colon
    }
    return nil
  }

  /// How a relative address could become another where a program decodes character references twice.
  private static let hidden = ["&colon;", "&#58;", "&#058;", "&#x3a;", "&tab;", "&newline;"]

  /// White space, controls and format characters: URL parsers drop or percent-encode them, readers do not see
  /// them.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value <= 0x20 || scalar.properties.isWhitespace { return true }
    switch scalar.properties.generalCategory {
    case .control, .format: return true
    default: return false
    }
  }

  /// RFC 3986, 3.1.
  private static func isScheme(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D
        || $0 == 0x2E
    }
  }
}
