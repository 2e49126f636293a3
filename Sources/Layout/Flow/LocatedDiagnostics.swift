import Syntax

extension DiagnosticBag {
  /// The same problems, those without a place put at `span`: a fault of a font or of Cairo is shown at
  /// the block that met it.
  func located(at span: SourceSpan) -> DiagnosticBag {
    DiagnosticBag(
      diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        if diagnostic.span == nil { diagnostic.span = span }
        return diagnostic
      })
  }
}
