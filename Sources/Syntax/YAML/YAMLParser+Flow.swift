/// Collections in brackets and braces (YAML 1.2.2, chapter 7.4).
extension YAMLParser {
  /// The node at the current position inside or at a flow collection; nil where it cannot be read on.
  mutating func flowNode(depth: Int) -> JSONNode? {
    guard depth < Self.maximumDepth else {
      problems.add(
        { SyntaxDiagnostics.nesting(Self.maximumDepth, at: $0) }, position..<position + 1)
      return nil
    }
    skipProperties()
    switch byte {
    case .openBracket: return flowSequence(depth: depth)
    case .openBrace: return flowMapping(depth: depth)
    case .doubleQuote, .singleQuote: return quotedScalar()
    default: return plainScalar(parentIndent: nil)
    }
  }

  private mutating func flowSequence(depth: Int) -> JSONNode? {
    let start = position
    position += 1
    var items: [JSONNode] = []
    while true {
      skipToContent()
      if byte == .closeBracket {
        position += 1
        return JSONNode(.array(items), range: start..<position)
      }
      guard !isAtEnd(of: start, "]"), let item = flowNode(depth: depth + 1) else { return nil }
      items.append(item)
      guard endsEntry(of: start, .closeBracket) else { return nil }
    }
  }

  private mutating func flowMapping(depth: Int) -> JSONNode? {
    let start = position
    position += 1
    var members = YAMLMembers()
    while true {
      skipToContent()
      if byte == .closeBrace {
        position += 1
        return JSONNode(.object(members.members), range: start..<position)
      }
      guard !isAtEnd(of: start, "}"), let key = key(isInFlow: true) else { return nil }
      let afterColon = position
      skipToContent()
      var node = JSONNode(.null, range: afterColon..<afterColon)
      if byte != .comma, byte != .closeBrace {
        guard !isAtEnd(of: start, "}"), let value = flowNode(depth: depth + 1) else { return nil }
        node = value
      }
      members.add(key, node, reporting: &problems, in: file)
      guard endsEntry(of: start, .closeBrace) else { return nil }
    }
  }

  private mutating func isAtEnd(of start: Int, _ closing: String) -> Bool {
    if position < end { return false }
    syntax("the collection does not end", expected: "a closing `\(closing)`", start..<start + 1)
    return true
  }

  /// Takes the comma after an entry; the closing bracket is left to the caller.
  private mutating func endsEntry(of start: Int, _ closing: UInt8) -> Bool {
    skipToContent()
    let name = closing == .closeBracket ? "]" : "}"
    if isAtEnd(of: start, name) { return false }
    if byte == .comma {
      position += 1
      return true
    }
    if byte == closing { return true }
    let isPair = byte == .colon && closing == .closeBracket
    syntax(
      isPair ? "a key in a list" : "`\(offendingCharacter)` where the entry should have ended",
      expected: "a comma or `\(name)`",
      hint: isPair ? "put the key and its value into braces" : nil, position..<position + 1)
    return false
  }

  /// The character at the current position, for a message.
  var offendingCharacter: String {
    file.text(in: restOfLine(from: position)).first.map(String.init) ?? "the end of the line"
  }
}
