import Glibc
import Syntax

/// Angles and radii of arcs (Vega-Lite's `compile/mark/arc.ts`).
struct PolarExtent {
  let builder: MarkBuilder

  private var full: Double { min(builder.instance.width, builder.instance.height) / 2 }

  /// Inner and outer radius of a row.
  var radius: (Int) -> (Double, Double) {
    let offset = builder.looks.numbers(property: "radiusOffset")
    if builder.unit[.radius]?.isFieldOrDatum == true {
      let extent = builder.positions.rect(.radius)
      return { row in
        let (low, high) = extent.span(row) ?? (0, 0)
        return (low, high + (offset?(row) ?? 0))
      }
    }
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
      (inner?(row) ?? 0, (outer?(row) ?? full) + (offset?(row) ?? 0))
    }
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
    return { _ in (end ?? 0, start ?? 2 * .pi) }
  }
}
