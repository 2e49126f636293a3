import Syntax

/// The languages of a template and the one that it is read in.
struct LanguageChoice: Sendable {
  /// As declared, the default first.
  var declared: [String]
  /// The one of `declared` that the document is to be in.
  var chosen: String
  /// Where they are declared; nil where they are not.
  var span: SourceSpan?

  /// What a template is in that declares nothing.
  static let standard = LanguageChoice(declared: ["en"], chosen: "en")

  /// `node` with the entry of the chosen language in the place of each mapping by language, at any depth.
  ///
  /// An object is a mapping by language where one of its keys is a declared language: then it must have
  /// all of them and nothing else.
  func resolved(
    _ node: JSONNode, in file: SourceFile, into bag: inout DiagnosticBag
  ) -> JSONNode {
    switch node.value {
    case .null, .bool, .number, .string: return node
    case .array(let items):
      return JSONNode(.array(items.map { resolved($0, in: file, into: &bag) }), range: node.range)
    case .object(let members):
      if members.contains(where: { declared.contains($0.name) }) {
        check(members, at: file.span(node.range), into: &bag)
        // Without the entry another stands in for it, so that only its absence is told.
        let entry = members.first { $0.name == chosen } ?? members.first
        return entry.map { resolved($0.node, in: file, into: &bag) } ?? node
      }
      return JSONNode(
        .object(
          members.map {
            .init(
              name: $0.name, nameRange: $0.nameRange, node: resolved($0.node, in: file, into: &bag))
          }), range: node.range)
    }
  }

  private func check(
    _ members: [JSONNode.Member], at span: SourceSpan, into bag: inout DiagnosticBag
  ) {
    for language in declared where !members.contains(where: { $0.name == language }) {
      bag.add(DocumentDiagnostics.missingLanguage(language, at: span))
    }
    for member in members where !declared.contains(member.name) {
      bag.add(
        DocumentDiagnostics.unknownLanguage(
          member.name, known: declared, at: span.file.span(member.nameRange)))
    }
  }
}

extension DocumentConverter {
  /// Reads `languages`, or `lang` for a single one, of the front matter, and chooses among them.
  mutating func readLanguages(_ reader: inout ObjectReader) {
    var declared: [String] = []
    func isSound(_ language: String, _ span: SourceSpan, _ bag: inout DiagnosticBag) -> Bool {
      if Self.isLanguage(language) { return true }
      bag.add(DocumentDiagnostics.language(language, at: span))
      return false
    }
    var place = reader.span
    let single = reader.optionalString("lang")
    if let single, isSound(single, reader.span(of: "lang"), &bag) {
      declared = [single]
      place = reader.span(of: "lang")
    }
    if let items = reader.optionalArray("languages") {
      place = reader.span(of: "languages")
      declared = []
      for item in items {
        let span = source.file.span(item.range)
        guard let language = item.string, isSound(language, span, &bag) else {
          if item.string == nil { bag.add(DocumentDiagnostics.language(span.text, at: span)) }
          continue
        }
        if declared.contains(language) {
          bag.add(DocumentDiagnostics.secondLanguage(language, at: span))
        } else {
          declared.append(language)
        }
      }
      if items.isEmpty { bag.add(DocumentDiagnostics.noLanguages(at: place)) }
      if let single, single != declared.first {
        bag.add(
          DocumentDiagnostics.languageTwice(
            single, first: declared.first, at: reader.span(of: "lang")))
      }
    }
    let known = declared.isEmpty ? LanguageChoice.standard.declared : declared
    if let wanted, !known.contains(wanted) {
      bag.add(DocumentDiagnostics.unknownLanguage(wanted, known: known, at: place))
    }
    let chosen = wanted.flatMap { known.contains($0) ? $0 : nil } ?? known[0]
    languages = LanguageChoice(
      declared: known, chosen: chosen, span: declared.isEmpty ? nil : place)
  }

  /// Two or three letters, then subtags of letters and digits (BCP 47).
  private static func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return false }
    return parts.dropFirst().allSatisfy {
      (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isDigit) }
    }
  }
}
