import Syntax

/// Finds what CommonMark does not know (placeholders, attributes, references, citations, notes, `:::`
/// lines) and masks it, so that one parse by cmark sees plain words in its place.
///
/// The scanner need not know code from prose: whatever lands in code is given its text back.
struct TemplateScanner {
  private let file: SourceFile
  private let input: [UInt8]
  private let limit: Int
  private var position: Int
  private var output: [UInt8] = []
  private var tokens: [Token] = []
  private var anchors: [(masked: Int, original: Int)]
  private var noteHeads: [Range<Int>] = []
  private var bag = DiagnosticBag()
  /// By what was looked for: the stretch in which it does not stand.
  private var misses: [String: (from: Int, to: Int)] = [:]

  private init(_ file: SourceFile, _ range: Range<Int>) {
    self.file = file
    input = file.bytes
    limit = range.upperBound
    position = range.lowerBound
    anchors = [(0, range.lowerBound)]
    output.reserveCapacity(range.count + 64)
  }

  /// The masked text of `range` of `file`, which lies within a line or a scalar of YAML.
  static func scan(_ file: SourceFile, range: Range<Int>, into bag: inout DiagnosticBag)
    -> MaskedSource
  {
    var scanner = TemplateScanner(file, range)
    scanner.scan(to: range.upperBound, inBody: false)
    bag.add(contentsOf: scanner.bag)
    return MaskedSource(
      file: file, bytes: scanner.output, tokens: scanner.tokens, bodyStart: 0, frontMatter: nil,
      noteHeads: [], anchors: scanner.anchors)
  }

  /// The masked text of `file`. Bytes that are not UTF-8 are reported and become U+FFFD.
  static func scan(_ file: SourceFile, into bag: inout DiagnosticBag) -> MaskedSource {
    var scanner = TemplateScanner(file, 0..<file.bytes.count)
    let head = scanner.frontMatterLines()
    var front: Range<Int>?
    if let head {
      scanner.scan(to: head.yaml.lowerBound, inBody: false)
      let start = scanner.output.count
      scanner.scan(to: head.yaml.upperBound, inBody: false)
      front = start..<scanner.output.count
      scanner.scan(to: head.end, inBody: false)
    }
    let bodyStart = scanner.output.count
    scanner.scan(to: scanner.limit, inBody: true)
    bag.add(contentsOf: scanner.bag)
    return MaskedSource(
      file: file, bytes: scanner.output, tokens: scanner.tokens, bodyStart: bodyStart,
      frontMatter: front, noteHeads: scanner.noteHeads, anchors: scanner.anchors)
  }

  /// The YAML between `---` on the first line and the next `---` or `...`, and where the body begins.
  private mutating func frontMatterLines() -> (yaml: Range<Int>, end: Int)? {
    guard Self.isRule(file.text(in: file.lineRange(1)), ends: false) else { return nil }
    let start = next(after: file.lineRange(1))
    var line = 2
    while true {
      let range = file.lineRange(line)
      if range.lowerBound >= input.count { break }
      if Self.isRule(file.text(in: range), ends: true) {
        return (start..<range.lowerBound, next(after: range))
      }
      line += 1
    }
    bag.add(DocumentDiagnostics.unclosedFrontMatter(at: file.span(file.lineRange(1))))
    return (start..<input.count, input.count)
  }

  private static func isRule(_ line: String, ends: Bool) -> Bool {
    var text = line
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text == "---" || (ends && text == "...")
  }

  /// The offset of the line after `line`.
  private func next(after line: Range<Int>) -> Int {
    var index = line.upperBound
    while index < input.count, input[index] != UInt8(ascii: "\n") { index += 1 }
    return min(index + 1, input.count)
  }

  private func byte(_ index: Int) -> UInt8? { index < limit ? input[index] : nil }

