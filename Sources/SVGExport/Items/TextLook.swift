import Scene

/// What of a run's font a viewer has to know.
struct TextLook: Hashable {
  var families: [String]
  var size: Double
  var weight: Int
  var isItalic: Bool
  var tracking: Double

  /// The look of `run` in a text of `families`. The list stands for all runs of the text: a viewer looks for
  /// missing characters along it, as shaping did.
  init(_ run: GlyphRun, families: [String]) {
    self.families = families
    size = run.size
    weight = run.face.weight
    isItalic = run.face.isItalic
    tracking = run.tracking
  }
}

extension SVGAttributes {
  /// Sets the look, or what of it differs from the look `outer` of the element around.
  mutating func set(_ look: TextLook, within outer: TextLook? = nil) {
    if look.families != outer?.families {
      set("font-family", look.families.map(cssFamily).joined(separator: ", "))
    }
    if look.size != outer?.size { set("font-size", svgNumber(look.size) + "px") }
    if look.weight != outer?.weight ?? 400 {
      set("font-weight", look.weight == 700 ? "bold" : String(look.weight))
    }
    if look.isItalic != outer?.isItalic ?? false {
      set("font-style", look.isItalic ? "italic" : "normal")
    }
    if look.tracking != outer?.tracking ?? 0 {
      set("letter-spacing", svgNumber(look.tracking) + "px")
    }
  }
}

/// A family name as CSS wants it: generic families bare, all others in quotes.
private func cssFamily(_ name: String) -> String {
  switch name {
  case "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif",
    "ui-sans-serif", "ui-monospace", "ui-rounded", "math":
    return name
  default:
    var quoted = ""
    for character in name {
      if character == "'" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return "'\(quoted)'"
  }
}
