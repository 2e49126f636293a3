import PrintExport
import Scene
import Syntax
import Typesetting

/// A piece of work that makes files of a report and waits for no other: exports can run side by side.
struct Export: Sendable {
  /// What comes of it.
  struct Result: Sendable {
    /// Relative to the report's folder.
    var files: [Publication.File] = []
    var warnings = DiagnosticBag()

    /// Adds a file that Cairo drew.
    mutating func add(_ file: CairoFile, named name: String) {
      files.append(.init(name: name, bytes: file.bytes))
      warnings.add(contentsOf: file.warnings.noting("in `\(name)`"))
    }
  }

  /// Does the work; given how many tasks may share it.
  let run: @Sendable (_ jobs: Int) async throws(DiagnosticFailure) -> Result
}

extension Export {
  /// A piece of work of one file.
  init(
    _ name: String,
    bytes: @escaping @Sendable (_ jobs: Int) async throws(DiagnosticFailure) -> [UInt8]
  ) {
    self.init { jobs throws(DiagnosticFailure) in
      do throws(DiagnosticFailure) {
        return Result(files: [.init(name: name, bytes: try await bytes(jobs))])
      } catch {
        throw DiagnosticFailure(error.bag.noting("in `\(name)`"))
      }
    }
  }

  /// A piece of work of one file that Cairo draws.
  init(
    _ name: String, cairo: @escaping @Sendable () throws(DiagnosticFailure) -> CairoFile
  ) {
    self.init { _ throws(DiagnosticFailure) in
      do throws(DiagnosticFailure) {
        var result = Result()
        result.add(try cairo(), named: name)
        return result
      } catch {
        throw DiagnosticFailure(error.bag.noting("in `\(name)`"))
      }
    }
  }
}

extension DiagnosticBag {
  /// The same problems, those without a place with a word on where they are.
  func noting(_ place: String) -> DiagnosticBag {
    DiagnosticBag(
      diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        if diagnostic.span == nil { diagnostic.notes.append(.init(place)) }
        return diagnostic
      })
  }
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
