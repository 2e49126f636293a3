/// A d3-format specifier, `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`, for the locale
/// en-US.
///
/// ```swift
/// NumberFormat("+.1%")?.text(of: 0.123)  // +12.3%
/// ```
package struct NumberFormat: Hashable, Sendable {
  package enum Alignment: Character, Sendable {
    case left = "<"
    case right = ">"
    case centre = "^"
    /// Right, with the sign left of the padding.
    case spread = "="
  }

  package enum Sign: Character, Sendable {
    /// A minus for negative numbers only.
    case minus = "-"
    case plus = "+"
    /// Negative numbers in parentheses.
    case parentheses = "("
    /// A space where a minus would stand.
    case space = " "
  }

  package enum Symbol: Character, Sendable {
    case currency = "$"
    /// `0b`, `0o` or `0x` before numbers of those bases.
    case base = "#"
  }

  package enum Kind: String, Sendable {
    case exponent = "e"
    case fixed = "f"
    case general = "g"
    case rounded = "r"
    case prefixed = "s"
    case percent = "%"
    case roundedPercent = "p"
    case binary = "b"
    case octal = "o"
    case decimal = "d"
    case hexadecimal = "x"
    case upperHexadecimal = "X"
    case character = "c"
  }

  package var fill: Character = " "
  package var alignment = Alignment.right
  package var sign = Sign.minus
  package var symbol: Symbol?
  package var padsWithZeros = false
  /// In UTF-16 code units; nil for no padding.
  package var width: Int?
  package var groups = false
  /// Digits after the point, or significant digits; nil for the kind's own number.
  package var precision: Int?
  package var trims = false
  /// nil is `.12~g`.
  package var kind: Kind?
  /// What stands for a minus; d3 writes U+2212.
  package var minus = "\u{2212}"

  /// What a specifier looks like, for a diagnostic.
  package static let expectation = "a d3 format such as `,.1f`, `+.1%`, `.2s` or `$,.0f`"

  /// Whether `specifier` can be read and its type, if it has one, is one of d3's: of another letter d3 says
  /// nothing and writes the number as if there were none.
  package static func isKnown(_ specifier: String) -> Bool {
    guard NumberFormat(specifier) != nil, let last = specifier.last else { return false }
    return !last.isLetter || last == "n" || Kind(rawValue: String(last)) != nil
  }

  /// The format that `specifier` writes; nil where it is none.
  package init?(_ specifier: String) {
    var rest = Substring(specifier)
    func take<Option: RawRepresentable>(_: Option.Type) -> Option?
    where Option.RawValue == Character {
      guard let first = rest.first, let option = Option(rawValue: first) else { return nil }
      rest.removeFirst()
      return option
    }
    func takeDigits() -> Int? {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      return digits.isEmpty ? nil : Int(digits).map { min($0, 10_000) } ?? 10_000
    }
    func take(_ character: Character) -> Bool {
      guard rest.first == character else { return false }
      rest.removeFirst()
      return true
    }
    if let second = rest.dropFirst().first, let alignment = Alignment(rawValue: second) {
      fill = rest.removeFirst()
      rest.removeFirst()
      self.alignment = alignment
    } else if let alignment = take(Alignment.self) {
      self.alignment = alignment
    }
    if let sign = take(Sign.self) { self.sign = sign }
    symbol = take(Symbol.self)
    padsWithZeros = take("0")
    width = takeDigits()
    groups = take(",")
    if take(".") {
      guard let precision = takeDigits() else { return nil }
      self.precision = precision
    }
    trims = take("~")
    guard let type = rest.popFirst() else { return }
    guard rest.isEmpty, type.isASCII && type.isLetter || type == "%" else { return nil }
    if type == "n" {
      groups = true
      kind = .general
    } else {
      // Any other letter is read as no type at all, as d3 does.
      kind = Kind(rawValue: String(type))
    }
  }
}
