package import Syntax

extension Wording {
  /// Where a workspace keeps the labels of a language that is not built in.
  package static func path(of language: String) -> String { "templates/labels/\(language).yaml" }

  /// The wording that `file` holds: a text for each label. What is missing or unknown goes to `bag`, all at
  /// once; nil where the file holds no labels at all.
  package static func read(
    _ file: SourceFile, language: String, into bag: inout DiagnosticBag
  ) -> Wording? {
    guard let node = YAMLParser.parse(file, into: &bag),
      var reader = ObjectReader(node, in: file, into: &bag)
    else { return nil }
    var texts: [Label: String] = [:]
    for label in Label.allCases { texts[label] = reader.string(label.rawValue) }
    reader.finish(into: &bag)
    return Wording(language: language, texts: texts)
  }
}
