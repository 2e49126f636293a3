/// Whether a character is set solid among its like, without spaces between words: Han, kana and their
/// punctuation. Justified lines may spread about it.
func isSetSolid(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
  default: false
  }
}

/// Whether a character is Han, kana or bopomofo: a quarter-em parts it from a Western letter.
package func isIdeographic(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
    0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xF900...0xFAFF, 0x20000...0x3FFFF:
    true
  default: false
  }
}

/// Whether a character is a letter or figure of the West, or a sign that belongs to figures.
func isWestern(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x24...0x25, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6,
    0xF8...0x24F, 0x370...0x52F, 0x1E00...0x1EFF, 0x20AC:
    true
  default: false
  }
}

/// Full-width punctuation of which half is blank, by where its ink stands ("Requirements for Chinese Text
/// Layout", 3.1.6).
enum FullWidthPunctuation {
  /// Ink on the right: brackets and quotation marks that open.
  case opening
  /// Ink on the left: those that close, stops and commas.
  case closing

  /// The kind of `scalar`; nil for what has no blank half. Quotation marks are full-width in Han faces only:
  /// the caller looks at the width.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A,
      0xFF08, 0xFF3B, 0xFF5B, 0xFF5F:
      self = .opening
    case 0x2019, 0x201D, 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017,
      0x3019, 0x301B, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D,
      0xFF60:
      self = .closing
    default: return nil
    }
  }
}

extension AnalyzedText {
  /// Whether the sign at `index` is one that the West and the East write with the same code, and stands
  /// here for that of the East: in a text with Han, but not between Western letters.
  func isEasternSign(at index: Int) -> Bool {
    guard hasSolid else { return false }
    switch scalars[index] {
    case 0xB7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026:
      return !isWesternNeighbour(from: index, step: -1) || !isWesternNeighbour(from: index, step: 1)
    default: return false
    }
  }

  /// Whether the next character that is no such sign is a Western letter or stop, or a space.
  private func isWesternNeighbour(from index: Int, step: Int) -> Bool {
    var place = index + step
    while scalars.indices.contains(place) {
      switch scalars[place] {
      case 0xB7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: place += step
      case let scalar:
        return (0x20...0x2F).contains(scalar) || (0x3A...0x3F).contains(scalar) || scalar == 0xA0
          || isWestern(scalar)
      }
    }
    return false
  }
}