  private mutating func scan(to end: Int, inBody: Bool) {
    var atLineStart = true
    while position < end {
      if atLineStart {
        atLineStart = false
        if inBody, maskFence() || keepNoteHead() { continue }
      }
      let current = input[position]
      switch current {
      case UInt8(ascii: "\n"):
        output.append(current)
        position += 1
        atLineStart = true
      case UInt8(ascii: "\r"):
        // cmark ends a line at a lone carriage return, the file's own line table does not.
        let length = byte(position + 1) == UInt8(ascii: "\n") ? 2 : 1
        replace(length, with: length == 2 ? [0x0A] : [0x20])
        atLineStart = length == 2
      case 0:
        bag.add(DocumentDiagnostics.invalidText(at: file.span(position..<position + 1)))
        replace(1, with: Self.replacement)
      case UInt8(ascii: "\\"): maskCommand()
      case UInt8(ascii: "{"): maskBrace()
      case UInt8(ascii: "}"):
        if byte(position + 1) == UInt8(ascii: "}") {
          mask(position..<position + 2, as: .strayClose)
        } else {
          copy(1)
        }
      case UInt8(ascii: "@"): maskMention()
      case UInt8(ascii: "["): maskBracket()
      case UInt8(ascii: "^") where byte(position + 1) == UInt8(ascii: "["):
        mask(position..<position + 2, as: .inlineNote)
      case UInt8(ascii: "*"), UInt8(ascii: "~"): copyDelimiters()
      case 0x80...: copyScalar()
      default: copyPlain(to: end)
      }
    }
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private mutating func copy(_ count: Int) {
    output.append(contentsOf: input[position..<min(position + count, limit)])
    position += count
  }

  /// Bytes that begin nothing: printable ASCII but for the signs that `scan` looks at, and tabs.
  private static let isPlain: [Bool] = (0..<256).map { value in
    (0x20..<0x7F).contains(value) && !"\\{}@[^*~".utf8.contains(UInt8(value)) || value == 0x09
  }

  /// Copies up to the next byte that may begin something.
  private mutating func copyPlain(to end: Int) {
    let start = position
    position += 1
    input.withUnsafeBufferPointer { bytes in
      Self.isPlain.withUnsafeBufferPointer { isPlain in
        while position < end, isPlain[Int(bytes[position])] { position += 1 }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
      }
    }
  }

  /// Writes `bytes` for the next `count` bytes of the file.
  private mutating func replace(_ count: Int, with bytes: [UInt8]) {
    anchors.append((output.count, position))
    output.append(contentsOf: bytes)
    position += count
    anchors.append((output.count, position))
  }

  private mutating func mask(_ range: Range<Int>, as kind: Token.Kind) {
    guard tokens.count < Token.maximumCount, let scalar = Token.scalar(of: tokens.count) else {
      return copy(range.count)
    }
    tokens.append(Token(kind: kind, range: range))
    var bytes = Array(String(Character(scalar)).utf8)
    if kind.opensWithBracket, output.last == UInt8(ascii: "_") {
      // `_` closes before punctuation, which a bracket is, and not before a letter: `&` is punctuation too.
      bytes = Array("&#\(scalar.value);".utf8)
    }
    if case .fence = kind {
      let indent = Array(repeating: UInt8(0x20), count: range.lowerBound - position)
      bytes = [0x0A] + indent + Array("<?".utf8) + bytes + Array("?>".utf8)
    }
    replace(range.upperBound - position, with: bytes)
  }

  // MARK: Lines

  /// A line of three or more colons, indented by no more than three spaces.
  private mutating func maskFence() -> Bool {
    var index = position
    while index - position < 3, byte(index) == UInt8(ascii: " ") { index += 1 }
    let colons = index
    while byte(index) == UInt8(ascii: ":") { index += 1 }
    guard index - colons >= 3 else { return false }
    var end = index
    while let byte = byte(end), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { end += 1 }
    let line = colons..<end
    var inner = index..<end
    // Pandoc lets colons close the line that opens.
    while let last = inner.last, Self.isSpace(input[last]) || input[last] == UInt8(ascii: ":") {
      inner = inner.dropLast()
    }
    while let first = inner.first, Self.isSpace(input[first]) { inner = inner.dropFirst() }
    mask(line, as: .fence(inner))
    return true
  }

  /// `[^id]:` at the head of a line begins a definition, which cmark must see.
  private mutating func keepNoteHead() -> Bool {
    var index = position
    while let byte = byte(index), Self.isSpace(byte) || byte == UInt8(ascii: ">") { index += 1 }
    guard let id = noteID(at: index), byte(id.upperBound + 1) == UInt8(ascii: ":") else {
      return false
    }
    noteHeads.append(id)
    copy(id.lowerBound - position)
    mask(id, as: .noteHead)
    copy(id.upperBound + 2 - position)
    return true
  }

  private func noteID(at index: Int) -> Range<Int>? {
    guard byte(index) == UInt8(ascii: "["), byte(index + 1) == UInt8(ascii: "^") else { return nil }
    var end = index + 2
    while let byte = byte(end), Self.isLabel(byte) { end += 1 }
    guard end > index + 2, byte(end) == UInt8(ascii: "]") else { return nil }
    return index + 2..<end
  }

  // MARK: Within a line

  private mutating func maskCommand() {
    guard let next = byte(position + 1) else { return copy(1) }
    if Self.isLetter(next), let third = byte(position + 2), Self.isLetter(third) {
      var end = position + 1
      while let byte = byte(end), Self.isLetter(byte) { end += 1 }
      return mask(position..<end, as: .command)
    }
    // An escaped character means itself.
    if "*_~".utf8.contains(next) { return mask(position..<position + 2, as: .escape) }
    copy(next > 0x20 && next < 0x7F ? 2 : 1)
  }

  /// Copies a run of `*` or `~`, with a joint where it stands beside East Asian text or a token.
  private mutating func copyDelimiters() {
    let sign = input[position]
    var end = position
    while byte(end) == sign { end += 1 }
    // A single tilde is a sign of its own, as in `~5`.
    if sign == UInt8(ascii: "~"), end - position == 1 { return copy(1) }
    let before = neighbour(before: output.count)
    let after = neighbour(from: end)
    let isJoined = Neighbour.opensAndCloses(between: before, and: after)
    if isJoined, before.isPunctuation { mask(position..<position, as: .joint) }
    copy(end - position)
    if isJoined, after.isPunctuation { mask(position..<position, as: .joint) }
  }

  /// What stands before an offset of the output.
  private func neighbour(before end: Int) -> Neighbour {
    guard end > 0 else { return .space }
    var start = end - 1
    while start > 0, output[start] & 0xC0 == 0x80 { start -= 1 }
    guard let scalar = Self.decoded(output[start..<end]) else { return .letter }
    return Token.index(of: scalar) == nil ? Neighbour(scalar) : .token
  }

  /// What stands at an offset of the file: what will be masked counts as a token.
  private func neighbour(from start: Int) -> Neighbour {
    guard let first = byte(start) else { return .space }
    let next = byte(start + 1)
    switch first {
    case UInt8(ascii: "{"): return .token
    case UInt8(ascii: "["):
      return next == UInt8(ascii: "^") || next == UInt8(ascii: "@") ? .token : .punctuation
    case UInt8(ascii: "@"): return label(at: start + 1) == nil ? .punctuation : .token
    case UInt8(ascii: "\\"):
      return next.map { "*_~".utf8.contains($0) } == true ? .token : .punctuation
    default:
      let length = first < 0x80 ? 1 : max(1, Self.sequenceLength(first))
      guard let scalar = Self.decoded(input[start..<min(start + length, limit)]) else {
        return .letter
      }
      return Token.index(of: scalar) == nil ? Neighbour(scalar) : .token
    }
  }

  private mutating func maskBrace() {
    guard byte(position + 1) == UInt8(ascii: "{") else { return maskAttributes() }
    if byte(position + 2) == UInt8(ascii: "<") {
      if let end = find(">}}", from: position + 3, within: .paragraph) {
        return mask(position..<end + 3, as: .shortcode(position + 3..<end))
      }
    } else {
      let start = position + 2
      if let end = find("}}", from: start, within: .paragraph) {
        return mask(position..<end + 2, as: .placeholder(start..<end))
      }
    }
    mask(position..<position + 2, as: .unclosedPlaceholder)
  }

  private mutating func maskAttributes() {
    var index = position + 1
    while byte(index) == UInt8(ascii: " ") { index += 1 }
    var isAttributes = byte(index) == UInt8(ascii: "#") || byte(index) == UInt8(ascii: ".")
    if !isAttributes, let first = byte(index), Self.isLetter(first) {
      while let byte = byte(index), Self.isLabel(byte) { index += 1 }
      isAttributes = byte(index) == UInt8(ascii: "=") && byte(index + 1) != UInt8(ascii: "=")
    }
    guard isAttributes, let end = find("}", from: index, within: .line) else { return copy(1) }
    mask(position..<end + 1, as: .attributes)
  }

  private mutating func maskMention() {
    if position > 0, Self.isLetter(input[position - 1]) || Self.isDigit(input[position - 1]) {
      return copy(1)
    }
    guard let label = label(at: position + 1) else { return copy(1) }
    let name = file.text(in: label)
    let isReference = ["fig-", "tbl-", "sec-"].contains { name.hasPrefix($0) && name != $0 }
    mask(position..<label.upperBound, as: isReference ? .reference(label) : .mention)
  }

  /// A label's bytes from `start`: a letter, then letters, digits, `_`, `-`, `.` and `:`, which do not end it.
  private func label(at start: Int) -> Range<Int>? {
    guard let first = byte(start), Self.isLetter(first) else { return nil }
    var end = start
    while let byte = byte(end), Self.isLabel(byte) { end += 1 }
    while end > start, [0x2E, 0x3A, 0x5F, 0x2D].contains(input[end - 1]) { end -= 1 }
    return start..<end
  }

  private mutating func maskBracket() {
    if let id = noteID(at: position) {
      return mask(position..<id.upperBound + 1, as: .noteReference(id))
    }
    guard byte(position + 1) == UInt8(ascii: "@"), let next = byte(position + 2),
      Self.isLetter(next), let end = find("]", from: position + 2, within: .bracket)
    else { return copy(1) }
    mask(position..<end + 1, as: .citation(position + 1..<end))
  }

  /// How far a construct is looked for.
  private enum Reach: Int { case line, paragraph, bracket }

  /// Where `text` next stands, not in a string if it can be had, else anywhere. What was not found is
  /// remembered, so that a file of opening braces alone is read in linear time.
  private mutating func find(_ text: String, from start: Int, within reach: Reach) -> Int? {
    if let miss = misses[text], miss.from <= start, start < miss.to { return nil }
    if let index = find(text, from: start, within: reach, quotes: true).index { return index }
    let (index, stop) = find(text, from: start, within: reach, quotes: false)
    if index == nil { misses[text] = (start, stop) }
    return index
  }

  private func find(_ text: String, from start: Int, within reach: Reach, quotes: Bool) -> (
    index: Int?, stop: Int
  ) {
    let wanted = Array(text.utf8)
    var quote: UInt8?
    var index = start
    while index < limit {
      let current = input[index]
      if current == UInt8(ascii: "\n"), reach == .line || paragraphEnds(at: index + 1) {
        return (nil, index)
      }
      if reach == .bracket, current == UInt8(ascii: "[") { return (nil, index) }
      if let open = quote {
        if current == UInt8(ascii: "\\") { index += 1 } else if current == open { quote = nil }
      } else if quotes, current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
        quote = current
      } else if current == wanted[0], index + wanted.count <= limit,
        input[index..<index + wanted.count].elementsEqual(wanted)
      {
        return (index, index)
      }
      index += 1
    }
    return (nil, index)
  }

