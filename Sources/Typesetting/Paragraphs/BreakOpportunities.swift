import CPango

/// What may happen before a character at the end of a line, and what the character is there.
struct CharacterBreaks {
  enum Before {
    case forbidden, allowed, mandatory
  }

  /// How a character takes part in the spacing of a line.
  enum Role {
    case ink
    /// A space that may grow and shrink, and vanishes at the end of a line.
    case space
    /// A space that vanishes at the end of a line and keeps its width within.
    case fixedSpace
    case lineEnd
  }

  /// By scalar, one more than there are: the last says what may happen at the end.
  var before: [Before]
  private(set) var roles: [Role]

  /// The break opportunities of a text by UAX #14 as Pango tailors it to `language`, with one rule more: a
  /// range of figures (`2021–2024`) stays together like the figures in it.
  init(of text: AnalyzedText, unshaped bytes: [UInt8], language: String) {
    let count = text.scalars.count
    var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: count + 1)
    bytes.withUnsafeBytes { raw in
      guard let start = raw.bindMemory(to: CChar.self).baseAddress else { return }
      pango_get_log_attrs(
        start, Int32(raw.count), -1, pango_language_from_string(language), &attributes,
        Int32(attributes.count))
    }
    before = attributes.map { attribute in
      attribute.is_mandatory_break != 0
        ? .mandatory : attribute.is_line_break != 0 ? .allowed : .forbidden
    }
    roles = [Role](repeating: .ink, count: count)
    for index in 0..<count {
      let scalar = text.scalars[index]
      if scalar == 0x0A {
        roles[index] = .lineEnd
      } else if scalar == 0x20 || scalar == 0xA0 || scalar == 0x09 {
        roles[index] = .space
      } else if scalar >= 0x1680, attributes[index].is_white != 0, scalar != 0x202F {
        roles[index] = .fixedSpace
      }
      guard scalar == 0x2013 || scalar == 0x2014, index > 0, index + 1 < count,
        Self.isDigit(text.scalars[index + 1])
      else { continue }
      let last = text.scalars[index - 1]
      // Chinese has the long dash in its ranges, and may name the unit twice: `2021—2024年`, `16日—20日`.
      if Self.isDigit(last) || scalar == 0x2014 && isSetSolid(last) {
        before[index] = .forbidden
        before[index + 1] = .forbidden
      }
    }
    tailorToEastAsia(text)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
}
