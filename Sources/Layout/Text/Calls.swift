import Scene
import Typesetting

/// What a piece of text calls on: footnotes for the foot of its page, sources that are told the page.
package struct Calls: Sendable, Equatable {
  /// Ids of the footnotes, in order.
  package var notes: [String] = []
  /// Ids of the sources that are cited.
  package var sources: [String] = []

  package init(notes: [String] = [], sources: [String] = []) {
    self.notes = notes
    self.sources = sources
  }

  /// The calls of a line, by where its links lead.
  init(_ line: TypesetLine) {
    for piece in line.pieces {
      guard case .destination(let name)? = piece.link else { continue }
      if name.hasPrefix("note-") { notes.append(String(name.dropFirst("note-".count))) }
      if name.hasPrefix("source-") { sources.append(String(name.dropFirst("source-".count))) }
    }
  }

  static func + (first: Calls, second: Calls) -> Calls {
    Calls(notes: first.notes + second.notes, sources: first.sources + second.sources)
  }

  static func += (calls: inout Calls, more: Calls) {
    calls.notes += more.notes
    calls.sources += more.sources
  }
}
