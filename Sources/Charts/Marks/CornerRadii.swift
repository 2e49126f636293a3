import Syntax
import Tables

/// The rounding of the corners of boxes.
struct CornerRadii {
  let radii: (Int) -> [Double]

  init(builder: MarkBuilder) {
    let names = [
      "cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight",
      "cornerRadiusBottomLeft",
    ]
    let all = builder.looks.numbers(property: "cornerRadius")
    let corners = names.map { builder.looks.numbers(property: $0) }
    guard all != nil || corners.contains(where: { $0 != nil }) else {
      radii = { _ in [] }
      return
    }
    radii = { row in
      let base = all?(row) ?? 0
      return corners.map { $0?(row) ?? base }
    }
  }
}

/// Bars, rectangles and ticks; stacks with rounded ends are clipped as a whole (Vega-Lite's
/// `getGroupsForStackedBarWithCornerRadius`).
struct BarGroups {
  let builder: MarkBuilder

  func build(_ name: String) -> [SceneMark] {
    let items = builder.boxes()
    guard builder.mark.type == .bar, let stack = builder.unit.stack, builder.unit[.size] == nil,
      items.contains(where: { $0.cornerRadii.contains { $0 > 0 } })
    else { return [SceneMark(.rect, role: "mark", items: items, name: name)] }
    let columns = stack.groupbyChannels.compactMap { channel in
      builder.unit[channel].flatMap { builder.positions.column($0.fieldName()) }
    }
    let groups = Grouping(columns, rowCount: builder.rowCount).groupOfRow
    var members: [[SceneItem]] = []
    var indexOf: [UInt32: Int] = [:]
    for item in items {
      let group = item.row.flatMap { groups.indices.contains($0) ? groups[$0] : nil } ?? 0
      if let index = indexOf[group] {
        members[index].append(item)
      } else {
        indexOf[group] = members.count
        members.append([item])
      }
    }
    let mark = SceneMark(.group, role: "scope", name: name)
    for stacked in members {
      let group = SceneItem()
      var box = Bounds()
      for item in stacked {
        box.add(item.x, item.y)
        box.add(item.x + item.width, item.y + item.height)
      }
      group.x = box.x1
      group.y = box.y1
      group.width = box.width
      group.height = box.height
      group.cornerRadii = stacked[0].cornerRadii
      group.isClipped = true
      for item in stacked {
        item.x -= box.x1
        item.y -= box.y1
        item.cornerRadii = []
      }
      group.marks = [SceneMark(.rect, role: "mark", items: stacked, name: name)]
      mark.items.append(group)
    }
    return [mark]
  }
}
