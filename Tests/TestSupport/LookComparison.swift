import Foundation

/// Pairs of PDFs that must look the same, page by page, in three readers: poppler, MuPDF and pdfium. How near is said, with
/// the reasons, in `scripts/looks.py`.
package struct LookComparison: ~Copyable {
  private let folder: URL

  /// Whether the readers are at hand.
  package static var isAvailable: Bool {
    ExternalTool.python.isAvailable && ExternalTool("pdftoppm").isAvailable
      && ExternalTool("mutool").isAvailable
  }

  package init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "almanac-looks-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  package func add(_ name: String, _ first: [UInt8], _ second: [UInt8]) throws {
    for (side, bytes) in [("a", first), ("b", second)] {
      try Data(bytes).write(to: folder.appending(path: "\(name).\(side).pdf"))
    }
  }

  /// What does not look the same, a line a page and reader. `ALMANAC_LOOKS`, where it names a folder, gets pictures of it.
  ///
  /// - Parameter every: of how many pages of a document one is looked at.
  package func faults(every: Int = 1) throws -> [String] {
    var arguments = ["scripts/looks.py", folder.path, "--every", String(every)]
    if let kept = ProcessInfo.processInfo.environment["ALMANAC_LOOKS"] {
      arguments += ["--keep", kept]
    }
    let outcome = try ExternalTool.python.run(arguments, in: repositoryRoot)
    struct Failed: Error { var errors: String }
    // 1 says that there are faults.
    guard outcome.code == 0 || outcome.code == 1 && !outcome.output.isEmpty else {
      throw Failed(errors: outcome.errors)
    }
    return outcome.output.split(separator: "\n").map(String.init)
  }
}
