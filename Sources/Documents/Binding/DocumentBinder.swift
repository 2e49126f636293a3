package import Syntax
package import Tables

/// Puts values in the place of placeholders, repeats `.for` divisions and resolves `.when` divisions.
///
/// The tree is changed, never its text: a value that holds `*` or `|` stays text.
package struct DocumentBinder {
  private var scope: EvaluationScope
  private var bag = DiagnosticBag()
  /// Expressions by where they stand, so that a loop reads each of them once.
  private var expressions: [SourceSpan: Expression?] = [:]
  /// What was said already: within a loop each problem is told once.
  private var told: Set<Diagnostic> = []

  /// Names that have their values later: placeholders that use one stay.
  private let later: Set<String>

  private init(_ scope: EvaluationScope, later: Set<String>) {
    self.scope = scope
    self.later = later
    self.scope.isStrict = true
    self.scope.isExact = true
    self.scope.functions.merge(ProseFunctions.all) { own, _ in own }
  }

  /// `document` with every placeholder replaced by its value in `scope`.
  ///
  /// Names and functions are those of `scope` beside `ProseFunctions` and the expression language's own;
  /// an undefined name, a value that cannot be printed, or a loop over no array is reported, and the
  /// placeholder stays. Footnotes come in the order of their first mention; those that nothing mentions
  /// any more are left out.
  ///
  /// - Parameter later: names whose values are known only once the document is bound, such as how many figures it
  ///   has. Placeholders that use one stay for a second call, which has them in `scope`; loops and conditions
  ///   cannot wait.
  package static func bind(
    _ document: Document, in scope: EvaluationScope, later: Set<String> = [],
    into bag: inout DiagnosticBag
  ) -> Document {
    var binder = DocumentBinder(scope, later: later)
    var result = document
    result.frontMatter.title = binder.inlines(document.frontMatter.title)
    result.frontMatter.subtitle = binder.inlines(document.frontMatter.subtitle)
    result.frontMatter.description = binder.inlines(document.frontMatter.description)
    result.blocks = binder.blocks(document.blocks)
    var mentions = DocumentMentions()
    mentions.collect(result)
    var seen: Set<String> = []
    result.footnotes = mentions.notes.compactMap { mention in
      guard seen.insert(mention.label).inserted else { return nil }
      return document.footnotes.first { $0.id == mention.label }
    }
    for index in result.footnotes.indices {
      result.footnotes[index].blocks = binder.blocks(result.footnotes[index].blocks)
    }
    bag.add(contentsOf: binder.bag)
    return result
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if told.insert(diagnostic).inserted { bag.add(diagnostic) }
  }

  // MARK: Blocks

  private mutating func blocks(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    bind(blocks, into: &result)
    return result
  }

  private mutating func bind(_ blocks: [Block], into result: inout [Block]) {
    // The level of the heading whose section is being left out.
    var leftOut: Int?
    for var block in blocks {
      if case .heading(let level, let title) = block.kind {
        if let outer = leftOut, level > outer { continue }
        leftOut = nil
        if let needs = block.needs.take(), isNothing(needs, title) { leftOut = level }
      }
      if leftOut == nil { bind(block, into: &result) }
    }
  }

  private mutating func bind(_ block: Block, into result: inout [Block]) {
    var block = block
    switch block.kind {
    case .heading(let level, let content):
      let title = inlines(content)
      if title.printed.allSatisfy(\.isWhitespace) {
        return report(DocumentDiagnostics.emptyHeading(at: block.span))
      }
      block.kind = .heading(level: level, title)
    case .paragraph(let content): block.kind = .paragraph(inlines(content))
    case .list(var list):
      list.items = list.items.map { blocks($0) }
      block.kind = .list(list)
    case .quote(let inner): block.kind = .quote(blocks(inner))
    case .figure(var figure):
      let written = [("the caption", figure.caption), ("`fig-alt`", figure.alternative)]
      figure.caption = inlines(figure.caption)
      figure.subtitle = inlines(figure.subtitle)
      figure.note = inlines(figure.note)
      figure.alternative = figure.alternative.map { inlines($0) }
      for ((name, text), words) in zip(written, [figure.caption, figure.alternative])
      where text?.isBlank == false && words?.printed.allSatisfy(\.isWhitespace) == true {
        report(DocumentDiagnostics.emptyText(name, at: block.span))
      }
      block.kind = .figure(figure)
    case .table(let table): block.kind = .table(bound(table))
    case .division(var division):
      switch division.kind {
      case .each: return repeated(division, into: &result)
      case .when:
        if holds(division) { result += blocks(division.blocks) }
        return
      case .tiles, .tile, .note, .tip, .important, .warning, .caution, .lead, .columns, .landscape,
        .contents, .figures, .tables, .aside, .sources, .annex:
        division.title = inlines(division.title)
        division.blocks = blocks(division.blocks)
        block.kind = .division(division)
      }
    case .code, .pageBreak, .thematicBreak: break
    }
    result.append(block)
  }

  private mutating func bound(_ table: TableBlock) -> TableBlock {
    var table = table
    table.mapTexts { inlines($0) }
    guard let each = table.each, let items = items(of: each) else { return table }
    table.rows = withName("row") { binder, set in
      var rows: [TableBlock.Row] = []
      var group: String?
      for item in items {
        set(&binder, item)
        if let key = table.groupBy {
          let title = binder.inlines(for: key)
          if group != title.printed {
            group = title.printed
            rows.append(.init(group: title, over: table.columns.count))
          }
        }
        rows.append(
          .init(
            table.columns.map { column in column.value.map { binder.inlines(for: $0) } ?? [] }))
      }
      return rows
    }
    table.mergeCells()
    table.markTotal()
    (table.each, table.groupBy) = (nil, nil)
    for index in table.columns.indices { table.columns[index].value = nil }
    return table
  }

  // MARK: Loops and conditions

  /// Runs `body` with `name` free to be set, and puts back what `name` was.
  private mutating func withName<Result>(
    _ name: String, _ body: (inout Self, (inout Self, Value) -> Void) -> Result
  ) -> Result {
    let outer = scope.names[name]
    let result = body(&self) { binder, value in binder.scope.names[name] = value }
    scope.names[name] = outer
    return result
  }

  private mutating func repeated(_ division: Division, into result: inout [Block]) {
    guard let each = division.attributes.first(where: { $0.name == "each" }) else { return }
    guard let (name, list) = Self.loop(each) else {
      return report(DocumentDiagnostics.loopForm(each.value, at: each.span))
    }
    guard let items = items(of: list) else { return }
    withName(name) { binder, set in
      for item in items {
        set(&binder, item)
        binder.bind(division.blocks, into: &result)
      }
    }
  }

  /// `name in expression`
  private static func loop(_ attribute: Attribute) -> (name: String, list: Placeholder)? {
    let text = attribute.value
    guard let gap = text.utf8.indices.first(where: { text[$0...].hasPrefix(" in ") }) else {
      return nil
    }
    let name = text[..<gap].drop { $0 == " " }
    let isName =
      name.first.map { $0.isLetter || $0 == "_" } == true
      && name.allSatisfy { $0.isLetter || $0.isDigit || $0 == "_" }
    guard isName else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: gap) + 4
    let span = attribute.span
    let list = Placeholder(
      expression: String(text[text.index(gap, offsetBy: 4)...]),
      span: span.range.count == text.utf8.count ? span.inner(start..<span.range.count) : span)
    return (String(name), list)
  }

  private mutating func items(of placeholder: Placeholder) -> [Value]? {
    guard let result = evaluation(of: placeholder) else { return nil }
    guard case .array(let items) = result.value else {
      report(DocumentDiagnostics.notAnArray(result.value.kind, at: placeholder.span))
      return nil
    }
    return items
  }

  private mutating func holds(_ division: Division) -> Bool {
    guard let test = division.attributes.first(where: { $0.name == "test" }) else { return false }
    let placeholder = Placeholder(expression: test.value, span: test.span)
    return evaluation(of: placeholder)?.value.isTruthy ?? false
  }

  // MARK: Sections with nothing

  /// Whether what the section called `title` needs comes to nothing, which is told as a note.
  ///
  /// A dataset without an indicator has no member of its name: what elsewhere is a mistake is the answer here.
  /// A name that no dataset has stays one.
  private mutating func isNothing(_ needs: Placeholder, _ title: [Inline]) -> Bool {
    guard let expression = expression(needs) else { return false }
    var lenient = scope
    lenient.isStrict = false
    var found = DiagnosticBag()
    expression.check(
      names: scope.names.keys.sorted(), functions: scope.functions.keys.sorted(), into: &found)
    for diagnostic in found.diagnostics { report(diagnostic) }
    guard found.isEmpty else { return false }
    do throws(ExpressionError) {
      guard try expression.evaluate(in: lenient).isNothing else { return false }
    } catch {
      report(error.diagnostic(at: expression.span(of: error.range)))
      return false
    }
    var gap: ExpressionError?
    do throws(ExpressionError) { _ = try expression.evaluate(in: scope) } catch { gap = error }
    report(
      DocumentDiagnostics.sectionLeftOut(
        inlines(title).plainText, needs: needs, gap: gap))
    return true
  }

  // MARK: Values

  private mutating func inlines(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .placeholder(let placeholder): self.inlines(for: placeholder)
      case .emphasis(let inner): [.emphasis(self.inlines(inner))]
      case .strong(let inner): [.strong(self.inlines(inner))]
      case .link(let uri, let inner): [.link(uri: uri, self.inlines(inner))]
      case .text, .code, .reference, .citation, .noteReference, .value, .softBreak, .lineBreak:
        [inline]
      }
    }
  }

  /// What stands for a placeholder: a value, or the citations of one or several sources.
  private mutating func inlines(for placeholder: Placeholder) -> [Inline] {
    if lateName(in: placeholder) != nil { return [.placeholder(placeholder)] }
    guard let result = evaluated(placeholder) else { return [.placeholder(placeholder)] }
    if case .object(let object) = result.value,
      case .array(let sources)? = object[ProseFunctions.citedSources],
      case .string(let locator)? = object[ProseFunctions.citedLocator]
    {
      return sources.compactMap { source in
        guard case .string(let id) = source else { return nil }
        return .citation(Citation(source: id, locator: locator, span: placeholder.span))
      }
    }
    do throws(FunctionProblem) {
      let text = try PrintedValue.text(of: result.value)
      // No words leave nothing, so that a note of which nothing is said is no note.
      if text.isEmpty { return [] }
      return [.value(BoundValue(text: text, facts: result.facts, span: placeholder.span))]
    } catch {
      report(DocumentDiagnostics.unprintable(error, at: placeholder.span))
      return [.placeholder(placeholder)]
    }
  }

  /// The value of a placeholder on which the structure of the document hangs, so that it cannot come later.
  private mutating func evaluation(of placeholder: Placeholder) -> Evaluation? {
    if let name = lateName(in: placeholder) {
      report(DocumentDiagnostics.knownLater(name, at: placeholder.span))
      return nil
    }
    return evaluated(placeholder)
  }

  private mutating func evaluated(_ placeholder: Placeholder) -> Evaluation? {
    guard let expression = expression(placeholder) else { return nil }
    do throws(ExpressionError) {
      return try expression.trace(in: scope)
    } catch {
      // Evaluation stops at the first undefined name; the check tells all of them.
      var found = DiagnosticBag()
      expression.check(
        names: scope.names.keys.sorted(), functions: scope.functions.keys.sorted(), into: &found)
      if found.isEmpty {
        report(error.diagnostic(at: expression.span(of: error.range)))
      }
      for diagnostic in found.diagnostics { report(diagnostic) }
      return nil
    }
  }

  /// The first of the names in `placeholder` that has its value later; nil where all have theirs.
  private mutating func lateName(in placeholder: Placeholder) -> String? {
    guard !later.isEmpty, let expression = expression(placeholder) else { return nil }
    return expression.freeNames.first(where: later.contains)
  }

  private mutating func expression(_ placeholder: Placeholder) -> Expression? {
    if let known = expressions[placeholder.span] { return known }
    var found = DiagnosticBag()
    let expression = Expression.parse(
      placeholder.expression, dialect: .prose, at: placeholder.span, into: &found)
    for diagnostic in found.diagnostics { report(diagnostic) }
    expressions[placeholder.span] = .some(expression)
    return expression
  }
}

extension Value {
  /// Whether there is nothing to write about: also an empty list or object, which are true elsewhere.
  fileprivate var isNothing: Bool {
    switch self {
    case .array(let items): items.isEmpty
    case .object(let object): object.members.isEmpty
    case .null, .undefined, .bool, .number, .string, .date: !isTruthy
    }
  }
}
