import CHarfBuzz
import Scene
import Syntax

/// A stretch of text that is shaped at once: one span, script, direction and face.
struct TextSegment {
  /// In the bytes of the whole text.
  var bytes: Range<Int>
  /// The span that the text comes from.
  var span: Int
  var face: OpenFace
  var script: hb_script_t
  var level: UInt8
  /// Whether it holds Han, kana or their punctuation.
  var isSolid: Bool

  var isRightToLeft: Bool { level & 1 == 1 }

  /// Whether spaces part it into words that do not reach into each other, as far as the script goes.
  var isMadeOfWords: Bool { script == HB_SCRIPT_LATIN && !isRightToLeft && !isSolid }
}

/// Where one style of a text ends, and the faces that it may use, best first.
struct StyleRange {
  var end: Int
  var faces: FaceList
  var style: TextStyle

  /// Whether quotation marks and dashes are those of Han faces.
  var isEastern: Bool { style.language.hasPrefix("zh") || style.language.hasPrefix("ja") }
}

extension AnalyzedText {
  /// The text cut where span, script, direction or face change, in logical order.
  ///
  /// The first face of the style that draws a character together with the marks on it is taken. What no
  /// face draws is told in `bag`, each character once.
  func segments(
    of styles: [StyleRange], bag: inout DiagnosticBag
  ) throws(DiagnosticFailure) -> [TextSegment] {
    var segments: [TextSegment] = []
    var current: TextSegment?
    var span = 0
    var index = 0
    var missing: Set<UInt32> = []
    while index < scalars.count {
      while span < styles.count - 1, starts[index] >= styles[span].end { span += 1 }
      var end = index + 1
      while end < scalars.count, starts[end] < styles[span].end, Self.attaches(scalars[end]) {
        end += 1
      }
      let isEasternSign = hasSolid && styles[span].isEastern && isEasternSign(at: index)
      var face = styles[span].faces.first
      if isEasternSign || !draws(face, index..<end) {
        // A sign of the East is taken from the face that draws Han.
        let other = try styles[span].faces.fallback { other in
          (!isEasternSign || other.covers(0x4E2D)) && draws(other, index..<end)
        }
        if let other {
          face = other
        } else if !draws(face, index..<end) {
          let culprit = (index..<end).first { !face.covers(shown($0)) } ?? index
          if missing.insert(scalars[culprit]).inserted,
            let scalar = Unicode.Scalar(scalars[culprit])
          {
            bag.add(
              TypesettingDiagnostics.glyph(scalar, families: styles[span].style.font.families))
          }
        }
      }
      let script = script(at: index)
      let level = level(at: index)
      if let last = current, last.span == span, last.face === face, last.level == level,
        last.script == script
      {
        current?.bytes = last.bytes.lowerBound..<starts[end]
      } else {
        if let current { segments.append(current) }
        current = TextSegment(
          bytes: starts[index]..<starts[end], span: span, face: face, script: script,
          level: level, isSolid: false)
      }
      if hasSolid, isSetSolid(scalars[index]) { current?.isSolid = true }
      index = end
    }
    if let current { segments.append(current) }
    return segments
  }

  /// The scalar that is shaped at `index`: line ends and tabs are shaped as spaces.
  private func shown(_ index: Int) -> UInt32 {
    let scalar = scalars[index]
    return scalar == 0x0A || scalar == 0x09 ? 0x20 : scalar
  }

  private func draws(_ face: OpenFace, _ range: Range<Int>) -> Bool {
    if range.count == 1 { return face.covers(shown(range.lowerBound)) }
    if range.allSatisfy({ face.covers(shown($0)) && scalars[$0] != 0x338 }) { return true }
    // A face may have the composed letter without the mark itself.
    var composed = shown(range.lowerBound)
    for index in range.dropFirst() {
      var result: hb_codepoint_t = 0
      guard
        hb_unicode_compose(hb_unicode_funcs_get_default(), composed, scalars[index], &result) != 0
      else { return false }
      composed = result
    }
    return face.covers(composed)
  }

  /// Whether a scalar belongs to the letter before it: marks, joiners and variation selectors.
  private static func attaches(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300 else { return false }
    if scalar == 0x200D || (0xFE00...0xFE0F).contains(scalar) { return true }
    let category = hb_unicode_general_category(hb_unicode_funcs_get_default(), scalar)
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK
      || category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK
      || category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK
  }
}
