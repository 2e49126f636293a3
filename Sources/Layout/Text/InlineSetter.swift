import Documents
import Scene
import Typesetting

/// Turns the inlines of a document into styled spans: emphasis becomes a face, a mention a link.
struct InlineSetter: Sendable {
  let references: References
  let palette: StyleSheet.Palette
  /// The face of code within text.
  let code: FontDescription
  /// BCP 47: how words are divided and signs are drawn.
  let language: String

  init(references: References, style: StyleSheet, language: String) {
    self.references = references
    palette = style.palette
    code = style.roles.code.text.font
    self.language = language
  }

  /// Faces for code have larger small letters than those of text.
  private static let codeSize = 0.9

  /// The spans of `inlines` in `role`.
  func spans(_ inlines: [Inline], role: StyleSheet.Role) -> [TextSpan] {
    var spans: [TextSpan] = []
    var look = Look(style: role.text, color: role.color)
    look.style.language = language
    append(inlines, look: look, to: &spans)
    return spans
  }

  private struct Look {
    var style: TextStyle
    var color: Color
    var rise = 0.0
    var link: LinkTarget?
  }

  private func append(_ inlines: [Inline], look: Look, to spans: inout [TextSpan]) {
    for inline in inlines { append(inline, look: look, to: &spans) }
  }

  private func append(_ inline: Inline, look: Look, to spans: inout [TextSpan]) {
    var look = look
    func add(_ text: String) {
      spans.append(
        TextSpan(
          text, style: look.style, paint: .solid(look.color), rise: look.rise, link: look.link))
    }
    switch inline {
    case .text(let text): add(text)
    case .softBreak: add(" ")
    case .lineBreak: add("\u{2028}")
    case .emphasis(let inner):
      // Han have no italics.
      if language.hasPrefix("zh") {
        look.style.font.weight = 700
      } else {
        look.style.font.isItalic = true
      }
      append(inner, look: look, to: &spans)
    case .strong(let inner):
      look.style.font.weight = 700
      append(inner, look: look, to: &spans)
    case .code(let text):
      look.style.font.families = code.families
      look.style.size *= Self.codeSize
      add(text)
    case .link(let uri, let inner):
      look.link = uri.hasPrefix("#") ? .destination(String(uri.dropFirst())) : .uri(uri)
      look.color = palette.accent
      append(inner, look: look, to: &spans)
    case .value(let value):
      // A figure leads to its row of the annex, where the way to its source is told.
      let labels = value.facts.map { "fact-\($0)" }
      if let label = labels.last(where: references.destinations.contains) {
        look.link = .destination(label)
      }
      add(value.text)
    case .reference(let reference):
      guard let text = references.text(of: reference) else { break }
      if reference.form != .citingPages { look.link = .destination(reference.label) }
      add(spans.startsSentence ? text.prefix(1).uppercased() + text.dropFirst() : text)
    case .citation(let citation):
      guard let source = references.sources[citation.source] else { break }
      let label = "source-\(source.id)"
      if references.destinations.contains(label) { look.link = .destination(label) }
      look.color = palette.accent
      add(
        citation.locator.isEmpty
          ? "[\(source.number)]" : "[\(source.number),\u{A0}\(citation.locator)]")
    case .noteReference(let id, _):
      guard let number = references.noteNumbers[id] else { break }
      look.link = .destination("note-\(id)")
      look.rise = look.style.size * 0.35
      look.style.size *= 0.65
      look.color = palette.accent
      add(String(number))
    case .placeholder(let placeholder):
      preconditionFailure("`\(placeholder.expression)` reached layout before it was bound")
    }
  }
}

extension [TextSpan] {
  /// Whether what follows begins a sentence.
  fileprivate var startsSentence: Bool {
    guard let last = last(where: { !$0.text.allSatisfy(\.isWhitespace) })?.text else { return true }
    return last.last { !$0.isWhitespace }.map { ".?!".contains($0) } ?? true
  }
}
