import Syntax

/// What `{#id .class key="v"}` holds.
struct AttributeList {
  struct Name {
    var text: String
    var span: SourceSpan
  }

  struct Pair {
    var name: Name
    /// The span is the value's, without its quotes.
    var value: Name
  }

  var label: Name?
  var classes: [Name] = []
  var pairs: [Pair] = []
  var span: SourceSpan
}

/// Reads the attributes of a fence, a heading or a caption.
struct AttributeReader {
  private let file: SourceFile
  private let source: MaskedSource
  private var position: Int
  private let end: Int

  /// The attributes in `range` of the file, which begins with `{` and ends with `}`.
  static func read(
    _ range: Range<Int>, of source: MaskedSource, into bag: inout DiagnosticBag
  ) -> AttributeList {
    var reader = AttributeReader(
      file: source.file, source: source, position: range.lowerBound + 1, end: range.upperBound - 1)
    return reader.read(AttributeList(span: source.span(ofOriginal: range)), into: &bag)
  }

  private mutating func read(_ empty: AttributeList, into bag: inout DiagnosticBag) -> AttributeList
  {
    var list = empty
    // What cannot be read is told once: after the first wrong sign, the others are mostly its consequence.
    var isUnreadable = false
    func refuse(_ range: Range<Int>, _ bag: inout DiagnosticBag) {
      if !isUnreadable { bag.add(DocumentDiagnostics.attributes(at: span(range))) }
      isUnreadable = true
    }
    while let start = nextWord() {
      switch file.bytes[start] {
      case UInt8(ascii: "#"), UInt8(ascii: "."):
        let name = word(from: start + 1)
        if name.text.isEmpty {
          refuse(start..<position, &bag)
        } else if file.bytes[start] == UInt8(ascii: ".") {
          list.classes.append(name)
        } else if let first = list.label {
          bag.add(DocumentDiagnostics.secondLabel(name.text, at: name.span, first: first.span))
        } else {
          list.label = name
        }
      default:
        let name = word(from: start)
        guard !name.text.isEmpty, position < end, file.bytes[position] == UInt8(ascii: "=") else {
          position = max(position, start + 1)
          refuse(start..<position, &bag)
          continue
        }
        position += 1
        if let first = list.pairs.first(where: { $0.name.text == name.text }) {
          bag.add(
            DocumentDiagnostics.secondAttribute(name.text, at: name.span, first: first.name.span))
        }
        list.pairs.append(.init(name: name, value: value(into: &bag)))
      }
    }
    return list
  }

  private func span(_ range: Range<Int>) -> SourceSpan { source.span(ofOriginal: range) }

  private mutating func nextWord() -> Int? {
    while position < end, file.bytes[position] <= 0x20 { position += 1 }
    return position < end ? position : nil
  }

  /// Letters, digits, `-`, `_`, `.` and `:` from `start`; a class ends at the next dot.
  private mutating func word(from start: Int) -> AttributeList.Name {
    let isClass = start > 0 && file.bytes[start - 1] == UInt8(ascii: ".")
    position = start
    while position < end {
      switch file.bytes[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: ":"):
        position += 1
        continue
      case UInt8(ascii: ".") where !isClass:
        position += 1
        continue
      default: break
      }
      break
    }
    return .init(text: file.text(in: start..<position), span: span(start..<position))
  }

  private mutating func value(into bag: inout DiagnosticBag) -> AttributeList.Name {
    guard position < end else {
      return .init(text: "", span: span(position..<position))
    }
    let quote = file.bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      while position < end, file.bytes[position] > 0x20 { position += 1 }
      return .init(text: file.text(in: start..<position), span: span(start..<position))
    }
    let start = position + 1
    position = start
    while position < end, file.bytes[position] != quote { position += 1 }
    if position >= end {
      bag.add(DocumentDiagnostics.unclosedQuote(at: span(start - 1..<end)))
    }
    let inner = start..<position
    position = min(position + 1, end)
    return .init(text: file.text(in: inner), span: span(inner))
  }
}
