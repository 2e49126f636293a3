/// The texts of one language, and the way to fill them in.
package struct Wording: Sendable {
  /// BCP 47, as the template names it.
  package let language: String
  private let texts: [Label: String]
  /// Words for a dataset's codes and counted things, such as `press_release` and `companies`.
  package var words: [String: String] = [:]

  /// The texts by label; a label that is missing stands in English.
  package init(language: String, texts: [Label: String]) {
    self.language = language
    self.texts = texts
  }

  /// The word for a code or a counted thing: the dataset's own for the language, else the code with spaces
  /// for its underscores.
  package func word(for code: String) -> String {
    words[code] ?? String(code.map { $0 == "_" ? " " : $0 })
  }

  /// The text of a label, as written.
  package subscript(label: Label) -> String { texts[label] ?? label.english }

  /// The wording in which facts and pages are put at present.
  ///
  /// The one thing in the program that is around rather than handed on: periods, quantities and reasons are
  /// worded in so many places below that each stage would carry it for the next. `Reports` sets it about the
  /// making of one report; everywhere else it is English.
  @TaskLocal package static var current = Wording.english

  /// English, the language of datasets and diagnostics.
  package static let english = Wording(language: "en", texts: texts(\.english))
  /// Chinese as written on the mainland.
  package static let chinese = Wording(language: "zh-Hans", texts: texts(\.chinese))

  /// The built-in wording for a language: that of the language without region, English for `en-GB`; nil
  /// where there is none. Chinese in traditional characters is another language than `zh-Hans`.
  package static func builtIn(_ language: String) -> Wording? {
    let parts = language.lowercased().split(separator: "-").map(String.init)
    switch parts.first {
    case "en": return Wording(language: language, texts: english.texts)
    case "zh" where !parts.contains("hant") && !parts.contains("tw") && !parts.contains("hk"):
      return Wording(language: language, texts: chinese.texts)
    default: return nil
    }
  }

  private static func texts(_ text: (Label) -> String) -> [Label: String] {
    Dictionary(uniqueKeysWithValues: Label.allCases.map { ($0, text($0)) })
  }

  /// What stands between two sentences: a space, but in Chinese nothing.
  package var wordSpace: String { language.hasPrefix("zh") ? "" : " " }

  /// The language that signs are drawn by; in charts no word is divided, so that all English is one.
  package var textLanguage: String { isOfData ? "en" : language }

  /// `items` as a list in a sentence: `a, b and c`. Where an item has the sign between items in it, such as the
  /// comma of a firm's name, they are parted as records are: `A Co., Ltd.; B; and C`.
  ///
  /// - Parameter conjunction: The word before the last, instead of the language's “and”.
  package func list(_ items: [String], conjunction: String? = nil) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let separator = self[.listSeparator]
    let sign = separator.filter { $0 != " " }
    let isPlain = !items.contains { $0.contains(sign) }
    var end = self[isPlain ? .listEnd : .recordEnd]
    if let conjunction {
      let start = isPlain ? "" : self[.recordSeparator].filter { $0 != " " }
      end = start + (self[.listEnd].hasPrefix(" ") ? " \(conjunction) " : conjunction)
    }
    return items.dropLast().joined(separator: isPlain ? separator : self[.recordSeparator])
      + end + last
  }

  /// Whether the language is that of datasets, so that words of theirs may stand as they are.
  package var isOfData: Bool { language == "en" || language.hasPrefix("en-") }
}

extension Label {
  /// The text in the present wording, as written.
  package var text: String { Wording.current[self] }

  /// The text in `wording`, `{1}` and the like filled with `arguments`.
  package func text(in wording: Wording, _ arguments: String...) -> String {
    Self.filled(wording[self], arguments)
  }

  /// The form at `index` in `wording` of a text of several forms; the last where there are fewer.
  package func form(_ index: Int, in wording: Wording, _ arguments: [String] = []) -> String {
    let forms = forms(in: wording)
    return Self.filled(forms[min(max(index, 0), forms.count - 1)], arguments)
  }

  /// The forms in `wording` of a text of several, at least one; what is to be filled in is left as it is.
  package func forms(in wording: Wording) -> [String] {
    wording[self].utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  /// The text in the present wording, `{1}` and the like filled with `arguments`.
  package func text(_ arguments: String...) -> String { Self.filled(text, arguments) }

  /// The form at `index` of a text of several forms; the last where there are fewer.
  package func form(_ index: Int, _ arguments: String...) -> String {
    form(index, in: Wording.current, arguments)
  }

  /// How many forms the text has.
  package var formCount: Int { text.utf8.count { $0 == UInt8(ascii: "/") } + 1 }

  private static func filled(_ text: String, _ arguments: [String]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}"), let number = Int(rest[..<close]),
        arguments.indices.contains(number - 1)
      else {
        result.append("{")
        continue
      }
      result += arguments[number - 1]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
