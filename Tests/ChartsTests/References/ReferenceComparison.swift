import Charts
import Scene

/// What a chart paints beside what the reference implementation paints for the same specification.
enum ReferenceComparison {
  /// What is different; empty where nothing is.
  static func differences(_ chart: Chart, from reference: ChartReference) -> [String] {
    let frame = chart.frame
    var found: [String] = []
    if chart.background?.hex != reference.paper {
      found.append("paper \(chart.background?.hex ?? "none"), wanted \(reference.paper ?? "none")")
    }
    // So titles, and views beside and below each other, stand a pixel or two apart.
    let views = reference.items.count { ["scope", "cell"].contains($0.role) }
    func tolerance(_ role: String) -> Double { views > 1 || role.hasPrefix("title") ? 2.1 : 0.6 }
    let hasLegend = reference.items.contains { $0.role.hasPrefix("legend") }
    // Outlines reach a little further in later versions; what is relative to the plot is compared exactly.
    let size = [frame.size.width, frame.size.height]
    if zip(size, reference.size).contains(where: { abs($0 - $1) > (hasLegend ? 40 : 4) }) {
      found.append("size \(size), wanted \(reference.size)")
    }
    var free = frame.painted.map { Optional($0) }
    var order: [Int] = []
    for wanted in reference.items {
      var best: (index: Int, distance: Double)?
      for (index, item) in free.enumerated() {
        guard let item, let distance = item.distance(from: wanted) else { continue }
        // Of those at one place, the one that looks alike.
        let total = distance + (item.differences(from: wanted).isEmpty ? 0 : 0.001)
        if total < best?.distance ?? .infinity { best = (index, total) }
      }
      guard let best, let item = free[best.index] else {
        found.append("missing: \(wanted)")
        continue
      }
      free[best.index] = nil
      order.append(best.index)
      if best.distance > tolerance(wanted.role) {
        found.append("elsewhere: \(item), wanted \(wanted)")
        continue
      }
      for difference in item.differences(from: wanted) {
        found.append("\(wanted.role) \(difference)")
      }
    }
    for item in free { if let item { found.append("too many: \(item)") } }
    if found.isEmpty, order != order.sorted() { found.append("drawn in another order") }
    return found
  }
}
