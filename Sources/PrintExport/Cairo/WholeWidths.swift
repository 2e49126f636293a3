/// A font file whose advances are whole thousandths of the size: in a PDF Cairo cuts them off there, and goes on as if it had
/// not. Where glyphs stand is told it one by one, so that it is only the steps between them that are written otherwise; a line of
/// a face of 2,000 units to the em would end half a point too early.
func withWholeWidths(_ file: [UInt8]) -> [UInt8] {
  var file = file
  let tables = FontDirectory(file)
  guard let head = tables["head"], let horizontal = tables["hhea"], let metrics = tables["hmtx"],
    head.count >= 20, horizontal.count >= 36
  else { return file }
  let unitsPerEm = file.big16(head.lowerBound + 18)
  guard unitsPerEm > 0 else { return file }
  for index in 0..<min(file.big16(horizontal.lowerBound + 34), metrics.count / 4) {
    let place = metrics.lowerBound + 4 * index
    // The nearest thousandth, and the least number of units that is not below it.
    let thousandths = (file.big16(place) * 1000 + unitsPerEm / 2) / unitsPerEm
    let advance = min((thousandths * unitsPerEm + 999) / 1000, 0xFFFF)
    file[place] = UInt8(advance >> 8)
    file[place + 1] = UInt8(advance & 0xFF)
  }
  return file
}

/// Where the tables of a font file stand in it (OpenType 1.9, table directory).
private struct FontDirectory {
  private var places: [String: Range<Int>] = [:]

  init(_ file: [UInt8]) {
    guard file.count >= 12 else { return }
    for index in 0..<file.big16(4) {
      let entry = 12 + 16 * index
      guard entry + 16 <= file.count else { return }
      let start = file.big16(entry + 8) << 16 | file.big16(entry + 10)
      let end = start + (file.big16(entry + 12) << 16 | file.big16(entry + 14))
      guard end <= file.count else { continue }
      places[String(decoding: file[entry..<entry + 4], as: UTF8.self)] = start..<end
    }
  }

  subscript(name: String) -> Range<Int>? { places[name] }
}

extension [UInt8] {
  /// The big-endian number of two bytes at `place`.
  fileprivate func big16(_ place: Int) -> Int { Int(self[place]) << 8 | Int(self[place + 1]) }
}
