import Scene
import Syntax

extension PageBuilder {
  /// Places columns as low as holds all of them; what a page cannot hold goes on on the next.
  mutating func place(
    _ set: Fragment.ColumnSet, of fragment: Fragment, into bag: inout DiagnosticBag
  ) {
    var carrier = fragment
    carrier.columns = nil
    carrier.height = 0
    var rest = set.fragments[...]
    while !rest.isEmpty {
      var trial = position
      let top = advance(&trial, past: carrier)
      let room = style.page.height - top - trial.foot.height
      guard let columns = columns(of: rest, count: set.count, room: room, carrier, into: &bag)
      else {
        turnPage(into: &bag)
        continue
      }
      place(columns, count: set.count, top: top, on: carrier)
      rest = rest.dropFirst(columns.placed)
      carrier.destinations = []
      if !rest.isEmpty { turnPage(into: &bag) }
    }
  }

  /// The columns that the page at hand takes, with the footnotes that they call; nil where it is better to
  /// go on to the next page.
  private func columns(
    of fragments: ArraySlice<Fragment>, count: Int, room: Double, _ carrier: Fragment,
    into bag: inout DiagnosticBag
  ) -> ColumnBalancer.Columns? {
    let balancer = ColumnBalancer(style: style, count: count)
    var limit = (room / style.gridStep + 1e-6).rounded(.down) * style.gridStep
    while limit > 0 {
      let columns = balancer.columns(of: Array(fragments), limit: limit)
      var whole = carrier
      whole.height = columns.height
      whole.calls = columns.calls
      // What is parted in tall columns is parted in lower ones too.
      guard columns.isSound || position.isAtTop else { return nil }
      if fits([whole], strictly: true) {
        bag.add(contentsOf: columns.problems)
        return columns
      }
      limit -= style.gridStep
    }
    guard position.isAtTop else { return nil }
    // Notes that leave no room for the line that calls them wait for the next page.
    let columns = balancer.columns(of: Array(fragments), limit: max(room, style.gridStep))
    bag.add(contentsOf: columns.problems)
    return columns
  }

  private mutating func place(
    _ columns: ColumnBalancer.Columns, count: Int, top: Double, on carrier: Fragment
  ) {
    let pitch = style.columnMeasure(of: count) + style.gutter
    var carrier = carrier
    carrier.height = columns.height
    for (index, content) in columns.contents.enumerated() {
      carrier.items += content.items.moved(x: Double(index) * pitch, y: 0)
      carrier.calls += content.calls
    }
    place(carrier)
    for (index, content) in columns.contents.enumerated() {
      content.headings.forEach { record($0) }
      page.destinations += content.destinations.map {
        Destination(
          name: $0.name, point: Point(x: Double(index) * pitch + $0.point.x, y: top + $0.point.y))
      }
    }
  }
}
