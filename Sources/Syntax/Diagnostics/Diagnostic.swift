/// A stable kebab-case name of a kind of problem, such as `csv-number`.
///
/// Each module declares its own in `<Module>Diagnostics.swift`, beside the factory functions that word
/// them, and lists them in `<Module>Diagnostics.all`; a test asserts that every one listed has a case.
package struct DiagnosticID: Hashable, Sendable, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }

  package var description: String { name }
}

/// How grave a diagnostic is; only errors stop a build.
package enum Severity: String, Sendable, Comparable {
  case note, warning, error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// A problem in the user's inputs, as data; the renderers give it words on a terminal or as JSON.
package struct Diagnostic: Sendable, Hashable {
  /// Another place that has part in the problem ("first defined here").
  package struct Note: Sendable, Hashable {
    package var message: String
    package var span: SourceSpan?

    package init(_ message: String, at span: SourceSpan? = nil) {
      self.message = message
      self.span = span
    }
  }

  package var id: DiagnosticID
  package var severity: Severity
  /// Where; nil where no file is to blame (a missing font, an unwritable folder).
  package var span: SourceSpan?
  /// What is wrong: lower case, no full stop, the offending text in backquotes.
  package var message: String
  /// What would have been accepted, where that is known.
  package var expected: String?
  /// What to do about it, best first.
  package var hints: [String]
  package var notes: [Note]

  package init(
    _ id: DiagnosticID, severity: Severity = .error, at span: SourceSpan? = nil,
    _ message: String, expected: String? = nil, hints: [String] = [], notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity
    self.span = span
    self.message = message
    self.expected = expected
    self.hints = hints
    self.notes = notes
  }
}
