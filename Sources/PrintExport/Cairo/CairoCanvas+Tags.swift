import CCairo
import Scene

/// The tags that carry links and destinations into a PDF.
extension CairoCanvas {
  /// Adds links and destinations of the page at hand, which is drawn: within pictures there can be no tags, and what is
  /// painted over a whole page, or a new size of it, ends those that are open.
  func add(_ links: [PlacedLinks.Link], _ destinations: [Destination]) {
    if links.isEmpty, destinations.isEmpty { return }
    // A link outside of a tree would damage the file.
    cairo_tag_begin(handle, "Document", nil)
    defer { cairo_tag_end(handle, "Document") }
    for link in links {
      let attribute =
        switch link.target {
        case .uri(let uri): "uri='\(quoted(String(decoding: asciiURI(uri), as: UTF8.self)))'"
        case .destination(let name): "dest='\(destinationIdentifier(name))'"
        }
      let area = link.area
      let rect = [area.minX, area.minY, area.width, area.height].map(decimal)
      cairo_tag_begin(
        handle, CAIRO_TAG_LINK, "\(attribute) rect=[\(rect.joined(separator: " "))]")
      cairo_tag_end(handle, CAIRO_TAG_LINK)
    }
    for destination in destinations {
      let (x, y) = (decimal(destination.point.x), decimal(destination.point.y))
      cairo_tag_begin(
        handle, CAIRO_TAG_DEST, "name='\(destinationIdentifier(destination.name))' x=\(x) y=\(y)")
      cairo_tag_end(handle, CAIRO_TAG_DEST)
    }
  }
}

/// A number as the attributes of a tag take it: without an exponent, a thousandth exact.
private func decimal(_ value: Double) -> String {
  var digits: [UInt8] = []
  digits.append(number: value)
  return String(decoding: digits, as: UTF8.self)
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
