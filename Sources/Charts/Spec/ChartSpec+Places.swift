import Syntax
package import Typesetting

extension ChartSpec {
  /// The families of `catalogue` that the specification asks for, in the order of their mention.
  package func families(of catalogue: FontCatalogue) -> [String] {
    let known = Set(catalogue.families.map(\.name))
    var families: [String] = []
    root.forEachMember { name, node in
      guard name == "font" || name.hasSuffix("Font"), let list = node.string else { return }
      for part in list.split(separator: ",") {
        let family = part.trimmed(of: "\"' ")
        if known.contains(family), !families.contains(family) { families.append(family) }
      }
    }
    return families
  }

  /// Where `text` was written: the first string that holds it or, for words put together from several, is part
  /// of it; the whole specification where none does, as with data from elsewhere.
  func span(ofText text: String) -> SourceSpan {
    var holder: JSONNode?
    var part: JSONNode?
    root.forEachString { node, string in
      if holder == nil, string.contains(text) { holder = node }
      if part == nil, string.utf8.count > 1, text.contains(string) { part = node }
    }
    return file.span((holder ?? part ?? root).range)
  }

  /// Where the address of a link comes from: itself, or the `href` that takes it from the data.
  func span(ofAddress address: String) -> SourceSpan {
    var written: JSONNode?
    var channel: JSONNode?
    root.forEachString { node, string in
      if written == nil, string == address { written = node }
    }
    root.forEachMember { name, node in
      if channel == nil, name == "href" { channel = node }
    }
    return file.span((written ?? channel ?? root).range)
  }
}

extension JSONNode {
  /// Calls `body` with each member of each object below, in order.
  fileprivate func forEachMember(_ body: (String, JSONNode) -> Void) {
    switch value {
    case .object(let members):
      for member in members {
        body(member.name, member.node)
        member.node.forEachMember(body)
      }
    case .array(let items): for item in items { item.forEachMember(body) }
    case .null, .bool, .number, .string: break
    }
  }

  /// Calls `body` with each string below, in order.
  fileprivate func forEachString(_ body: (JSONNode, String) -> Void) {
    switch value {
    case .string(let text): body(self, text)
    case .object(let members): for member in members { member.node.forEachString(body) }
    case .array(let items): for item in items { item.forEachString(body) }
    case .null, .bool, .number: break
    }
  }
}
