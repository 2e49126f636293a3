import Glibc
import Scene

/// Finds places for axes, legends, titles and cells, from the inside out (vega-view-transforms'
/// `ViewLayout`).
struct ViewLayout {
  let measurer: TextMeasurer
  let legendLayout: LegendArrangement
  /// What legends above or below a view may take at least, however narrow it is; 0 where the width of the
  /// chart is given.
  let leastLegendRoom: Double

  /// Lays out a group and what is in it.
  ///
  /// - Returns: the box of everything, in the group's own coordinates.
  @discardableResult
  func place(_ group: SceneItem) -> Bounds {
    let bounds = ItemBounds(measurer: measurer)
    for mark in group.marks {
      if mark.kind == .group, isView(mark.role) {
        for item in mark.items {
          place(item)
          item.bounds = bounds.groupBounds(item)
        }
        mark.updateBounds()
      } else {
        bounds.update(mark)
        overlap(mark)
      }
    }
    if let grid = group.layout.grid { TrellisLayout.place(group, grid) }
    return placeGuides(group)
  }

  private func isView(_ role: String) -> Bool {
    switch role {
    case "axis", "legend", "title": false
    default: true
    }
  }

  /// Labels of axes hide each other before the axis is measured.
  private func overlap(_ mark: SceneMark) {
    guard mark.kind == .group else { return }
    for item in mark.items {
      for child in item.marks {
        overlap(child)
        if let request = child.overlap { LabelOverlap.resolve(child, request) }
      }
      item.bounds = ItemBounds(measurer: measurer).groupBounds(item)
    }
    mark.updateBounds()
  }

  private func placeGuides(_ group: SceneItem) -> Bounds {
    let (width, height) = (max(0, group.width), max(0, group.height))
    var view = Bounds(0, 0, width, height)
    var xBounds = view
    var yBounds = view
    var legends: [SceneItem] = []
    var title: SceneMark?
    for mark in group.marks {
      switch mark.role {
      case "axis":
        guard let axis = mark.items.first else { continue }
        let box = AxisLayout.place(axis, width: width, height: height)
        mark.bounds = box
        if axis.layout.orient == "left" || axis.layout.orient == "right" {
          xBounds.union(box)
          // A title that was put above the view: Vega would lay legends over it.
          if let title = axis.marks.first(where: { $0.role == "axis-title" })?.items.first,
            !title.layout.placesTitle
          {
            yBounds.union(title.bounds.translated(axis.x, axis.y))
          }
        } else {
          yBounds.union(box)
        }
      case "title": title = mark
      case "legend":
        guard let legend = mark.items.first else { continue }
        legends.append(legend)
      case "frame", "scope", "row-header", "row-footer", "column-header", "column-footer",
        "row-title", "column-title", "target", "direct-label":
        xBounds.union(mark.bounds)
        yBounds.union(mark.bounds)
      default: view.union(mark.bounds)
      }
    }
    if !legends.isEmpty {
      let rows = LegendRows(
        measurer: measurer, room: max(leastLegendRoom, width, xBounds.x2))
      for legend in legends {
        if ["top", "bottom"].contains(legend.layout.orient) { rows.fit(legend) }
        LegendLayout.place(legend, measurer: measurer)
      }
      for mark in group.marks where mark.role == "legend" { mark.updateBounds() }
      var orients: [String] = []
      for legend in legends where !orients.contains(legend.layout.orient) {
        orients.append(legend.layout.orient)
      }
      for orient in orients where orient != "none" {
        let members = legends.filter { $0.layout.orient == orient }
        var settings = legendLayout.settings(
          members, orient: orient, xBounds: xBounds, yBounds: yBounds, width: width,
          height: height)
        if ["top", "bottom"].contains(orient), settings.columns > 1 {
          settings.columns = rows.columns(of: members, margin: settings.columnPadding)
        }
        GridLayout.place(members, settings)
      }
      for legend in legends { view.union(legend.bounds) }
      for mark in group.marks where mark.role == "legend" { mark.updateBounds() }
    }
    view.union(xBounds)
    view.union(yBounds)
    if let title, let item = title.items.first {
      view.union(
        TitleLayout.place(
          item, mark: title, width: width, height: height, view: view, measurer: measurer))
    }
    if group.isClipped { view = Bounds(0, 0, group.width, group.height) }
    return view
  }
}