  /// Whether the line at `start` is empty or a fence: no construct reaches over it.
  private func paragraphEnds(at start: Int) -> Bool {
    var index = start
    while let byte = byte(index), Self.isSpace(byte) { index += 1 }
    guard let first = byte(index), first != UInt8(ascii: "\n"), first != UInt8(ascii: "\r") else {
      return true
    }
    if first == UInt8(ascii: "#"), byte(index + 1) == UInt8(ascii: "|") { return true }
    let fences: [UInt8] = [UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: ":")]
    return fences.contains(first) && byte(index + 1) == first && byte(index + 2) == first
  }

  // MARK: Characters

  /// Copies one character beyond ASCII, or reports bytes that are none.
  private mutating func copyScalar() {
    let length = Self.sequenceLength(input[position])
    let range = position..<min(position + max(1, length), limit)
    guard length > 0, let scalar = Self.decoded(input[range]) else {
      bag.add(DocumentDiagnostics.invalidText(at: file.span(position..<position + 1)))
      return replace(1, with: Self.replacement)
    }
    if Token.index(of: scalar) != nil { return mask(range, as: .literal) }
    copy(length)
  }

  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = bytes.makeIterator()
    guard case .valid(let scalar) = parser.parseScalar(from: &bytes) else { return nil }
    return Unicode.UTF8.decode(scalar)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || [0x2D, 0x5F, 0x2E, 0x3A].contains(byte)
  }
}
