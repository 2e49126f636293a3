import Glibc
import Syntax

/// Angles and radii of arcs (Vega-Lite's `compile/mark/arc.ts`).
struct PolarExtent {
  let builder: MarkBuilder

  private var full: Double { min(builder.instance.width, builder.instance.height) / 2 }

  /// Inner and outer radius of a row.
  var radius: (Int) -> (Double, Double) {
    if builder.unit[.radius]?.isFieldOrDatum == true {
      let extent = builder.positions.rect(.radius)
      return { extent.span($0) ?? (0, 0) }
    }
    let (outerOffset, innerOffset) = offsets("radius")
    let outer =
      builder.unit[.radius]?.value.flatMap { builder.parameters.number($0) }.map { n in
        { (_: Int) -> Double? in n }
      } ?? builder.looks.numbers(property: "radius")
      ?? builder.looks.numbers(property: "outerRadius")
    let inner =
      builder.unit[.radius2]?.value.flatMap { builder.parameters.number($0) }.map { n in
        { (_: Int) -> Double? in n }
      } ?? builder.looks.numbers(property: "radius2")
      ?? builder.looks.numbers(property: "innerRadius")
    let full = full
    return { row in
      ((inner?(row) ?? 0) + innerOffset(row), (outer?(row) ?? full) + outerOffset(row))
    }
  }

  /// What moves the two ends: an offset of the first moves the second too unless that is given.
  private func offsets(_ name: String) -> (first: (Int) -> Double, second: (Int) -> Double) {
    let first = builder.looks.numbers(property: "\(name)Offset")
    let hasSecond =
      builder.mark.definition.has("\(name)2")
      || Channel(rawValue: "\(name)2").flatMap { builder.unit[$0] } != nil
    let second =
      builder.looks.numbers(property: "\(name)2Offset") ?? (hasSecond ? nil : first)
    return ({ first?($0) ?? 0 }, { second?($0) ?? 0 })
  }

  /// Start and end angle of a row.
  var theta: (Int) -> (Double, Double) {
    if builder.unit[.theta]?.isFieldOrDatum == true {
      let extent = builder.positions.rect(.theta)
      return { extent.span($0) ?? (0, 0) }
    }
    let start =
      builder.unit[.theta]?.value.flatMap { builder.parameters.number($0) }
      ?? builder.looks.property("theta").flatMap { builder.parameters.number($0) }
    let end =
      builder.unit[.theta2]?.value.flatMap { builder.parameters.number($0) }
      ?? builder.looks.property("theta2").flatMap { builder.parameters.number($0) }
    let (startOffset, endOffset) = offsets("theta")
    return { row in ((end ?? 0) + endOffset(row), (start ?? 2 * .pi) + startOffset(row)) }
  }
}
