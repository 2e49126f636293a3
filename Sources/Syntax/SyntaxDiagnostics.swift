/// The problems that reading files can find, and their wording.
package enum SyntaxDiagnostics {
  package static let jsonSyntax = DiagnosticID("json-syntax")
  package static let nestingDepth = DiagnosticID("nesting-depth")
  package static let duplicateName = DiagnosticID("duplicate-key")

  package static let unknownKey = DiagnosticID("unknown-key")
  package static let missingKey = DiagnosticID("missing-key")
  package static let wrongType = DiagnosticID("wrong-type")
  package static let unknownValue = DiagnosticID("unknown-value")

  package static let fileMissing = DiagnosticID("file-missing")
  package static let fileUnreadable = DiagnosticID("file-unreadable")
  package static let fileKind = DiagnosticID("file-kind")
  package static let fileSize = DiagnosticID("file-size")
  package static let pathOutside = DiagnosticID("path-outside")
  package static let folderMissing = DiagnosticID("folder-missing")
  package static let folderUnreadable = DiagnosticID("folder-unreadable")
  package static let moreProblemsID = DiagnosticID("more-problems")
  package static let linkAddress = DiagnosticID("link-address")

  /// Every id of this module; a test asserts that each has a case.
  package static let all =
    [
      jsonSyntax, nestingDepth, duplicateName, unknownKey, missingKey, wrongType, unknownValue,
      fileMissing, fileUnreadable, fileKind, fileSize, pathOutside, folderMissing, folderUnreadable,
      moreProblemsID, linkAddress,
    ] + csvIDs + yamlIDs

  // MARK: JSON

  static func json(_ message: String, expected: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(jsonSyntax, at: span, message, expected: expected)
  }

  static func nesting(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      nestingDepth, at: span, "values are nested too deeply", expected: "at most \(limit) levels")
  }

  static func duplicateKey(_ name: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      duplicateName, at: span, "the key `\(name)` stands twice in one object",
      hints: ["keep one of the two"], notes: [.init("first written here", at: first)])
  }

  // MARK: Members of objects

  /// A member that nobody asked for; `path` is the JSON pointer of its object.
  package static func unknownKey(
    _ name: String, path: String, known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      unknownKey, at: span, "unknown key `\(name)`\(place(path, " in "))",
      hints: nearestNameHints(to: name, among: known))
  }

  /// A member that must be there; `span` is its object's.
  package static func missingKey(
    _ name: String, path: String, expected: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      missingKey, at: span, "the key `\(name)` is missing\(place(path, " in "))",
      expected: "`\(name)`: \(expected)")
  }

  /// A value of another type than its reader can use.
  package static func wrongType(
    path: String, kind: String, expected: String, at span: SourceSpan
  ) -> Diagnostic {
    let subject = path.isEmpty ? "the value" : "`\(path)`"
    return Diagnostic(wrongType, at: span, "\(subject) is \(kind)", expected: expected)
  }

  /// A string outside the set that its place allows.
  package static func unknownValue(
    _ text: String, path: String, known: [String], at span: SourceSpan
  ) -> Diagnostic {
    let near = nearestName(to: text, among: known).map { ["did you mean `\($0)`?"] } ?? []
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      unknownValue, at: span, "unknown value `\(text)`\(place(path, " of "))",
      expected: known.count == 1 ? list : "one of \(list)", hints: near)
  }

  private static func place(_ path: String, _ preposition: String) -> String {
    path.isEmpty ? "" : "\(preposition)`\(path)`"
  }

  // MARK: Links

  static func link(
    _ address: String, _ fault: LinkAddress.Fault, at span: SourceSpan?
  ) -> Diagnostic {
    let schemes = LinkAddress.schemes.map { "`\($0):`" }.joined(separator: ", ")
    let (message, expected, hint): (String, String, String) =
      switch fault {
      case .empty:
        ("a link leads nowhere", "an address", "give the address, or leave the link out")
      case .character(let scalar):
        (
          "the address `\(address.escapingControls)` has the character \(code(of: scalar)) in it",
          "an address without spaces or invisible characters",
          "take the character out, or write a space as `%20`"
        )
      case .scheme:
        (
          "a link cannot lead to `\(address)`",
          "\(schemes), a relative address or a fragment such as `#part`",
          "give the address of a page that readers can open"
        )
      case .colon:
        (
          "the address `\(address)` could be read as one with a scheme",
          "\(schemes), a relative address or a fragment such as `#part`",
          "begin a relative address whose first part has a colon with `./`"
        )
      }
    return Diagnostic(linkAddress, at: span, message, expected: expected, hints: [hint])
  }

  private static func code(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  // MARK: Files

  static func missingFile(_ path: String, neighbours: [String]) -> Diagnostic {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let near = nearestName(to: parts.last.map(String.init) ?? path, among: neighbours)
    let hints = near.map {
      ["did you mean `\((parts.dropLast() + [$0[...]]).joined(separator: "/"))`?"]
    }
    return Diagnostic(fileMissing, "there is no file `\(path)`", hints: hints ?? [])
  }

  static func unreadableFile(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(fileUnreadable, "cannot read `\(path)`: \(reason)")
  }

  static func notAFile(_ path: String, isFolder: Bool) -> Diagnostic {
    Diagnostic(
      fileKind, "`\(path)` is \(isFolder ? "a folder" : "not a regular file")", expected: "a file")
  }

  /// A path, or a link on its way, that leads out of `folder`; what it leads to is not looked at.
  static func outside(_ path: String, of folder: String) -> Diagnostic {
    Diagnostic(
      pathOutside, "`\(path)` leads out of \(folder)", expected: "a file within \(folder)",
      hints: ["copy the file there; a link that leads out is not followed"])
  }

  static func missingFolder(_ path: String) -> Diagnostic {
    Diagnostic(folderMissing, "there is no folder `\(path)`")
  }

  static func unreadableFolder(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(folderUnreadable, "cannot read the folder `\(path)`: \(reason)")
  }

  static func largeFile(_ path: String, _ limit: Int) -> Diagnostic {
    Diagnostic(
      fileSize, "`\(path)` is too large", expected: "at most \(limit >> 20) MiB")
  }

  /// Stands for the problems of a file that are counted and not told one by one.
  static func moreProblems(_ count: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      moreProblemsID, at: span,
      "\(count) more \(count == 1 ? "problem" : "problems") in this file",
      hints: ["mend those above and run again"])
  }

  /// Stands for the problems of a kind that are counted and not shown one by one.
  static func moreOfKind(_ kind: DiagnosticID, _ count: Int, _ severity: Severity) -> Diagnostic {
    Diagnostic(
      moreProblemsID, severity: severity,
      "\(count) more \(count == 1 ? "problem" : "problems") of the kind `\(kind)`",
      hints: ["mend those above and run again"])
  }
}

extension String {
  /// The text with its control characters as they are escaped in JSON, so that a message stays on its line.
  fileprivate var escapingControls: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
