/// Reads the members of an object by name and type, and remembers which were asked for.
///
/// What is missing, of the wrong type, or was never asked for becomes a diagnostic that names its path
/// as a JSON pointer (RFC 6901). Problems are gathered until `finish`, so that one run tells all.
///
///     guard var reader = ObjectReader(node, in: file, path: "/title", into: &bag) else { return nil }
///     let text = reader.string("text")
///     let anchor = reader.optionalChoice("anchor", as: TextAnchor.self)
///     reader.finish(into: &bag)
package struct ObjectReader: Sendable {
  package let file: SourceFile
  /// The JSON pointer of the object; empty for the whole file.
  package let path: String
  /// Where the object was written.
  package let range: Range<Int>
  private let members: [JSONNode.Member]
  /// Names asked for, in that order: what the object may hold.
  private var known: [String] = []
  private var bag = DiagnosticBag()

  /// A reader of `node`, or nil with a diagnostic where it is not an object.
  package init?(
    _ node: JSONNode, in file: SourceFile, path: String = "", into bag: inout DiagnosticBag
  ) {
    guard let members = node.members else {
      bag.add(
        SyntaxDiagnostics.wrongType(
          path: path, kind: node.kind, expected: "an object", at: file.span(node.range)))
      return nil
    }
    self.init(file: file, path: path, range: node.range, members: members)
  }

  private init(file: SourceFile, path: String, range: Range<Int>, members: [JSONNode.Member]) {
    self.file = file
    self.path = path
    self.range = range
    self.members = members
  }

  /// Where the object was written.
  package var span: SourceSpan { file.span(range) }

  /// The names of the members, in the order written.
  package var names: [String] { members.map(\.name) }

  /// The JSON pointer of the member `name`.
  package func path(of name: String) -> String { path + "/" + Self.escaped(name) }

  /// Where the value of `name` was written, or the object where it is not there.
  package func span(of name: String) -> SourceSpan {
    file.span(member(name)?.node.range ?? range)
  }

  /// Where `name` itself was written, or the object where it is not there.
  package func nameSpan(of name: String) -> SourceSpan {
    file.span(member(name)?.nameRange ?? range)
  }

  /// Adds a problem that the caller found in what it read.
  package mutating func report(_ diagnostic: Diagnostic) { bag.add(diagnostic) }

  /// Reports every member that was never asked for and hands all problems over.
  package func finish(into target: inout DiagnosticBag) {
    target.add(contentsOf: bag)
    for member in members where !known.contains(member.name) {
      target.add(
        SyntaxDiagnostics.unknownKey(
          member.name, path: path, known: known, at: file.span(member.nameRange)))
    }
  }

  /// Marks names as known without reading them, such as `$schema`.
  package mutating func allow(_ names: String...) {
    for name in names where !known.contains(name) { known.append(name) }
  }

  // MARK: Any value

  /// The value of `name` whatever its type, or nil where it is not there.
  package mutating func optionalNode(_ name: String) -> JSONNode? {
    allow(name)
    return member(name)?.node
  }

  /// The value of `name` whatever its type; its absence is reported.
  package mutating func node(_ name: String) -> JSONNode? { required(name, "a value") }

  // MARK: Plain values

  package mutating func string(_ name: String) -> String? {
    required(name, "a string").flatMap { read(name, $0, "a string", $0.string) }
  }
  package mutating func optionalString(_ name: String) -> String? {
    optionalNode(name).flatMap { read(name, $0, "a string", $0.string) }
  }
  package mutating func number(_ name: String) -> Double? {
    required(name, "a number").flatMap { read(name, $0, "a number", $0.number) }
  }
  package mutating func optionalNumber(_ name: String) -> Double? {
    optionalNode(name).flatMap { read(name, $0, "a number", $0.number) }
  }
  package mutating func integer(_ name: String) -> Int? {
    required(name, "a whole number").flatMap {
      read(name, $0, "a whole number", $0.number.flatMap { Int(exactly: $0) })
    }
  }
  package mutating func optionalInteger(_ name: String) -> Int? {
    optionalNode(name).flatMap {
      read(name, $0, "a whole number", $0.number.flatMap { Int(exactly: $0) })
    }
  }
  package mutating func bool(_ name: String) -> Bool? {
    required(name, "true or false").flatMap { read(name, $0, "true or false", $0.bool) }
  }
  package mutating func optionalBool(_ name: String) -> Bool? {
    optionalNode(name).flatMap { read(name, $0, "true or false", $0.bool) }
  }

  // MARK: One of a set

  package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Choice.Type
  ) -> Choice? {
    string(name).flatMap { choice(name, $0, among: Array(type.allCases)) }
  }
  package mutating func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Choice.Type
  ) -> Choice? {
    optionalString(name).flatMap { choice(name, $0, among: Array(type.allCases)) }
  }

  private mutating func choice<Choice: RawRepresentable<String>>(
    _ name: String, _ text: String, among choices: [Choice]
  ) -> Choice? {
    if let choice = choices.first(where: { $0.rawValue == text }) { return choice }
    bag.add(
      SyntaxDiagnostics.unknownValue(
        text, path: path(of: name), known: choices.map(\.rawValue), at: span(of: name)))
    return nil
  }

  // MARK: Values that hold others

  package mutating func array(_ name: String) -> [JSONNode]? {
    required(name, "an array").flatMap { read(name, $0, "an array", $0.array) }
  }
  package mutating func optionalArray(_ name: String) -> [JSONNode]? {
    optionalNode(name).flatMap { read(name, $0, "an array", $0.array) }
  }

  /// The strings of the array `name`; items of another type are reported and left out.
  package mutating func strings(_ name: String) -> [String]? {
    array(name).map { strings(name, $0) }
  }
  /// The strings of the array `name`; items of another type are reported and left out.
  package mutating func optionalStrings(_ name: String) -> [String]? {
    optionalArray(name).map { strings(name, $0) }
  }

  private mutating func strings(_ name: String, _ items: [JSONNode]) -> [String] {
    items.enumerated().compactMap { index, item in
      read("\(name)/\(index)", path: "\(path(of: name))/\(index)", item, "a string", item.string)
    }
  }

  /// A reader of the object `name`, which is to be finished by the caller.
  package mutating func object(_ name: String) -> ObjectReader? {
    required(name, "an object").flatMap { reader(of: $0, path: path(of: name)) }
  }
  /// A reader of the object `name`, which is to be finished by the caller.
  package mutating func optionalObject(_ name: String) -> ObjectReader? {
    optionalNode(name).flatMap { reader(of: $0, path: path(of: name)) }
  }

  /// Readers of the objects in the array `name`; items of another type are reported and left out.
  package mutating func objects(_ name: String) -> [ObjectReader]? {
    array(name).map { readers(name, $0) }
  }
  /// Readers of the objects in the array `name`; items of another type are reported and left out.
  package mutating func optionalObjects(_ name: String) -> [ObjectReader]? {
    optionalArray(name).map { readers(name, $0) }
  }

  private mutating func readers(_ name: String, _ items: [JSONNode]) -> [ObjectReader] {
    items.enumerated().compactMap { index, item in
      reader(of: item, path: "\(path(of: name))/\(index)")
    }
  }

  private mutating func reader(of node: JSONNode, path: String) -> ObjectReader? {
    ObjectReader(node, in: file, path: path, into: &bag)
  }

  // MARK: Finding and reporting

  private func member(_ name: String) -> JSONNode.Member? { members.first { $0.name == name } }

  private mutating func required(_ name: String, _ expected: String) -> JSONNode? {
    if let node = optionalNode(name) { return node }
    bag.add(SyntaxDiagnostics.missingKey(name, path: path, expected: expected, at: span))
    return nil
  }

  private mutating func read<Value>(
    _ name: String, path: String? = nil, _ node: JSONNode, _ expected: String, _ value: Value?
  ) -> Value? {
    if let value { return value }
    bag.add(
      SyntaxDiagnostics.wrongType(
        path: path ?? self.path(of: name), kind: node.kind, expected: expected,
        at: file.span(node.range)))
    return nil
  }

  /// RFC 6901, section 3.
  private static func escaped(_ name: String) -> String {
    var out = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": out += "~0"
      case "/": out += "~1"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
