/// The regular expression of a Table Schema's `pattern` constraint, which a cell must match as a whole.
///
/// The subset in use: literals, `.`, classes with ranges, `\d \w \s`, groups, `|`, and the quantifiers
/// `? * + {m} {m,} {m,n}`. Compiled to a Thompson automaton, so that no cell can make matching slow.
package struct Pattern: Sendable {
  /// What is wrong with a pattern: the message and the byte offset in its text.
  package struct Fault: Error, Hashable {
    package var message: String
    package var offset: Int
  }

  enum Node: Hashable, Sendable {
    /// Takes one byte of the set and goes on.
    case bytes(ByteSet, next: Int)
    case split(Int, Int)
    case accept
  }

  /// The expression as written.
  package let text: String
  let nodes: [Node]
  let start: Int

  package init(_ text: String) throws(Fault) {
    self.text = text
    var compiler = PatternCompiler(Array(text.utf8))
    start = try compiler.compile()
    nodes = compiler.nodes
  }
}

/// Reads an expression and builds its automaton from the end backwards.
private struct PatternCompiler {
  private indirect enum Tree {
    case bytes(ByteSet)
    case sequence([Tree])
    case choice([Tree])
    case counted(Tree, Int, Int?)
  }

  private let text: [UInt8]
  private var position = 0
  private(set) var nodes: [Pattern.Node] = []
  /// Counted repetition is unrolled, so its size is held down.
  private static let maximumNodes = 20_000

  init(_ text: [UInt8]) { self.text = text }

  mutating func compile() throws(Pattern.Fault) -> Int {
    let tree = try choice(depth: 0)
    if position < text.count { throw fault("`)` closes nothing") }
    nodes = [.accept]
    return try emit(tree, next: 0)
  }

  private func fault(_ message: String) -> Pattern.Fault {
    Pattern.Fault(message: message, offset: position)
  }

  private var byte: UInt8? { position < text.count ? text[position] : nil }

