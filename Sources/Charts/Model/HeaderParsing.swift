import Syntax

/// Headers of facets: titles, labels and the axes that cells share (Vega-Lite's `parseFacetHeaders`).
enum HeaderParsing {
  static func parse(_ model: Model) {
    guard let facet = model.facet, let child = model.children.first else { return }
    for channel in [Channel.row, .column, .facet] {
      guard let definition = facet[channel] else { continue }
      let header = definition.node["header"]
      let isOff = header?.isNull ?? false
      var title: [String]?
      if !isOff {
        if let written = header?["title"] {
          title = GuideTitle(written).lines
        } else if let written = definition.node["title"] {
          title = GuideTitle(written).lines
        } else if property("title", header, channel, model.config)?.isNull != true {
          title = [FieldTitle.defaultTitle(of: definition, config: model.config)]
        }
      }
      if title?.isEmpty == true { title = nil }
      if let inner = child.headers[channel]?.title {
        title = [((title ?? []) + [inner.joined(separator: ", ")]).joined(separator: " / ")]
        child.headers[channel]?.title = nil
      }
      let labels =
        isOff ? false : property("labels", header, channel, model.config)?.bool ?? true
      let orient = property("labelOrient", header, channel, model.config)?.string
      var layout = HeaderLayout(title: title, definition: definition)
      if channel != .facet {
        let part = HeaderLayout.Header(showsLabels: labels)
        if orient == "bottom" || orient == "right" {
          layout.footer = part
        } else {
          layout.header = part
        }
      }
      model.headers[channel] = layout
    }
    for channel in [Channel.x, .y] { takeAxes(channel, of: child, to: model) }
  }

  /// Moves the outer parts of the child's axes into the headers of the facet.
  private static func takeAxes(_ channel: Channel, of child: Model, to model: Model) {
    guard let axes = child.axes[channel], model.resolve.guide(channel, in: model) == .shared else {
      return
    }
    let headerChannel: Channel = channel == .x ? .column : .row
    var layout = model.headers[headerChannel] ?? HeaderLayout()
    for index in axes.indices {
      let axis = axes[index]
      if ["top", "left"].contains(axis.orient) {
        if layout.header == nil { layout.header = HeaderLayout.Header(showsLabels: false) }
        layout.header?.axes.append(axis)
      } else {
        if layout.footer == nil { layout.footer = HeaderLayout.Header(showsLabels: false) }
        layout.footer?.axes.append(axis)
      }
      child.axes[channel]?[index].isMainExtracted = true
    }
    model.headers[headerChannel] = layout
  }

  /// A property of a header: written, or of the configuration for rows, columns, facets, or all.
  static func property(
    _ name: String, _ header: JSONNode?, _ channel: Channel, _ config: Config
  ) -> JSONNode? {
    if let own = header?[name] { return own }
    if name == "labelOrient" || name == "titleOrient", let orient = header?["orient"] {
      return orient
    }
    let section =
      switch channel {
      case .row: "headerRow"
      case .column: "headerColumn"
      default: "headerFacet"
      }
    if let found = config[section, name] ?? config["header", name] { return found }
    if name == "labelOrient" || name == "titleOrient" {
      return config[section, "orient"] ?? config["header", "orient"]
    }
    return nil
  }
}
