/// A d3-time-format specifier such as `%B %d, %Y`: it writes dates as a locale has them and reads those of en-US.
package struct TimeFormat: Hashable, Sendable {
  /// A piece of the specifier.
  enum Item: Hashable, Sendable {
    case text(String)
    /// A directive, and the padding asked for: nil for the directive's own, empty for none.
    case directive(Character, padding: String?)
  }

  package let specifier: String
  let items: [Item]
  let locale: TimeLocale

  /// - Parameter locale: Whose names and order of year, month and day are written.
  package init(_ specifier: String, locale: TimeLocale = .english) {
    let specifier = locale.patterns[specifier] ?? specifier
    self.specifier = specifier
    self.locale = locale
    var items: [Item] = []
    var text = ""
    var rest = Substring(specifier)
    while let character = rest.popFirst() {
      guard character == "%" else {
        text.append(character)
        continue
      }
      var padding: String?
      var directive = rest.popFirst()
      switch directive {
      case "-": padding = ""
      case "_": padding = " "
      case "0": padding = "0"
      default: break
      }
      if padding != nil { directive = rest.popFirst() }
      guard let directive else { break }
      if directive == "%" || !Self.directives.contains(directive) {
        // d3 writes a letter that it does not know as it is.
        text.append(directive)
      } else {
        if !text.isEmpty { items.append(.text(text)) }
        text = ""
        items.append(.directive(directive, padding: padding))
      }
    }
    if !text.isEmpty { items.append(.text(text)) }
    self.items = items
  }

  /// The letters that `specifier` uses as directives without d3 knowing them.
  package static func unknownDirectives(in specifier: String) -> [Character] {
    var unknown: [Character] = []
    var rest = Substring(specifier)
    while let character = rest.popFirst() {
      guard character == "%" else { continue }
      if let pad = rest.first, "-_0".contains(pad) { rest.removeFirst() }
      if let directive = rest.popFirst(), directive != "%", !directives.contains(directive) {
        unknown.append(directive)
      }
    }
    return unknown
  }

  static let directives = "aAbBcdefgGHIjLmMpqQsSuUVwWxXyYZ"

  /// The names of the months.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  package static let shortMonths = months.map { String($0.prefix(3)) }
  /// The names of the days of the week, Sunday first.
  package static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  package static let shortWeekdays = weekdays.map { String($0.prefix(3)) }
}
