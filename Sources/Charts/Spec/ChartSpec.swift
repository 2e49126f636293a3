package import Syntax
package import Wording

/// A Vega-Lite specification that was read and checked.
package struct ChartSpec: Sendable {
  /// Where it was written.
  package let file: SourceFile
  /// The specification as written.
  package let root: JSONNode
  /// What is asked for in print beyond Vega-Lite.
  let extensions: PrintExtensions

  /// Reads and checks the specification in `file`.
  ///
  /// - Returns: nil, with diagnostics in `bag`, where it is not JSON, names properties that Vega-Lite does
  ///   not have or that are not supported, or gives values of the wrong kind.
  package static func parse(_ file: SourceFile, into bag: inout DiagnosticBag) -> ChartSpec? {
    guard let root = JSONParser.parse(file, into: &bag) else { return nil }
    let composed = ["mark", "layer", "facet", "repeat", "concat", "hconcat", "vconcat"]
    guard root.isObject, composed.contains(where: { root.has($0) }) else {
      bag.add(ChartDiagnostics.specification(root.kind, at: file.span(root.range)))
      return nil
    }
    var problems = DiagnosticBag()
    SpecChecker.check(root, in: file, into: &problems)
    let extensions = PrintExtensions(root, in: file, into: &problems)
    bag.add(contentsOf: problems)
    return problems.hasErrors ? nil : ChartSpec(file: file, root: root, extensions: extensions)
  }

  /// The words that stand for the chart where they are written: `usermeta.almanac.alt` or `description`; nil
  /// where they are plainly not in the language of `wording`, as English words in a Chinese report.
  package func alternative(in wording: Wording) -> String? {
    let words = root["usermeta"]?["almanac"]?["alt"]?.string ?? root["description"]?.string
    guard wording.language.hasPrefix("zh"), let words else { return words }
    let isChinese = words.unicodeScalars.contains { $0.properties.isIdeographic }
    return isChinese ? words : nil
  }

  /// The text of the title, nil where there is none.
  package var title: String? {
    guard let node = root["title"] else { return nil }
    return FieldTitle.text(node["text"] ?? node)
  }
}
