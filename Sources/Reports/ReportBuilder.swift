import Analysis
import Documents
import Facts
import Scene
package import Syntax
import Typesetting

/// Builds reports of a workspace and publishes them, or says that nothing changed.
///
/// The dataset, the templates and what follows on a day are read and worked out once for all documents.
/// Documents are then laid out side by side, and so are their files made; everything is put back in order, so
/// that neither bytes nor messages depend on the number of jobs.
package struct ReportBuilder: Sendable {
  private let workspace: Workspace

  package init(workspace: Workspace) { self.workspace = workspace }

  /// How far a build has come: documents laid out and files made, of how many.
  package struct Progress: Sendable {
    package enum Stage: Sendable { case documents, files }

    package var stage: Stage
    package var done: Int
    package var all: Int
  }

  /// Builds what `request` asks for and writes the files of each document, its manifest last. A document with
  /// problems is not written; the others are.
  package func build(
    _ request: BuildRequest, progress: (Progress) -> Void = { _ in }
  ) async -> BuildResult {
    let run = await RunInputs.load(request, from: workspace)
    var result = BuildResult()
    // Notes on the data are for `check`: a scheduled build would repeat them every time.
    result.problems = DiagnosticBag(
      run.problems.diagnostics.filter { $0.severity > .note })
    // Told beside the problems of the inputs, not after they are mended.
    let obstacle = Publication.obstacle(to: request.output ?? workspace.location("reports"))
    if let obstacle { result.problems.add(obstacle) }
    let plans = await run.plans(request, in: workspace, into: &result.problems)
    if request.isStrict { result.problems = result.problems.strict }
    let isHeldBack = obstacle != nil || request.isStrict && result.problems.hasErrors
    let compiled = await compile(plans, run, request, progress)
    // The manifests need no file: what they name is looked for while files are made.
    async let faces = Self.faces(of: compiled)
    let documents = isHeldBack ? compiled : await export(compiled, request, progress)
    let outcomes = await publish(
      documents, plans, faces: await faces, isHeldBack: isHeldBack, request)
    for (index, outcome) in outcomes.enumerated() {
      switch outcome {
      case .success(let outcome):
        result.outcomes.append(outcome)
        if case .written = outcome, case .success(let document) = documents[index] {
          result.problems.add(contentsOf: document.compiled.warnings)
        }
      case .failure(let failure):
        result.outcomes.append(.failed)
        result.problems.add(contentsOf: failure.bag)
      }
    }
    if plans.contains(where: { $0.renderer == .cairo }) {
      result.problems.add(ReportDiagnostics.limitsOfCairo)
    }
    result.made = Made(run: run, documents: documents)
    return result
  }

  /// Everything that can be known of `reports` without writing them; none for all.
  package func check(_ reports: [String], jobs: Int = 1) async -> DiagnosticBag {
    let request = BuildRequest(reports: reports, jobs: jobs)
    let run = await RunInputs.load(request, from: workspace, checksDigits: true)
    var bag = run.problems
    if let dataset = run.data?.dataset, !dataset.derived.isEmpty {
      DerivedRule.check(dataset, ReportScope(dataset).register, into: &bag)
    }
    let plans = await run.plans(request, in: workspace, into: &bag)
    let documents = await export(
      await compile(plans, run, request) { _ in }, request
    ) { _ in }
    for document in documents {
      switch document {
      case .success(let document): bag.add(contentsOf: document.compiled.warnings)
      case .failure(let failure): bag.add(contentsOf: failure.bag)
      }
    }
    return bag
  }

  // MARK: Stages

  /// What a run read and made.
  private struct Made: Sendable {
    var run: RunInputs
    var documents: [Outcome<MadeDocument>]
  }

  /// A document that is laid out, and its files once they are made.
  private struct MadeDocument: Sendable {
    var compiled: ReportCompiler.Result
    var files: [Publication.File] = []
  }

  private typealias Outcome<Success> = Result<Success, DiagnosticFailure>

  private func compile(
    _ plans: [DocumentPlan], _ run: RunInputs, _ request: BuildRequest,
    _ progress: (Progress) -> Void
  ) async -> [Outcome<MadeDocument>] {
    guard let data = run.data else { return [] }
    let compiler = ReportCompiler(
      workspace: workspace, data: data, text: request.text,
      // Where there are documents for all, none need share its charts out.
      jobs: plans.count < request.jobs ? request.jobs : 1)
    return await concurrentMap(plans, jobs: request.jobs) { done in
      progress(Progress(stage: .documents, done: done, all: plans.count))
    } _: { plan in
      await compiler.compile(plan).flatMap { compiled in
        let problems = compiled.warnings.strict
        return request.isStrict && problems.hasErrors
          ? .failure(DiagnosticFailure(problems)) : .success(MadeDocument(compiled: compiled))
      }
    }
  }

  /// Makes the files of all documents, as one list of work: a long document does not hold up the end.
  private func export(
    _ documents: [Outcome<MadeDocument>], _ request: BuildRequest, _ progress: (Progress) -> Void
  ) async -> [Outcome<MadeDocument>] {
    var work: [(document: Int, export: Export)] = []
    for (index, document) in documents.enumerated() {
      guard case .success(let made) = document else { continue }
      work += made.compiled.exports.map { (index, $0) }
    }
    let count = work.count
    let files = await concurrentMap(work.map(\.export), jobs: request.jobs) { done in
      progress(Progress(stage: .files, done: done, all: count))
    } _: { export in
      do throws(DiagnosticFailure) {
        return Result<Export.Result, DiagnosticFailure>.success(try await export.run(request.jobs))
      } catch {
        return .failure(error)
      }
    }
    var result = documents
    for (item, files) in zip(work, files) {
      guard case .success(var made) = result[item.document] else { continue }
      switch files {
      case .success(let files):
        made.files += files.files
        made.compiled.warnings.add(contentsOf: files.warnings)
        result[item.document] = .success(made)
      case .failure(let failure): result[item.document] = .failure(failure)
      }
    }
    return result
  }

  /// The faces that have glyphs on the pages of each document.
  private static func faces(of documents: [Outcome<MadeDocument>]) async -> [[FontFace]] {
    documents.map { document in
      guard case .success(let made) = document else { return [] }
      return FontUse.faces(of: made.compiled.pages)
    }
  }

  /// Writes the documents, each with its manifest.
  private func publish(
    _ documents: [Outcome<MadeDocument>], _ plans: [DocumentPlan], faces: [[FontFace]],
    isHeldBack: Bool,
    _ request: BuildRequest
  ) async -> [Outcome<BuildOutcome>] {
    var prints = FilePrints()
    var publications: [Outcome<(folder: String, publication: Publication)>] = []
    for (index, (document, plan)) in zip(documents, plans).enumerated() {
      publications.append(
        Outcome { () throws(DiagnosticFailure) in
          let made = try document.get()
          let manifest = Manifest(
            report: plan.template.report, asOf: plan.document.frontMatter.asOf,
            language: plan.document.frontMatter.language, renderer: plan.renderer,
            parameters: plan.given,
            inputs: made.compiled.inputs, fonts: try prints.entries(of: faces[index]),
            patterns: try prints.entries(of: made.compiled.patterns),
            libraries: LibraryVersions.all,
            outputs: made.files.map { .init(path: $0.name, contents: $0.bytes) })
          let text = Publication.File(name: Manifest.fileName, bytes: Array(manifest.json.utf8))
          return (plan.folder, Publication(files: made.files + [text]))
        })
    }
    return await concurrentMap(publications, jobs: request.jobs) { item in
      Outcome { () throws(DiagnosticFailure) in
        let (folder, publication) = try item.get()
        if isHeldBack { return .failed }
        if !request.isForced, publication.stands(in: folder) { return .unchanged(folder: folder) }
        return .written(try publication.write(into: folder))
      }
    }
  }
}
