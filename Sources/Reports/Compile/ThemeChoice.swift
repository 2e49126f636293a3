import Layout
import Syntax

/// The style that a template's `theme` names: one of ours, or a file of the workspace's own.
enum ThemeChoice {
  private static let folder = "templates/themes"

  /// The style, or nil with the reason in `bag`.
  static func style(
    named name: String?, at span: SourceSpan?, from log: InputLog, into bag: inout DiagnosticBag
  ) -> StyleSheet? {
    if let style = StyleSheet.named(name) { return style }
    guard let name else { return nil }
    do throws(DiagnosticFailure) {
      let files = try log.names(in: folder).filter { $0.hasSuffix(".yaml") }.map {
        String($0.dropLast(5))
      }
      guard files.contains(name) else {
        bag.add(LayoutDiagnostics.noTheme(name, files: files, at: span))
        return nil
      }
      return StyleFile.read(try log.read("\(folder)/\(name).yaml"), into: &bag)
    } catch {
      bag.add(contentsOf: span.map { error.bag.located(at: $0) } ?? error.bag)
      return nil
    }
  }
}
