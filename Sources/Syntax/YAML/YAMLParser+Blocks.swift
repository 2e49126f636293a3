/// Collections by indentation (YAML 1.2.2, chapter 8).
extension YAMLParser {
  /// The node at the current position, the first of its line or after a `- `. Lines indented by
  /// `parentIndent` or less do not belong to it.
  mutating func blockNode(parentIndent: Int, depth: Int) -> JSONNode? {
    guard depth < Self.maximumDepth else {
      problems.add(
        { SyntaxDiagnostics.nesting(Self.maximumDepth, at: $0) }, position..<position + 1)
      recover(indent: parentIndent)
      return nil
    }
    let column = column(of: position)
    if isIndicator(.minus) { return blockSequence(column: column, depth: depth) }
    if isKeyAhead { return blockMapping(column: column, depth: depth) }
    return inlineNode(parentIndent: parentIndent, depth: depth)
  }

  /// Whether the one-character indicator stands here, followed by a blank or the end of the line.
  private func isIndicator(_ indicator: UInt8) -> Bool {
    byte == indicator && isSeparator(at: position + 1)
  }

  // MARK: Sequences

  private mutating func blockSequence(column: Int, depth: Int) -> JSONNode? {
    let start = position
    var items: [JSONNode] = []
    var last = position
    while isIndicator(.minus) {
      position += 1
      last = position
      if let item = valueAfterIndicator(indent: column, depth: depth, allowsNested: true) {
        items.append(item)
        last = max(last, item.range.upperBound)
      }
      skipToContent()
      guard position < end else { break }
      let next = self.column(of: position)
      if next > column { reportIndentation(column) }
      if position >= end || self.column(of: position) < column { break }
    }
    return JSONNode(.array(items), range: start..<last)
  }

  // MARK: Mappings

  private mutating func blockMapping(column: Int, depth: Int) -> JSONNode? {
    let start = position
    var members = YAMLMembers()
    var last = position
    while position < end {
      guard let key = key(isInFlow: false) else {
        recover(indent: column)
        skipToContent()
        if position >= end || self.column(of: position) != column { break }
        continue
      }
      let node = valueAfterIndicator(indent: column, depth: depth, allowsNested: false)
      members.add(key, node, reporting: &problems, in: file)
      last = max(position, key.range.upperBound)
      if let node { last = max(key.range.upperBound, node.range.upperBound) }
      skipToContent()
      guard position < end else { break }
      if self.column(of: position) > column { reportIndentation(column) }
      if position >= end || self.column(of: position) < column || isIndicator(.minus) { break }
    }
    return JSONNode(.object(members.members), range: start..<last)
  }

  /// Reports a line deeper than its neighbours and passes over it and what belongs to it.
  private mutating func reportIndentation(_ column: Int) {
    problems.add(
      {
        SyntaxDiagnostics.yamlIndentation(
          "the line is indented by \($0.start.column - 1)",
          expected: "\(column), as the lines before it at this level", at: $0)
      }, restOfLine(from: position))
    recover(indent: column)
    skipToContent()
  }

  /// Whether a key and its colon stand on this line: what makes the node here a mapping.
  private var isKeyAhead: Bool {
    if isIndicator(.questionMark) || isIndicator(.colon) { return true }
    guard let first = byte else { return false }
    var offset = position
    if first == .doubleQuote || first == .singleQuote {
      offset += 1
      while !isLineEnd(at: offset), file.bytes[offset] != first {
        offset += first == .doubleQuote && file.bytes[offset] == .backslash ? 2 : 1
      }
      guard byte(at: offset) == first else { return false }
      offset += 1
      while let byte = byte(at: offset), isBlank(byte) { offset += 1 }
      return byte(at: offset) == .colon && isSeparator(at: offset + 1)
    }
    if first == .openBracket || first == .openBrace || first == UInt8(ascii: "|")
      || first == UInt8(ascii: ">")
    {
      return false
    }
    return plainEnd(from: position, isInFlow: false).stoppedAtColon
  }

  /// What follows `key:` or `-`: on the same line, or on the lines below that are indented by more than
  /// `indent`. A sequence may stand directly under its key. Nested block nodes may begin on the line of
  /// a `-`, not on the line of a key.
  private mutating func valueAfterIndicator(
    indent: Int, depth: Int, allowsNested: Bool
  ) -> JSONNode? {
    let start = position
    skipBlanks()
    if byte != .hash, !isLineEnd(at: position) {
      if allowsNested { return blockNode(parentIndent: indent, depth: depth + 1) }
      if isIndicator(.minus) {
        syntax(
          "a list begins on the line of its key", expected: "the list on the lines below",
          position..<position + 1)
        recover(indent: indent)
        return nil
      }
      return inlineNode(parentIndent: indent, depth: depth + 1)
    }
    skipToContent()
    guard position < end else { return JSONNode(.null, range: start..<start) }
    let column = column(of: position)
    let isListUnderKey = column == indent && !allowsNested && isIndicator(.minus)
    guard column > indent || isListUnderKey else { return JSONNode(.null, range: start..<start) }
    return blockNode(parentIndent: isListUnderKey ? indent - 1 : indent, depth: depth + 1)
  }

  /// A scalar or a flow collection, to the end of its last line.
  private mutating func inlineNode(parentIndent: Int, depth: Int) -> JSONNode? {
    skipProperties()
    if isLineEnd(at: position) {
      // Only a property stood here, which is reported; its node is below and goes with it.
      recover(indent: parentIndent)
      return nil
    }
    let before = problems.count
    let node: JSONNode?
    switch byte {
    case .openBracket, .openBrace: node = flowNode(depth: depth)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return blockScalar(parentIndent: parentIndent)
    case .doubleQuote, .singleQuote: node = quotedScalar()
    default: node = plainScalar(parentIndent: parentIndent)
    }
    guard let node else {
      recover(indent: parentIndent)
      return nil
    }
    if problems.count == before { finishLine() }
    return node
  }
}

/// Members of a mapping, with those found twice reported.
struct YAMLMembers {
  private(set) var members: [JSONNode.Member] = []
  private var known: [String: Range<Int>] = [:]

  mutating func add(
    _ key: (name: String, range: Range<Int>), _ node: JSONNode?,
    reporting problems: inout CappedDiagnostics, in file: SourceFile
  ) {
    if key.name == "<<" {
      problems.add(SyntaxDiagnostics.mergeKey(at:), key.range)
    } else if let first = known[key.name] {
      problems.add(
        { SyntaxDiagnostics.duplicateKey(key.name, at: $0, first: file.span(first)) }, key.range)
    } else {
      known[key.name] = key.range
      if let node { members.append(.init(name: key.name, nameRange: key.range, node: node)) }
    }
  }
}
