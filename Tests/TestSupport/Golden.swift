package import Foundation
package import Testing

/// Compares `text` with the committed reference `Tests/Goldens/<folder>/<name>`.
///
/// A missing reference, or a run with `ALMANAC_GOLDEN=record`, writes the reference and fails, so that a
/// run that records never passes: look at what was written, then run again. A difference leaves
/// `<name>.actual` under `.build/golden-report/`.
package func expectGolden(
  _ text: String, folder: String, name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectDocument(
    text, at: "Tests/Goldens/\(folder)/\(name)", sourceLocation: sourceLocation)
}

/// Compares `text` with the file of the repository at `path`, as `expectGolden` does.
package func expectDocument(
  _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let reference = repositoryRoot.appending(path: path)
  let known = try? String(contentsOf: reference, encoding: .utf8)
  if known == text { return }
  let records = ProcessInfo.processInfo.environment["ALMANAC_GOLDEN"] == "record"
  if records || known == nil {
    try write(text, to: reference)
    Issue.record(
      "recorded \(path): look at it, then run again",
      sourceLocation: sourceLocation)
    return
  }
  let report = path.hasPrefix("Tests/Goldens/") ? String(path.dropFirst(14)) : path
  let actual = repositoryRoot.appending(path: ".build/golden-report/\(report).actual")
  try write(text, to: actual)
  Issue.record(
    "\(firstDifference(known ?? "", text))\n(\(path); `make golden` records)",
    sourceLocation: sourceLocation)
}

/// The folder that holds Package.swift.
package var repositoryRoot: URL {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

private func write(_ text: String, to url: URL) throws {
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
}

/// The first line at which two texts part.
private func firstDifference(_ known: String, _ text: String) -> String {
  let old = known.split(separator: "\n", omittingEmptySubsequences: false)
  let new = text.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  let index = line ?? min(old.count, new.count)
  func at(_ lines: [Substring]) -> String { index < lines.count ? String(lines[index]) : "(end)" }
  return "differs at line \(index + 1)\n  reference: \(at(old))\n  actual:    \(at(new))"
}
