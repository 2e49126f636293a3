import Scene

extension SVGWriter {
  mutating func write(_ group: Group) {
    var attributes = SVGAttributes()
    let name: String
    if let href = href(of: group.link) {
      name = "a"
      attributes.set("href", href)
    } else {
      name = "g"
    }
    if let semantics = group.semantics {
      attributes.set(semantics)
    } else if let tag = group.tag {
      attributes.set(tag)
    }
    attributes.set(group.transform)
    let outer = transform
    transform = group.transform.concatenating(outer)
    defer { transform = outer }
    if let clip = group.clip { attributes.set("clip-path", "url(#\(clipID(clip)))") }
    attributes.set("opacity", group.opacity, unless: 1)
    if group.blend != .normal { attributes.set("style", "mix-blend-mode:\(group.blend.rawValue)") }
    if name == "g", attributes.isEmpty {
      write(group.items)
      return
    }
    if group.items.isEmpty {
      empty(name, attributes)
      return
    }
    open(name, attributes)
    if let tooltip = group.semantics?.tooltip {
      element("title", SVGAttributes(), content: XMLText.content(tooltip))
    }
    write(group.items)
    close(name)
  }

  private func href(of link: LinkTarget?) -> String? {
    switch link {
    case nil: nil
    case .uri(let uri): uri
    case .destination(let name):
      destinations.contains(name) ? "#" + options.idPrefix + destinationIdentifier(name) : nil
    }
  }

  mutating func write(_ destination: Destination) {
    var attributes = SVGAttributes()
    attributes.set("id", options.idPrefix + destinationIdentifier(destination.name))
    attributes.set(.translation(x: destination.point.x, y: destination.point.y))
    empty("g", attributes)
  }
}

extension SVGAttributes {
  /// What a structure type of PDF is called in WAI-ARIA, where it has a counterpart.
  mutating func set(_ tag: StructureTag) {
    switch tag {
    case .heading(let level):
      set("role", "heading")
      set("aria-level", String(level))
    case .figure(let alternative):
      set("role", "img")
      set("aria-label", alternative)
    case .artifact: set("aria-hidden", "true")
    case .list: set("role", "list")
    case .listItem: set("role", "listitem")
    case .table: set("role", "table")
    case .tableRow: set("role", "row")
    case .tableHeaderCell: set("role", "columnheader")
    case .tableDataCell: set("role", "cell")
    case .note: set("role", "note")
    case .section, .paragraph, .listLabel, .listBody, .blockQuote, .caption, .link, .contents,
      .contentsItem:
      break
    }
  }
}
