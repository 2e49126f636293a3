/// What stands beside a run of `*` or `~`, by which CommonMark tells whether the run can begin or end emphasis.
///
/// CommonMark's rule asks for spaces between words: in `**真，**她` the second run follows a punctuation mark
/// and stands before a letter, so it could only begin emphasis. The CJK-friendly amendments to CommonMark
/// (commonmark-spec issue 650) let East Asian characters stand for a space there. What they change comes to
/// one sentence: *a run between punctuation and something else that is not space, one of which is East Asian,
/// can both open and close*. cmark is brought to see it so by a joint, a masked character that it takes for a
/// letter, between the run and the punctuation.
///
/// The same holds beside tokens: `**5 %.**[^n]` ends in strong text by CommonMark, since `[` is punctuation,
/// but cmark is shown a private-use character in its place. `_` needs no joint: by its own rules it opens only
/// after, and closes only before, what is no letter.
enum Neighbour {
  case space
  case letter
  case punctuation
  case eastAsianLetter
  case eastAsianPunctuation
  /// A masked construct.
  case token

  init(_ scalar: Unicode.Scalar) {
    let isPunctuation: Bool
    if scalar.value < 0x80 {
      switch scalar.value {
      case 0...0x20, 0x7F:
        self = .space
        return
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: isPunctuation = false
      default: isPunctuation = true
      }
    } else {
      if scalar.properties.isWhitespace {
        self = .space
        return
      }
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        isPunctuation = true
      default: isPunctuation = false
      }
    }
    self =
      switch (isPunctuation, Self.isEastAsian(scalar.value)) {
      case (true, true): .eastAsianPunctuation
      case (true, false): .punctuation
      case (false, true): .eastAsianLetter
      case (false, false): .letter
      }
  }

  var isPunctuation: Bool { self == .punctuation || self == .eastAsianPunctuation }

  private var bridges: Bool {
    self == .eastAsianLetter || self == .eastAsianPunctuation || self == .token
  }

  /// Whether a run between `before` and `after` can open and close where plain CommonMark has it do but one.
  static func opensAndCloses(between before: Neighbour, and after: Neighbour) -> Bool {
    before != .space && after != .space && before.isPunctuation != after.isPunctuation
      && (before.bridges || after.bridges)
  }

  /// Wide, full-width and half-width by UAX #11, or Hangul; emoji left out. What Unicode has not assigned
  /// within these blocks is taken along.
  private static func isEastAsian(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x11FF, 0x20A9, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFFEE, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
