import Scene

/// The text that each glyph of a face stands for where nothing else is said: that of the first place at which
/// the glyph is alone in its cluster. A glyph that never is has its share of a cluster: what it stands for is said
/// at every place, but each glyph must have a text of its own (ISO 19005-3, 6.2.11.7.2).
struct GlyphTexts: Sendable {
  /// By the glyph's number: 0 for none, a Unicode scalar, or beyond those a place in `sequences`.
  private var codes: [UInt32] = []
  private var sequences: [[UInt8]] = []
  /// For glyphs seen in clusters with others, a scalar of theirs.
  private var shares: [UInt32: Unicode.Scalar] = [:]

  /// What glyphs of clusters without text stand for: a space of no width.
  private static let nothing: Unicode.Scalar = "\u{200B}"
  private static let firstSequence: UInt32 = 0x11_0000

  /// Notes that `glyph` stands for `text`, in UTF-8, unless it stands for something already.
  mutating func note(_ glyph: UInt32, _ text: Slice<UnsafeBufferPointer<UInt8>>) {
    let index = Int(glyph)
    if index >= codes.count {
      codes += Array(repeating: 0, count: index + 1 - codes.count)
    }
    guard codes[index] == 0 else { return }
    if let scalar = onlyScalar(of: text) {
      codes[index] = scalar
    } else if !text.isEmpty {
      codes[index] = Self.firstSequence + UInt32(sequences.count)
      sequences.append(Array(text))
    }
  }

  /// Notes that `glyphs` together stand for `text`, in UTF-8.
  mutating func note(_ glyphs: ArraySlice<Glyph>, _ text: Slice<UnsafeBufferPointer<UInt8>>) {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    for (index, glyph) in glyphs.enumerated() where shares[glyph.id] == nil {
      shares[glyph.id] =
        scalars.isEmpty ? Self.nothing : scalars[min(index, scalars.count - 1)]
    }
  }

  /// Whether `glyph` stands for `text` without anything being said.
  func tell(_ text: Slice<UnsafeBufferPointer<UInt8>>, of glyph: UInt32) -> Bool {
    guard Int(glyph) < codes.count else { return false }
    let code = codes[Int(glyph)]
    if code < Self.firstSequence { return code != 0 && code == onlyScalar(of: text) }
    return sequences[Int(code - Self.firstSequence)].elementsEqual(text)
  }

  /// What `glyph` stands for; nil where it was never noted.
  func text(of glyph: UInt32) -> String? {
    let code = Int(glyph) < codes.count ? codes[Int(glyph)] : 0
    if code == 0 { return shares[glyph].map { String($0) } }
    if code < Self.firstSequence { return Unicode.Scalar(code).map { String($0) } }
    return String(decoding: sequences[Int(code - Self.firstSequence)], as: UTF8.self)
  }

  /// Adds what `later`, of pages that follow, knows and this does not.
  mutating func add(_ later: GlyphTexts) {
    shares.merge(later.shares) { first, _ in first }
    if later.codes.count > codes.count {
      codes += Array(repeating: 0, count: later.codes.count - codes.count)
    }
    for (index, code) in later.codes.enumerated() where code != 0 && codes[index] == 0 {
      guard code >= Self.firstSequence else {
        codes[index] = code
        continue
      }
      codes[index] = Self.firstSequence + UInt32(sequences.count)
      sequences.append(later.sequences[Int(code - Self.firstSequence)])
    }
  }
}

/// The scalar that well-formed UTF-8 consists of; nil for none and for several.
@inline(__always)
private func onlyScalar(of text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
  guard let first = text.first else { return nil }
  let (count, head): (Int, UInt8) =
    switch first {
    case ..<0x80: (1, first)
    case ..<0xE0: (2, first & 0x1F)
    case ..<0xF0: (3, first & 0x0F)
    default: (4, first & 0x07)
    }
  guard text.count == count else { return nil }
  var scalar = UInt32(head)
  for byte in text.dropFirst() { scalar = scalar << 6 | UInt32(byte & 0x3F) }
  return scalar
}
