import Testing

/// Every kind of problem that a module declares is listed, named once, and shown by a test.
@Suite struct DiagnosticTests {
  struct Declaration: Sendable, CustomTestStringConvertible {
    let module: String
    let constant: String
    let name: String
    var testDescription: String { "\(module): \(name)" }
  }

  private static let declarations: [Declaration] = Repository.swiftFiles(in: "Sources").flatMap {
    file in
    (file.text ?? "").matches(
      of: /static let (\w+)(?:: DiagnosticID)? =\s*DiagnosticID\(\s*"([^"]+)"/
    )
    .map { Declaration(module: file.folders[1], constant: String($0.1), name: String($0.2)) }
  }

  /// The words of all tests but these.
  private static let words: Set<String> = {
    var words: Set<String> = []
    for file in Repository.files
    where file.path.hasPrefix("Tests/") && file.folders[1] != "HygieneTests" {
      for word in (file.text ?? "").utf8.split(whereSeparator: { !isWordByte($0) }) {
        words.insert(String(Substring(word)))
      }
    }
    return words
  }()

  @Test(arguments: declarations)
  func eachHasATestCase(declaration: Declaration) {
    let hasCase =
      Self.words.contains(declaration.constant) || Self.words.contains(declaration.name)
    #expect(hasCase, "no test names \(declaration.constant) or \(declaration.name)")
  }

  @Test func eachNameIsDeclaredOnce() {
    let names = Dictionary(grouping: Self.declarations, by: \.name)
    for (name, found) in names where found.count > 1 {
      Issue.record("\(name) is declared in \(found.map(\.module).sorted())")
    }
  }

  @Test(arguments: declarations)
  func eachNameIsKebabCase(declaration: Declaration) {
    #expect(declaration.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
  }

  @Test func eachIsListedByItsModule() {
    for (module, found) in Dictionary(grouping: Self.declarations, by: \.module) {
      let lists = Repository.swiftFiles(in: "Sources/\(module)").compactMap(\.text)
        .flatMap { $0.matches(of: /static let \w+(?:: \[DiagnosticID\])? =\s*(\[[^\]=]*\])/) }
        .flatMap { $0.1.matches(of: /\w+/).map { String($0.0) } }
      for declaration in found {
        #expect(
          lists.contains(declaration.constant), "\(module) does not list \(declaration.constant)")
      }
    }
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}
