import Documents
import Syntax
import Wording

extension Wording {
  /// The wording of a report: built in, or the workspace's own labels. A language without labels is told;
  /// English then stands in, so that the rest is looked at.
  static func of(
    _ matter: FrontMatter, from log: InputLog, into bag: inout DiagnosticBag
  ) -> Wording {
    builtIn(matter.language)
      ?? own(matter.language, at: matter.languageSpan, from: log, into: &bag)
  }

  private static func own(
    _ language: String, at span: SourceSpan?, from log: InputLog, into bag: inout DiagnosticBag
  ) -> Wording {
    let path = path(of: language)
    do throws(DiagnosticFailure) {
      guard try log.holds(path) else {
        bag.add(ReportDiagnostics.noLabels(language, path: path, at: span))
        return Wording(language: language, texts: [:])
      }
      return read(try log.read(path), language: language, into: &bag)
        ?? Wording(language: language, texts: [:])
    } catch {
      bag.add(contentsOf: error.bag)
      return Wording(language: language, texts: [:])
    }
  }
}
