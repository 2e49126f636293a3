import CCairo
import Scene
import Syntax

/// The tags that carry links and destinations into a PDF. On images they have no effect.
extension CairoContext {
  /// The root of the structure tree; a link outside of it would damage the file.
  func document(_ body: (borrowing CairoContext) throws(DiagnosticFailure) -> Void)
    throws(DiagnosticFailure)
  {
    cairo_tag_begin(handle, "Document", nil)
    try body(self)
    cairo_tag_end(handle, "Document")
  }

  /// Makes `area`, on the page, lead to `target`; `body` draws what is seen there.
  func link(
    to target: LinkTarget, area: Rect,
    _ body: (borrowing CairoContext) throws(DiagnosticFailure) -> Void
  ) throws(DiagnosticFailure) {
    let attribute =
      switch target {
      case .uri(let uri): "uri='\(quoted(asciiURI(uri)))'"
      case .destination(let name): "dest='\(destinationIdentifier(name))'"
      }
    let rect = [area.minX, area.minY, area.width, area.height].map(decimal).joined(separator: " ")
    cairo_tag_begin(handle, CAIRO_TAG_LINK, "\(attribute) rect=[\(rect)]")
    try body(self)
    cairo_tag_end(handle, CAIRO_TAG_LINK)
  }

  /// Gives the place `point`, on the page, a name.
  func destination(_ name: String, at point: Point) {
    cairo_tag_begin(
      handle, CAIRO_TAG_DEST,
      "name='\(destinationIdentifier(name))' x=\(decimal(point.x)) y=\(decimal(point.y))")
    cairo_tag_end(handle, CAIRO_TAG_DEST)
  }
}

/// A number as the attributes of a tag take it: without an exponent, a tenth of a thousandth exact.
private func decimal(_ value: Double) -> String {
  let scaled = Int64((value * 10_000).rounded())
  let (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: 10_000)
  let digits = String(rest)
  return (scaled < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: 4 - digits.count)
    + digits
}

/// Text within the single quotes of a tag's attribute.
private func quoted(_ text: String) -> String {
  var result = ""
  for character in text {
    if character == "'" || character == "\\" { result.append("\\") }
    result.append(character)
  }
  return result
}

/// A URI in printable ASCII, as ISO 32000-1 (12.6.4.7) wants it, by percent encoding. Cairo writes it
/// into a PDF string as it is, so the characters that end or change such a string are encoded as well.
private func asciiURI(_ uri: String) -> String {
  var result = ""
  for byte in uri.utf8 {
    switch byte {
    case 0...0x20, 0x7F..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
      let digits = String(byte, radix: 16, uppercase: true)
      result += "%" + (digits.count < 2 ? "0" : "") + digits
    default: result.unicodeScalars.append(Unicode.Scalar(byte))
    }
  }
  return result
}
