import Synchronization

/// What Vega-Lite 6 lets a specification say: for each kind of object its properties and what they hold.
/// The tables are those of the language's published JSON schema, with the kinds that differ in nothing
/// that matters here taken together.
///
/// A table is a text of kinds, each a name at the margin and below it its `property:type` pairs. A type is
/// one or more of these, separated by `|`: `b` boolean, `n` number, `s` any text, `c` a colour, `x` an
/// expression (`{"expr": …}`), `0` null, `*` anything, `'a,b'` one of these words, `=name` one of the named
/// words, `@Kind` an object, `[type]` an array, `{type}` an object with members of any name. The property
/// `*` stands for every name that has no entry of its own.
enum Grammar {
  struct Kind {
    var properties: [String: ValueType] = [:]
    /// Of properties that have no entry; nil where there may be none.
    var others: ValueType?
    /// In the order of the table.
    var names: [String] = []
  }

  /// What a property may hold.
  struct ValueType {
    var takesAnything = false
    var takesBoolean = false
    var takesNumber = false
    var takesText = false
    var takesColor = false
    var takesExpression = false
    var takesNull = false
    var words: [String] = []
    /// Sets of words that are known by name.
    var wordSets: [String] = []
    /// The kind of object.
    var kind: String?
    var items: [ValueType] = []
    var members: [ValueType] = []
  }

  /// The tables are read by bytes: taking their characters apart costs more than drawing a chart.
  private typealias Text = Substring.UTF8View

  /// Where the lines of each kind stand in the tables.
  private static let sources: [String: [Text]] = {
    var sources: [String: [Text]] = [:]
    for table in [kindsAToH, kindsIToZ, specification] {
      var name = ""
      for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
        if line.first == UInt8(ascii: " ") {
          sources[name, default: []].append(line)
        } else {
          name = String(Substring(line))
        }
      }
    }
    return sources
  }()

  /// The names of all kinds.
  static var kindNames: [String] { sources.keys.sorted() }

  /// What styles of a configuration are for: marks and axes share their names.
  static let markOrAxis = "MarkOrAxis"

  /// The kinds asked for so far: a report has many specifications of the same kinds.
  private static let known = Mutex<[String: Kind]>([:])

  /// The kind called `name`.
  static func kind(_ name: String) -> Kind {
    if let kind = known.withLock({ $0[name] }) { return kind }
    let kind = read(name)
    known.withLock { $0[name] = kind }
    return kind
  }

  /// Reads a kind from its lines.
  private static func read(_ name: String) -> Kind {
    if name == markOrAxis {
      var both = kind("Mark")
      let axis = kind("Axis")
      both.properties.merge(axis.properties) { mark, _ in mark }
      both.names += axis.names.filter { !both.names.contains($0) }
      return both
    }
    var kind = Kind()
    for line in sources[name] ?? [] {
      for word in line.split(separator: UInt8(ascii: " ")) {
        guard let colon = word.firstIndex(of: UInt8(ascii: ":")) else { continue }
        var text = word[word.index(after: colon)...]
        let type = type(&text)
        let property = String(Substring(word[..<colon]))
        if property == "*" {
          kind.others = type
        } else {
          kind.properties[property] = type
          kind.names.append(property)
        }
      }
    }
    return kind
  }

  /// Reads a type from the start of `text`, up to its end or a closing bracket.
  private static func type(_ text: inout Text) -> ValueType {
    var type = ValueType()
    while let first = text.first, first != UInt8(ascii: "]"), first != UInt8(ascii: "}") {
      text.removeFirst()
      switch first {
      case UInt8(ascii: "*"): type.takesAnything = true
      case UInt8(ascii: "b"): type.takesBoolean = true
      case UInt8(ascii: "n"): type.takesNumber = true
      case UInt8(ascii: "s"): type.takesText = true
      case UInt8(ascii: "c"): type.takesColor = true
      case UInt8(ascii: "x"): type.takesExpression = true
      case UInt8(ascii: "0"): type.takesNull = true
      case UInt8(ascii: "'"):
        type.words = name(&text).split(separator: ",").map(String.init)
        text = text.dropFirst()
      case UInt8(ascii: "="): type.wordSets.append(name(&text))
      case UInt8(ascii: "@"): type.kind = name(&text)
      case UInt8(ascii: "["):
        type.items.append(Self.type(&text))
        text = text.dropFirst()
      case UInt8(ascii: "{"):
        type.members.append(Self.type(&text))
        text = text.dropFirst()
      default: break
      }
    }
    return type
  }

  /// Reads a name, or words, up to what ends them.
  private static func name(_ text: inout Text) -> String {
    let name = text.prefix { !"|]}'".utf8.contains($0) }
    text = text[name.endIndex...]
    return String(Substring(name))
  }
}

extension Grammar.ValueType {
  /// The words that are allowed, where the value is a text of a closed set.
  var allWords: [String] { words + wordSets.flatMap { Grammar.words[$0] ?? [] } }
}
