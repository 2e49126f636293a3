import Scene

/// Elements one after the other, one a line, and the definitions that they refer to.
struct SVGWriter {
  let options: SVGOptions
  /// The names of the destinations on the frame: only they can be linked to.
  let destinations: Set<String>
  /// The size of the frame.
  let size: Size
  /// From the group at hand to the frame.
  var transform = Transform.identity
  private(set) var body = ""
  private(set) var definitions = ""
  /// The clips that were defined, by what they hold.
  private var clipIDs: [Path: String] = [:]
  /// The ids of all other definitions.
  private var definedIDs: Set<String> = []

  init(options: SVGOptions, destinations: Set<String>, size: Size) {
    self.size = size
    self.options = options
    self.destinations = destinations
  }

  mutating func open(_ name: String, _ attributes: SVGAttributes) {
    body += "<\(name)\(attributes.text)>\n"
  }

  mutating func close(_ name: String) {
    body += "</\(name)>\n"
  }

  /// An element with nothing in it but its tooltip.
  mutating func empty(_ name: String, _ attributes: SVGAttributes, tooltip: String? = nil) {
    guard let tooltip else {
      body += "<\(name)\(attributes.text)/>\n"
      return
    }
    // Viewers show it when its parent is pointed at (SVG 1.1, 5.4).
    element(name, attributes, content: "<title>\(XMLText.content(tooltip))</title>")
  }

  /// An element whose `content`, markup already, must not gain any space.
  mutating func element(_ name: String, _ attributes: SVGAttributes, content: String) {
    body += "<\(name)\(attributes.text)>\(content)</\(name)>\n"
  }

  /// The id of a clip to `path`. It is made from the content, so that drawings that stand in one HTML
  /// page either share a clip or have different ids.
  mutating func clipID(_ path: Path) -> String {
    if let known = clipIDs[path] { return known }
    let data = svgPathData(path)
    let id = svgID("clip", of: data, prefix: options.idPrefix)
    var attributes = SVGAttributes()
    attributes.set("d", data)
    definitions +=
      "<clipPath id=\"\(XMLText.attribute(id))\"><path\(attributes.text)/></clipPath>\n"
    clipIDs[path] = id
    return id
  }

  /// The id, made from the content, of an element `name` among the definitions.
  mutating func definitionID(
    _ kind: String, _ name: String, _ attributes: SVGAttributes, content: String
  ) -> String {
    let id = svgID(kind, of: name + attributes.text + content, prefix: options.idPrefix)
    if definedIDs.insert(id).inserted {
      definitions +=
        "<\(name) id=\"\(XMLText.attribute(id))\"\(attributes.text)>\(content)</\(name)>\n"
    }
    return id
  }
}

/// An id that says `kind` and stands for `content`: FNV-1a of its bytes, 64 bits.
func svgID(_ kind: String, of content: String, prefix: String) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in content.utf8 {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  return "\(prefix)\(kind)-\(String(hash, radix: 36))"
}
