import Scene
import Syntax
import Typesetting

/// A piece of work that makes files of a report and waits for no other: exports can run side by side.
struct Export: Sendable {
  /// The files, relative to the report's folder; given how many tasks may share the work.
  let files: @Sendable (_ jobs: Int) async throws(DiagnosticFailure) -> [Publication.File]
}

extension Frame {
  /// The frame as it goes into an SVG with text of the form `text`.
  func withText(_ text: SVGText) throws(DiagnosticFailure) -> Frame {
    switch text {
    case .live: self
    case .outlines: try GlyphOutlines().outlined(self)
    }
  }
}
