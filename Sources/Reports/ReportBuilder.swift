import Documents
import Scene
package import Syntax

/// Builds reports of a workspace and publishes them, or says that nothing changed.
package struct ReportBuilder {
  private let workspace: Workspace

  package init(workspace: Workspace) { self.workspace = workspace }

  /// Builds `request` and writes its files, the manifest last.
  ///
  /// - Throws: every problem found; then nothing is written.
  package func build(_ request: BuildRequest) throws(DiagnosticFailure) -> BuildOutcome {
    guard workspace.templates.contains(request.report) else {
      throw DiagnosticFailure(
        ReportDiagnostics.noReport(request.report, known: workspace.templates))
    }
    let log = InputLog(workspace)
    // Told beside the problems of the inputs, not after they are mended.
    var problems = DiagnosticBag()
    if let obstacle = Publication.obstacle(to: request.output ?? workspace.location("reports")) {
      problems.add(obstacle)
    }
    let result = try ReportCompiler(log: log).compile(request, known: problems)
    let place =
      (["reports", request.report, result.asOf] + [result.otherLanguage].compactMap(\.self))
    let folder = request.output ?? workspace.location(place.joined(separator: "/"))
    let manifest = Manifest(
      report: request.report, asOf: result.asOf,
      parameters: request.parameters.map { "\($0.name)=\($0.value)" }.sorted(),
      inputs: log.entries, fonts: try entries(result.fonts.map(\.file)),
      patterns: try entries(result.patterns), libraries: LibraryVersions.all,
      outputs: result.files.map { .init(path: $0.name, contents: $0.bytes) })
    let publication = Publication(
      files: result.files + [.init(name: Manifest.fileName, bytes: Array(manifest.json.utf8))])
    if !request.isForced, publication.stands(in: folder) { return .unchanged(folder: folder) }
    return .written(try publication.write(into: folder), warnings: result.warnings)
  }

  /// Everything that can be known of a report without writing it.
  package func check(_ report: String) -> DiagnosticBag {
    guard workspace.templates.contains(report) else {
      return DiagnosticBag([ReportDiagnostics.noReport(report, known: workspace.templates)])
    }
    var bag = DiagnosticBag()
    let compiler = ReportCompiler(log: InputLog(workspace), checksDigits: true)
    for language in languages(of: report) {
      do throws(DiagnosticFailure) {
        let request = BuildRequest(report: report, language: language)
        bag.add(contentsOf: try compiler.compile(request).warnings)
      } catch {
        bag.add(contentsOf: error.bag)
      }
    }
    return bag
  }

  /// What `report` can be built in, the default first; where its template cannot be read, one language in
  /// which a build will say so.
  package func languages(of report: String) -> [String?] {
    guard let file = try? workspace.read("templates/\(report)/report.md") else { return [nil] }
    return DocumentParser.frontMatter(of: file).languages
  }

  /// Files of the system that have a part in the bytes: by name, since where they lie differs.
  private func entries(_ paths: [String]) throws(DiagnosticFailure) -> [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    for path in paths {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let file = try SourceFile.load(path: path, displayPath: name)
      let entry = Manifest.Entry(path: name, contents: file.contents)
      if !entries.contains(entry) { entries.append(entry) }
    }
    return entries
  }
}
