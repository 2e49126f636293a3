/// The CMap that gives readers the text of a face's codes (ISO 32000-1, 9.10.3).
func characterMap(of face: DrawnFace) -> [UInt8] {
  var map: [UInt8] = []
  map.append(
    token: """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """)
  let entries = face.glyphs.compactMap { glyph in
    face.texts.text(of: glyph).map { (code: face.code(of: glyph), text: $0) }
  }
  // A block holds a hundred at most.
  for start in stride(from: 0, to: entries.count, by: 100) {
    let block = entries[start..<min(start + 100, entries.count)]
    map.append(integer: block.count)
    map.append(token: " beginbfchar\n")
    for (code, text) in block {
      map.append(token: "<")
      map += hexadecimal(code)
      map.append(token: "> <")
      for unit in text.utf16 { map += hexadecimal(unit) }
      map.append(token: ">\n")
    }
    map.append(token: "endbfchar\n")
  }
  map.append(
    token: """
      endcmap
      CMapName currentdict /CMap defineresource pop
      end
      end

      """)
  return map
}

private func hexadecimal(_ unit: UInt16) -> [UInt8] {
  hexadecimal(UInt8(unit >> 8)) + hexadecimal(UInt8(unit & 0xFF))
}
