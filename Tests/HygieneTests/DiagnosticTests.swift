import Testing

/// Every kind of problem that a module declares is listed and named once.
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
