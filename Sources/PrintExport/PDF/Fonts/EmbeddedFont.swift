import Scene

/// A face with its program as the objects of a file: a composite font of two-byte codes (ISO 32000-1, 9.7).
struct EmbeddedFont: Sendable {
  private let face: DrawnFace
  private let name: String
  private let descriptor: [(key: String, value: PDFValue)]
  private let program: PDFStream
  private let characters: PDFStream
  /// The places of glyphs in the program by their codes; nil where the program has the codes.
  private let places: PDFStream?

  /// nil where the face cannot be read.
  init?(_ face: DrawnFace) {
    let keepsNumbers = face.isPostScript && face.identifiers == nil
    guard let tables = FontTables(face.face),
      let subset = FontSubset(face.face, glyphs: face.glyphs, keepsNumbers: keepsNumbers)
    else { return nil }
    self.face = face
    name = subsetTag(face.glyphs) + "+" + fontName(tables, family: face.face.family)
    descriptor = Self.descriptor(tables, weight: face.face.weight)
    characters = PDFStream(packing: characterMap(of: face))
    if subset.isPostScript {
      program = PDFStream(
        [(key: "Subtype", value: "CIDFontType0C")], packing: subset.program)
      places = nil
    } else {
      program = PDFStream(
        [(key: "Length1", value: .integer(subset.program.count))], packing: subset.program)
      var map = [UInt8](repeating: 0, count: 2 * (Int(face.glyphs.last ?? 0) + 1))
      for (glyph, number) in subset.numbers {
        map[2 * Int(glyph)] = UInt8(truncatingIfNeeded: number >> 8)
        map[2 * Int(glyph) + 1] = UInt8(truncatingIfNeeded: number)
      }
      places = PDFStream(packing: map)
    }
  }

  /// Adds the font's objects to `file` and gives the number of the one that pages name.
  func add(to file: inout PDFFile) -> PDFReference {
    let programKey = places == nil ? "FontFile3" : "FontFile2"
    let descriptor = file.add(
      .dictionary(
        [(key: "Type", value: "FontDescriptor"), (key: "FontName", value: .name(name))]
          + self.descriptor + [(key: programKey, value: .reference(file.add(program)))]))
    var descendant: [(key: String, value: PDFValue)] = [
      (key: "Type", value: "Font"),
      (key: "Subtype", value: places == nil ? "CIDFontType0" : "CIDFontType2"),
      (key: "BaseFont", value: .name(name)),
      (
        key: "CIDSystemInfo",
        value: ["Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": 0]
      ),
      (key: "FontDescriptor", value: .reference(descriptor)),
      (key: "DW", value: 0), (key: "W", value: widths),
    ]
    if let places {
      descendant.append((key: "CIDToGIDMap", value: .reference(file.add(places))))
    }
    return file.add([
      "Type": "Font", "Subtype": "Type0", "BaseFont": .name(name), "Encoding": "Identity-H",
      "DescendantFonts": [.reference(file.add(.dictionary(descendant)))],
      "ToUnicode": .reference(file.add(characters)),
    ])
  }

  /// The widths of runs of codes that follow one another (9.7.4.3).
  private var widths: PDFValue {
    var runs: [(first: Int, widths: [PDFValue])] = []
    let entries = face.glyphs.map { (code: Int(face.code(of: $0)), width: face.width(of: $0)) }
    for (code, width) in entries.sorted(by: { $0.code < $1.code }) {
      if let last = runs.last, last.first + last.widths.count == code {
        runs[runs.count - 1].widths.append(.real(width))
      } else {
        runs.append((code, [.real(width)]))
      }
    }
    return .array(runs.flatMap { [.integer($0.first), .array($0.widths)] })
  }

  /// What readers without the program would need (9.8).
  private static func descriptor(_ tables: FontTables, weight: Int)
    -> [(key: String, value: PDFValue)]
  {
    let scale = 1000 / tables.unitsPerEm
    return [
      // Symbolic: its characters are told by the map alone.
      (key: "Flags", value: 4),
      (key: "FontBBox", value: .numbers(tables.box.map { ($0 * scale).rounded() })),
      (key: "ItalicAngle", value: .real(tables.italicAngle)),
      (key: "Ascent", value: .real((tables.ascent * scale).rounded())),
      (key: "Descent", value: .real((tables.descent * scale).rounded())),
      (key: "CapHeight", value: .real((tables.capHeight * scale).rounded())),
      // Fonts do not tell the width of their stems. Regular type has about 80, bold 150.
      (key: "StemV", value: .integer(max(10, weight / 4 - 20))),
    ]
  }
}

/// Six letters that tell apart subsets of one face (9.6.4): from its glyphs, by FNV-1a.
private func subsetTag(_ glyphs: [UInt32]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for glyph in glyphs {
    for shift in [0, 8, 16] as [UInt32] {
      hash = (hash ^ UInt64(glyph >> shift & 0xFF)) &* 0x100_0000_01b3
    }
  }
  var tag = ""
  for _ in 0..<6 {
    tag.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
    hash /= 26
  }
  return tag
}

private func fontName(_ tables: FontTables, family: String) -> String {
  let name = tables.postScriptName
  return name.isEmpty ? family.filter { $0.isASCII && $0.isLetter } : name
}
