import Scene

extension PlacedLinks.Link {
  /// The annotation that readers click on (ISO 32000-1, 12.5.6.5), on a page of `size`.
  func annotation(on size: Size) -> PDFValue {
    var entries: [(key: String, value: PDFValue)] = [
      (key: "Type", value: "Annot"), (key: "Subtype", value: "Link"),
      (
        key: "Rect",
        value: .rectangle(area.minX, size.height - area.maxY, area.maxX, size.height - area.minY)
      ),
      (key: "Border", value: [0, 0, 0]),
      // Printed with the page, as PDF/A asks.
      (key: "F", value: 4),
    ]
    switch target {
    case .uri(let uri):
      entries.append(
        (key: "A", value: ["S": "URI", "URI": .string(asciiURI(uri))]))
    case .destination(let name):
      entries.append(
        (key: "Dest", value: .string(Array(destinationIdentifier(name).utf8))))
    }
    return .dictionary(entries)
  }
}

/// A URI in printable ASCII, as 12.6.4.7 wants it, by percent encoding. Characters that no URI has are encoded as
/// well.
func asciiURI(_ uri: String) -> [UInt8] {
  var result: [UInt8] = []
  for byte in uri.utf8 {
    switch byte {
    case 0...0x20, 0x7F..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
      result += [UInt8(ascii: "%")] + hexadecimal(byte)
    default: result.append(byte)
    }
  }
  return result
}