  private mutating func choice(depth: Int) throws(Pattern.Fault) -> Tree {
    if depth > 50 { throw fault("groups are nested too deeply") }
    var branches = [try sequence(depth: depth)]
    while byte == UInt8(ascii: "|") {
      position += 1
      branches.append(try sequence(depth: depth))
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence(depth: Int) throws(Pattern.Fault) -> Tree {
    var parts: [Tree] = []
    while let byte, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      // The whole cell is matched, so anchors at the ends say nothing new.
      if byte == UInt8(ascii: "^") && position == 0
        || byte == UInt8(ascii: "$") && position == text.count - 1
      {
        position += 1
        continue
      }
      let part = try atom(byte, depth: depth)
      parts.append(try quantified(part))
    }
    return .sequence(parts)
  }

  private mutating func atom(_ byte: UInt8, depth: Int) throws(Pattern.Fault) -> Tree {
    switch byte {
    case UInt8(ascii: "("):
      position += 1
      if text[position...].starts(with: Array("?:".utf8)) { position += 2 }
      let inner = try choice(depth: depth + 1)
      guard self.byte == UInt8(ascii: ")") else { throw fault("a group is not closed") }
      position += 1
      return inner
    case UInt8(ascii: "["): return try set()
    case UInt8(ascii: "."):
      position += 1
      return Self.anyCharacter(ByteSet(0...0x7F))
    case UInt8(ascii: "\\"):
      let set = try escape()
      return .bytes(set)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"),
      UInt8(ascii: "^"), UInt8(ascii: "$"):
      throw fault("`\(Character(Unicode.Scalar(byte)))` has nothing to act on here")
    default:
      position += 1
      return .bytes(ByteSet(byte...byte))
    }
  }

  /// A character of `ascii`, or any character beyond ASCII as a whole UTF-8 sequence.
  private static func anyCharacter(_ ascii: ByteSet) -> Tree {
    let tail = Tree.bytes(ByteSet(0x80...0xBF))
    return .choice([
      .bytes(ascii), .sequence([.bytes(ByteSet(0xC2...0xDF)), tail]),
      .sequence([.bytes(ByteSet(0xE0...0xEF)), tail, tail]),
      .sequence([.bytes(ByteSet(0xF0...0xF4)), tail, tail, tail]),
    ])
  }

  private mutating func escape() throws(Pattern.Fault) -> ByteSet {
    position += 1
    guard let byte else { throw fault("`\\` ends the pattern") }
    position += 1
    switch byte {
    case UInt8(ascii: "d"): return ByteSet(0x30...0x39)
    case UInt8(ascii: "w"):
      var set = ByteSet(0x30...0x39)
      set.formUnion(ByteSet(0x41...0x5A))
      set.formUnion(ByteSet(0x61...0x7A))
      set.insert(UInt8(ascii: "_"))
      return set
    case UInt8(ascii: "s"):
      var set = ByteSet(0x09...0x0D)
      set.insert(0x20)
      return set
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
      position -= 1
      throw fault("`\\\(Character(Unicode.Scalar(byte)))` is not supported")
    default: return ByteSet(byte...byte)
    }
  }

  private mutating func set() throws(Pattern.Fault) -> Tree {
    position += 1
    var members = ByteSet()
    let isInverted = byte == UInt8(ascii: "^")
    if isInverted { position += 1 }
    var isFirst = true
    while true {
      guard let low = byte else { throw fault("`[` is not closed") }
      if low == UInt8(ascii: "]"), !isFirst { break }
      isFirst = false
      guard low < 0x80 else { throw fault("a class of letters beyond ASCII is not supported") }
      if low == UInt8(ascii: "\\") {
        members.formUnion(try escape())
        continue
      }
      position += 1
      if byte == UInt8(ascii: "-"), position + 1 < text.count,
        text[position + 1] != UInt8(ascii: "]")
      {
        let high = text[position + 1]
        guard high >= low, high < 0x80 else { throw fault("a range that runs backwards") }
        members.formUnion(ByteSet(low...high))
        position += 2
      } else {
        members.insert(low)
      }
    }
    position += 1
    return isInverted ? Self.anyCharacter(members.invertedASCII) : .bytes(members)
  }

  private mutating func quantified(_ tree: Tree) throws(Pattern.Fault) -> Tree {
    switch byte {
    case UInt8(ascii: "?"):
      position += 1
      return .counted(tree, 0, 1)
    case UInt8(ascii: "*"):
      position += 1
      return .counted(tree, 0, nil)
    case UInt8(ascii: "+"):
      position += 1
      return .counted(tree, 1, nil)
    case UInt8(ascii: "{"):
      position += 1
      guard let low = number() else { throw fault("a number should follow `{`") }
      var high: Int? = low
      if byte == UInt8(ascii: ",") {
        position += 1
        high = number()
      }
      guard byte == UInt8(ascii: "}"), low <= high ?? low else {
        throw fault("a repetition should be written `{2}`, `{2,}` or `{2,5}`")
      }
      position += 1
      return .counted(tree, low, high)
    default: return tree
    }
  }

  private mutating func number() -> Int? {
    let digits = text[position...].prefix { $0 >= 0x30 && $0 <= 0x39 }.prefix(5)
    position += digits.count
    return CalendarDate.digits(String(decoding: digits, as: UTF8.self))
  }

  private mutating func add(_ node: Pattern.Node) throws(Pattern.Fault) -> Int {
    guard nodes.count < Self.maximumNodes else { throw fault("the pattern is too large") }
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func emit(_ tree: Tree, next: Int) throws(Pattern.Fault) -> Int {
    switch tree {
    case .bytes(let set): return try add(.bytes(set, next: next))
    case .sequence(let parts):
      var target = next
      for part in parts.reversed() { target = try emit(part, next: target) }
      return target
    case .choice(let branches):
      var target: Int?
      for branch in branches.reversed() {
        let entry = try emit(branch, next: next)
        target = if let rest = target { try add(.split(entry, rest)) } else { entry }
      }
      return target ?? next
    case .counted(let inner, let low, let high):
      var target = next
      if let high {
        for _ in low..<high {
          let entry = try emit(inner, next: target)
          target = try add(.split(entry, next))
        }
      } else {
        let loop = try add(.split(next, next))
        let entry = try emit(inner, next: loop)
        nodes[loop] = .split(entry, next)
        target = loop
      }
      for _ in 0..<low { target = try emit(inner, next: target) }
      return target
    }
  }
}
