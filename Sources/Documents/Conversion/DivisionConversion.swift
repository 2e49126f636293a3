import Syntax

extension Division.Kind {
  /// The attributes that a division of this kind may have; those in the first list it must have.
  var attributeNames: (required: [String], optional: [String]) {
    switch self {
    case .each: (["each"], [])
    case .when: (["test"], [])
    case .note, .tip, .important, .warning, .caution: ([], ["title"])
    case .tiles, .columns: ([], ["cols"])
    case .tile, .lead, .landscape, .contents, .figures, .tables, .aside, .sources, .annex: ([], [])
    }
  }

  /// Whether the division says something of its own, so that it cannot be empty.
  var speaks: Bool {
    switch self {
    case .note, .tip, .important, .warning, .caution, .tile, .lead, .aside: true
    case .each, .when, .tiles, .columns, .landscape, .contents, .figures, .tables, .sources, .annex:
      false
    }
  }

  /// The callout that `> [!NAME]` begins.
  static let alerts: [(name: String, kind: Division.Kind)] = [
    ("NOTE", .note), ("TIP", .tip), ("IMPORTANT", .important), ("WARNING", .warning),
    ("CAUTION", .caution),
  ]
}

extension DocumentConverter {
  /// The division that `attributes` ask for, or nil with a diagnostic where there is none of that class.
  mutating func division(_ attributes: AttributeList, _ blocks: [Block]) -> Division? {
    guard let name = attributes.classes.first else {
      bag.add(DocumentDiagnostics.noClass(at: attributes.span))
      return nil
    }
    let classes = Division.Kind.allCases.map(\.rawValue)
    guard let kind = Division.Kind(rawValue: name.text) else {
      bag.add(DocumentDiagnostics.unknownClass(name.text, known: classes, at: name.span))
      return nil
    }
    for extra in attributes.classes.dropFirst() {
      bag.add(DocumentDiagnostics.extraClass(extra.text, of: name.text, at: extra.span))
    }
    let (required, optional) = kind.attributeNames
    for name in required where !attributes.pairs.contains(where: { $0.name.text == name }) {
      bag.add(
        DocumentDiagnostics.missingAttribute(name, of: kind.rawValue, at: attributes.span))
    }
    var division = Division(kind: kind, blocks: blocks)
    for pair in attributes.pairs {
      guard (required + optional).contains(pair.name.text) else {
        bag.add(
          DocumentDiagnostics.unknownAttribute(
            pair.name.text, of: kind.rawValue, known: required + optional, at: pair.name.span))
        continue
      }
      if pair.name.text == "title" {
        division.title = inlines(ofText: pair.value.text, at: pair.value.span)
      }
      let most = kind == .columns ? 3 : 6
      if pair.name.text == "cols", Int(pair.value.text).map({ (1...most).contains($0) }) != true {
        bag.add(
          DocumentDiagnostics.attributeValue(
            pair.value.text, of: "cols", expected: "a whole number from 1 to \(most)",
            at: pair.value.span))
        continue
      }
      division.attributes.append(
        Attribute(name: pair.name.text, value: pair.value.text, span: pair.value.span))
    }
    if blocks.isEmpty, kind.speaks {
      bag.add(DocumentDiagnostics.emptyText("`.\(kind.rawValue)`", at: attributes.span))
    }
    checkContent(of: kind, blocks)
    return division
  }

  /// Reports blocks for which a division of this kind has no place.
  private mutating func checkContent(of kind: Division.Kind, _ blocks: [Block]) {
    switch kind {
    case .tiles:
      for block in blocks where !block.isDivision(.tile) {
        bag.add(
          DocumentDiagnostics.divisionContent(
            "a row of tiles", expected: "`::: {.tile}` divisions alone", at: block.span))
      }
    case .lead, .aside:
      for block in blocks where !block.isText(withLists: false) {
        bag.add(
          DocumentDiagnostics.divisionContent(
            "`.\(kind.rawValue)`", expected: "paragraphs alone", at: block.span))
      }
    case .tile:
      for block in blocks where !block.isText(withLists: true) {
        bag.add(
          DocumentDiagnostics.divisionContent(
            "`.tile`", expected: "paragraphs and lists", at: block.span))
      }
    case .note, .tip, .important, .warning, .caution, .columns, .landscape, .contents, .figures,
      .tables, .sources, .annex, .each, .when:
      break
    }
  }
}

extension Block {
  /// Whether the block is a division of `kind`, or one that binding replaces by what it holds.
  fileprivate func isDivision(_ kind: Division.Kind) -> Bool {
    guard case .division(let division) = self.kind else { return false }
    return division.kind == kind || division.kind == .each || division.kind == .when
  }

  /// Whether the block is a paragraph or a list, or a division that binding replaces by what it holds.
  fileprivate func isText(withLists: Bool) -> Bool {
    if case .paragraph = kind { return true }
    if case .list = kind { return withLists }
    return isDivision(.each)
  }
}
