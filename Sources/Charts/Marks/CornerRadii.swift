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

/// Bars, rectangles and ticks; stacks with rounded ends are clipped as a whole.
struct BarGroups {
  let builder: MarkBuilder

  func build(_ name: String) -> [SceneMark] {
    [SceneMark(.rect, role: "mark", items: builder.boxes(), name: name)]
  }
}