/// Puts an axis at its side of the view and its title beyond the labels (`axisLayout`).
enum AxisLayout {
  static func place(_ axis: SceneItem, width: Double, height: Double) -> Bounds {
    let notes = axis.layout
    var box = Bounds()
    for mark in axis.marks where mark.role == "axis-tick" || mark.role == "axis-label" {
      box.union(mark.bounds)
    }
    let title = axis.marks.first { $0.role == "axis-title" }
    let titleItem = title?.items.first
    let extraLines =
      titleItem?.text.map { $0.lineStep * Double(max(0, $0.lines.count - 1)) } ?? 0
    func extent(_ reach: Double) -> Double {
      max(notes.minExtent, min(notes.maxExtent, reach))
    }
    func placeTitle(_ extent: Double, _ extraLines: Double, isY: Bool, sign: Double) {
      guard let title, let item = titleItem else { return }
      if item.layout.placesTitle {
        let place = sign * (extent + extraLines + notes.titlePadding)
        let (dx, dy) = isY ? (place - item.x, 0) : (0, place - item.y)
        item.x += dx
        item.y += dy
        item.bounds = item.bounds.translated(dx, dy)
        title.bounds = item.bounds
      }
      box.union(item.bounds)
    }
    var (x, y) = (axis.x, axis.y)
    switch notes.orient {
    case "top":
      (x, y) = (notes.position, -notes.offset)
      let reach = extent(-(box.isEmpty ? 0 : box.y1))
      box.add(0, -reach)
      box.add(notes.range, 0)
      placeTitle(reach, extraLines, isY: false, sign: -1)
    case "left":
      (x, y) = (-notes.offset, notes.position)
      let reach = extent(-(box.isEmpty ? 0 : box.x1))
      box.add(-reach, 0)
      box.add(0, notes.range)
      placeTitle(reach, extraLines, isY: true, sign: -1)
    case "right":
      (x, y) = (width + notes.offset, notes.position)
      let reach = extent(box.isEmpty ? 0 : box.x2)
      box.add(0, 0)
      box.add(reach, notes.range)
      placeTitle(reach, extraLines, isY: true, sign: 1)
    default:
      (x, y) = (notes.position, height + notes.offset)
      let reach = extent(box.isEmpty ? 0 : box.y2)
      box.add(0, 0)
      box.add(notes.range, reach)
      placeTitle(reach, 0, isY: false, sign: 1)
    }
    box = ItemBounds.stroked(box.translated(x, y), axis)
    axis.x = x + notes.translate
    axis.y = y + notes.translate
    axis.bounds = box
    return box
  }
}

/// Puts title and subtitle beside everything else (`titleLayout`).
enum TitleLayout {
  static func place(
    _ group: SceneItem, mark: SceneMark, width: Double, height: Double, view: Bounds,
    measurer: TextMeasurer
  ) -> Bounds {
    let notes = group.layout
    var start = 0.0
    var end = notes.orient == "left" || notes.orient == "right" ? height : width
    if notes.frame != "group" {
      switch notes.orient {
      case "left": (start, end) = (view.y2, view.y1)
      case "right": (start, end) = (view.y1, view.y2)
      default: (start, end) = (view.x1, view.x2)
      }
    } else if notes.orient == "left" {
      (start, end) = (height, 0)
    }
    let place =
      notes.anchor == "start" ? start : notes.anchor == "end" ? end : (start + end) / 2
    if group.marks.contains(where: { $0.items.contains(where: \.layout.wraps) }) {
      TextWrapping(measurer: measurer).wrapTitle(group, mark: mark, width: abs(end - start))
    }
    guard let title = group.marks.first?.items.first else { return Bounds() }
    let subtitle = group.marks.dropFirst().first?.items.first
    var box = Bounds()
    if let subtitle, subtitle.text?.lines.isEmpty == false {
      var (sx, sy) = (0.0, 0.0)
      switch notes.orient {
      case "left": sx = title.bounds.width + notes.padding
      case "right": sx = -title.bounds.width - notes.padding
      default: sy = title.bounds.height + notes.padding
      }
      subtitle.bounds = subtitle.bounds.translated(sx - subtitle.x, sy - subtitle.y)
      subtitle.x = sx
      subtitle.y = sy
      group.marks[1].bounds = subtitle.bounds
      box.union(subtitle.bounds)
    }
    box.union(title.bounds)
    switch notes.orient {
    case "left": (group.x, group.y) = (view.x1 - box.width - notes.offset, place)
    case "right": (group.x, group.y) = (view.x2 + box.width + notes.offset, place)
    case "bottom": (group.x, group.y) = (place, view.y2 + notes.offset)
    default: (group.x, group.y) = (place, view.y1 - box.height - notes.offset)
    }
    group.bounds = box.translated(group.x, group.y)
    mark.bounds = group.bounds
    return group.bounds
  }
}
