/// The way to a field: Vega's field strings, where `a.b`, `a['b']` and `a[0]` go into nested values and
/// a backslash takes the meaning from the next character (`a\.b` is the field called "a.b").
package struct FieldPath: Hashable, Sendable {
  /// The names to follow, outermost first; never empty.
  package let steps: [String]
  /// The field string as written.
  package let text: String

  /// The path `text` writes; nil where a bracket or a quote does not close. Vega's `splitAccessPath`.
  package init?(_ text: String) {
    var steps: [String] = []
    var current = ""
    var quote: Character?
    var depth = 0
    var isEscaped = false
    func isBoundary() -> Bool { !current.isEmpty }
    for character in text {
      if isEscaped {
        current.append(character)
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case _ where character == quote:
        steps.append(current)
        current = ""
        quote = nil
      case _ where quote != nil: current.append(character)
      case "\"" where depth > 0 && current.isEmpty, "'" where depth > 0 && current.isEmpty:
        quote = character
      case "." where depth == 0:
        if isBoundary() { steps.append(current) }
        current = ""
      case "[" where depth == 0:
        if isBoundary() { steps.append(current) }
        current = ""
        depth = 1
      case "]" where depth == 1:
        if isBoundary() { steps.append(current) }
        current = ""
        depth = 0
      default: current.append(character)
      }
    }
    guard depth == 0, quote == nil, !isEscaped else { return nil }
    if isBoundary() { steps.append(current) }
    self.steps = steps.isEmpty ? [""] : steps
    self.text = text
  }

  /// The field called `name`, taken literally.
  package init(name: String) {
    steps = [name]
    text = name
  }

  /// The path of `steps` inside of a row.
  package init(steps: [String]) {
    self.steps = steps.isEmpty ? [""] : steps
    text = self.steps.joined(separator: ".")
  }

  /// The steps joined with dots: the name under which the field's values are kept once taken out.
  package var flatName: String { steps.joined(separator: ".") }
}

extension Value {
  /// The member that `step` names: of an object, an array (an index or `length`) or text; nil where
  /// there is none.
  package func member(_ step: String) -> Value? {
    switch self {
    case .object(let object): return object[step]
    case .array(let items):
      if step == "length" { return .number(Double(items.count)) }
      guard let index = Int(step), items.indices.contains(index) else { return nil }
      return items[index]
    case .string(let text):
      if step == "length" { return .number(Double(text.utf16.count)) }
      guard let index = Int(step), index >= 0, index < text.utf16.count else { return nil }
      return .string(JavaScriptText.slice(text, index, index + 1))
    case .null, .undefined, .bool, .number, .date: return nil
    }
  }
}
