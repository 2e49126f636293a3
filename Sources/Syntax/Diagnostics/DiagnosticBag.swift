/// The problems gathered so far. Stages add to it and go on, so that a run tells all of them at once.
package struct DiagnosticBag: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []

  package init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

  package var isEmpty: Bool { diagnostics.isEmpty }
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  package var errorCount: Int { diagnostics.count { $0.severity == .error } }

  package mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  package mutating func add(contentsOf other: DiagnosticBag) {
    diagnostics.append(contentsOf: other.diagnostics)
  }

  /// The same problems, those without a place put at `span`: a fault of a font or of Cairo is shown at
  /// the block or figure that met it.
  package func located(at span: SourceSpan) -> DiagnosticBag {
    DiagnosticBag(
      diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        if diagnostic.span == nil { diagnostic.span = span }
        return diagnostic
      })
  }

  /// The same problems with warnings made errors, as `--strict` asks for.
  package var strict: DiagnosticBag {
    DiagnosticBag(
      diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        if diagnostic.severity == .warning { diagnostic.severity = .error }
        return diagnostic
      })
  }

  /// Throws what was gathered where an error is among it: the stage cannot give a result.
  package func throwIfErrors() throws(DiagnosticFailure) {
    if hasErrors { throw DiagnosticFailure(self) }
  }

  /// The diagnostics by file, then position, then id: the order in which they are shown, independent of
  /// the order in which stages or tasks found them. Those without a place come first, such as a font that is
  /// not installed: what follows may be its echo. What two stages found alike (two layers that share an encoding) stands once.
  package var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      switch (a.span, b.span) {
      case (nil, nil): break
      case (nil, _): return true
      case (_, nil): return false
      case (let x?, let y?):
        if x.file.path != y.file.path { return x.file.path < y.file.path }
        if x.range.lowerBound != y.range.lowerBound {
          return x.range.lowerBound < y.range.lowerBound
        }
      }
      if a.id != b.id { return a.id.name < b.id.name }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension DiagnosticBag {
  /// How many diagnostics of one kind are shown to a person or a tool.
  package static let shownOfKind = 100

  /// The sorted diagnostics that are not below `severity`, at most `shownOfKind` of each id. After the last of an
  /// id stands the number of the others, with the severity of the worst of them.
  package func shown(from severity: Severity = .note) -> [Diagnostic] {
    let all = sorted.filter { $0.severity >= severity }
    var counts: [DiagnosticID: Int] = [:]
    var rest: [DiagnosticID: Severity] = [:]
    for diagnostic in all {
      counts[diagnostic.id, default: 0] += 1
      guard counts[diagnostic.id, default: 0] > Self.shownOfKind else { continue }
      rest[diagnostic.id] = max(rest[diagnostic.id] ?? .note, diagnostic.severity)
    }
    guard !rest.isEmpty else { return all }
    var shown: [Diagnostic] = []
    var seen: [DiagnosticID: Int] = [:]
    for diagnostic in all {
      seen[diagnostic.id, default: 0] += 1
      let place = seen[diagnostic.id, default: 0]
      if place <= Self.shownOfKind { shown.append(diagnostic) }
      if place == Self.shownOfKind, let worst = rest[diagnostic.id],
        let count = counts[diagnostic.id]
      {
        shown.append(
          SyntaxDiagnostics.moreOfKind(diagnostic.id, count - Self.shownOfKind, worst))
      }
    }
    return shown
  }
}

/// A stage could not give its result; the bag says why and holds at least one error.
package struct DiagnosticFailure: Error, Sendable {
  package let bag: DiagnosticBag

  package init(_ bag: DiagnosticBag) { self.bag = bag }

  package init(_ diagnostic: Diagnostic) { bag = DiagnosticBag([diagnostic]) }
}
