import Testing

/// ARCHITECTURE.md and Package.swift tell the same story.
@Suite struct ArchitectureTests {
  private struct Target {
    let name: String
    let dependencies: [String]
  }

  private struct Row {
    let number: Int
    let libraries: [String]
  }

  @Test func theTableNamesExactlyTheTargets() throws {
    let rows = try rows()
    #expect(rows.keys.sorted() == (try targets()).map(\.name).sorted())
  }

  @Test func modulesImportOnlyLowerRows() throws {
    let rows = try rows()
    for target in try targets() {
      for dependency in target.dependencies {
        guard let above = rows[target.name]?.number, let below = rows[dependency]?.number else {
          continue
        }
        #expect(below < above, "\(target.name) imports \(dependency)")
      }
    }
  }

  @Test func librariesOfCBelongToTheModuleThatTheTableNames() throws {
    let libraries = try matches(of: /systemLibrary\(\s*name: "(\w+)"/, in: manifest())
    for target in try targets() {
      let imported = target.dependencies.filter(libraries.contains)
      #expect(imported.sorted() == (try rows())[target.name]?.libraries.sorted(), "\(target.name)")
    }
    for (file, lines) in code {
      let module = file.folders[1]
      for line in lines where line.contains("import ") {
        guard let name = line.firstMatch(of: /\bimport (?:\w+ )?(C[A-Z]\w*)\b/)?.1 else { continue }
        #expect(
          try rows()[module]?.libraries.contains(String(name)) == true,
          "\(file): only the module of its row imports \(name)")
      }
    }
  }

  @Test func eachModuleHasItsParagraph() throws {
    let text = try #require(Repository.file("ARCHITECTURE.md")?.text)
    for target in try targets() {
      #expect(text.contains("\n**\(target.name).** "), "\(target.name)")
    }
  }

  @Test func theSetupInstallsWhatTheManifestAsksFor() throws {
    let setup = try #require(Repository.file("scripts/setup")?.text)
    for list in try matches(of: /\.apt\(\[([^\]]*)\]\)/, in: manifest()) {
      for package in list.matches(of: /"([^"]+)"/).map(\.1) {
        #expect(setup.split(whereSeparator: \.isWhitespace).contains(package), "\(package)")
      }
    }
  }

  private func manifest() throws -> String { try #require(Repository.file("Package.swift")?.text) }

  private func targets() throws -> [Target] {
    let declarations = try manifest().matches(
      of: /(?:stage\(\s*|executableTarget\(\s*name: )"(\w+)"((?:[^()]|\([^()]*\))*)\)/)
    return declarations.map { match in
      Target(
        name: String(match.1),
        dependencies: match.2.matches(of: /"(\w+)"/).map { String($0.1) })
    }
  }

  private func rows() throws -> [String: Row] {
    let text = try #require(Repository.file("ARCHITECTURE.md")?.text)
    var rows: [String: Row] = [:]
    for match in text.matches(of: /\n\| (\d+) \| `(\w+)` \| [^|\n]* \|([^|\n]*)\|/) {
      let libraries = match.3.matches(of: /`(\w+)`/).map { String($0.1) }
      rows[String(match.2)] = Row(number: try #require(Int(match.1)), libraries: libraries)
    }
    return rows
  }

  private func matches(of pattern: Regex<(Substring, Substring)>, in text: String) throws
    -> [String]
  {
    text.matches(of: pattern).map { String($0.1) }
  }
}
