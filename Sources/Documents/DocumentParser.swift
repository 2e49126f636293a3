package import Syntax

/// Reads a template: YAML front matter, CommonMark with tables and footnotes, and the dialect's own
/// constructs (`docs/templates.md` lists them all).
///
///     file ─scan─▶ masked text, tokens ─cmark─▶ tree ─convert─▶ Document
package enum DocumentParser {
  /// The front matter of `file` alone: which languages and parameters the template has. Its problems are
  /// told by `parse`.
  package static func frontMatter(of file: SourceFile) -> FrontMatter {
    var bag = DiagnosticBag()
    var converter = DocumentConverter(TemplateScanner.scan(file, into: &bag))
    return converter.frontMatter()
  }

  /// The document that `file` holds. Everything refused is in `bag`, and the document holds what was
  /// understood, so that later checks can add theirs to the same run; nil only for an empty file.
  ///
  /// - Parameters:
  ///   - language: the one of the template's languages that is wanted; nil for the first. What is written
  ///     for another is left out.
  ///   - load: reads a file that `{{< include >}}` names, by its path from the workspace; without it
  ///     includes are refused.
  package static func parse(
    _ file: SourceFile, language: String? = nil, including load: IncludeReader.Load? = nil,
    into bag: inout DiagnosticBag
  ) -> Document? {
    guard !file.bytes.isEmpty else {
      bag.add(DocumentDiagnostics.noFrontMatter(at: file.span(0..<0)))
      return nil
    }
    let source = TemplateScanner.scan(file, into: &bag)
    var converter = DocumentConverter(source, IncludeReader(template: file, load: load))
    converter.wanted = language
    let frontMatter = converter.frontMatter()
    let blocks = converter.convert()
    converter.checkNotes()
    bag.add(contentsOf: converter.bag)
    return Document(
      frontMatter: frontMatter, blocks: blocks, footnotes: converter.footnotes,
      typedNumbers: converter.typedNumbers)
  }
}
