import Scene
import Syntax
import Typesetting

/// Measures and shapes the text of charts with the faces of a font book.
final class TextMeasurer {
  private struct Key: Hashable {
    var text: String
    var style: TextStyle
  }

  private let shaper: Shaper
  private var widths: [Key: Double] = [:]
  /// The first thing that could not be set, such as a character without a glyph.
  private(set) var failure: DiagnosticFailure?
  /// The text in which it stands.
  private(set) var failedText = ""

  /// Fonts asked for of which no family is at hand, in order of first use.
  private(set) var missing: [String] = []

  /// BCP 47: whose signs of punctuation are drawn.
  private let language: String

  init(shaper: Shaper, language: String) {
    self.shaper = shaper
    self.language = language
  }

  /// The families of a CSS font list that are at hand; `sans-serif` stands in where none is.
  func families(of font: String) -> [String] {
    let names = font.split(separator: ",").map { $0.trimmed(of: "\"' ") }
    let known = names.filter {
      shaper.fonts.families.contains($0) || FontBook.genericNames.contains($0)
    }
    guard known.isEmpty else { return known }
    if !missing.contains(font) { missing.append(font) }
    return ["sans-serif"]
  }

  private func style(_ text: SceneText) -> TextStyle {
    TextStyle(
      font: FontDescription(
        families: families(of: text.font), weight: text.weight, isItalic: text.isItalic),
      size: text.size, language: language)
  }

  private func note(_ error: DiagnosticFailure, in text: String) {
    guard failure == nil else { return }
    failure = error
    failedText = text
  }

  func width(_ line: String, _ text: SceneText) -> Double {
    if line.isEmpty || text.size <= 0 { return 0 }
    let key = Key(text: line, style: style(text))
    if let known = widths[key] { return known }
    do throws(DiagnosticFailure) {
      let width = try shaper.width(of: line, style: key.style)
      widths[key] = width
      return width
    } catch {
      note(error, in: line)
      return 0
    }
  }

  func runs(_ line: String, _ text: SceneText) -> [GlyphRun] {
    if line.isEmpty || text.size <= 0 { return [] }
    do throws(DiagnosticFailure) {
      return try shaper.shape(line, style: style(text))
    } catch {
      note(error, in: line)
      return []
    }
  }

  /// `line` broken where it may be so that each part fits `measure`; a word too wide is cut.
  func lines(_ line: String, _ text: SceneText, within measure: Double) -> [String] {
    guard measure > 0, width(line, text) > measure else { return [line] }
    let paragraph = Paragraph(spans: [TextSpan(line, style: style(text))])
    do throws(DiagnosticFailure) {
      return try shaper.lines(of: paragraph, measure: measure).map { line in
        String(line.pieces.map(\.run.text).joined()[...].trimmed(of: " "))
      }
    } catch {
      note(error, in: line)
      return [line]
    }
  }

  /// The lines as drawn: each cut to the limit with an ellipsis (vega-scenegraph's `truncate`).
  func drawnLines(_ text: SceneText) -> [String] {
    guard text.limit > 0 else { return text.lines }
    return text.lines.map { truncated($0, text) }
  }

  private func truncated(_ line: String, _ text: SceneText) -> String {
    if width(line, text) < text.limit { return line }
    let limit = text.limit - width(text.ellipsis, text)
    let characters = Array(line)
    var low = 0
    var high = characters.count
    while low < high {
      let middle = (low + high + 1) / 2
      if width(String(characters[..<middle]), text) < limit {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return String(characters[..<low]) + text.ellipsis
  }

  /// The box of the text about its anchor, before any rotation.
  func box(_ text: SceneText) -> Bounds {
    let lines = drawnLines(text)
    let width = lines.reduce(0) { max($0, self.width($1, text)) }
    let height = text.size + text.lineStep * Double(max(0, lines.count - 1))
    let x = text.dx - (text.align == "center" ? width / 2 : text.align == "right" ? width : 0)
    let y = text.dy + text.baselineOffset - halfUp(0.8 * text.size)
    return Bounds(x, y, x + width, y + height)
  }
}

extension Substring {
  /// The text without the characters of `set` at its ends.
  func trimmed(of set: String) -> String {
    var rest = self
    while let first = rest.first, set.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, set.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
