/// A paragraph of a source: the line of its plain text, from 1, written `p19`.
package struct Locator: Hashable, Sendable {
  package var paragraph: Int

  package init(paragraph: Int) { self.paragraph = paragraph }

  /// The locator written `p19`, or nil.
  package init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "p"), let number = CalendarDate.digits(text.dropFirst()),
      number >= 1
    else { return nil }
    paragraph = number
  }
}

extension Locator: CustomStringConvertible {
  package var description: String { "p\(paragraph)" }
}
