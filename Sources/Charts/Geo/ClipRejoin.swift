/// Joins the pieces of clipped rings along the outline that they were clipped to (d3-geo's
/// `clip/rejoin.js`, after Greiner and Hormann).
enum ClipRejoin {
  /// A place where a ring crosses the outline, once in the order of the ring and once in the outline's.
  private final class Crossing {
    var point: ClipPoint
    let points: [ClipPoint]
    var other: Crossing?
    var isEntry: Bool
    var isVisited = false
    var next: Crossing?
    var previous: Crossing?

    init(_ point: ClipPoint, _ points: [ClipPoint], _ other: Crossing?, _ isEntry: Bool) {
      self.point = point
      self.points = points
      self.other = other
      self.isEntry = isEntry
    }
  }

  typealias Interpolation = (ClipPoint?, ClipPoint?, Double, any GeoStream) -> Void

  static func join(
    _ segments: [[ClipPoint]], order: (ClipPoint, ClipPoint) -> Double, startsInside: Bool,
    along interpolate: Interpolation, into stream: any GeoStream
  ) {
    var subject: [Crossing] = []
    var clip: [Crossing] = []
    for segment in segments {
      guard segment.count > 1, let first = segment.first, var last = segment.last else { continue }
      if first.isSame(as: last) {
        if first.mark == 0, last.mark == 0 {
          stream.lineStart()
          for point in segment.dropLast() { stream.point(point.x, point.y) }
          stream.lineEnd()
          continue
        }
        last.x += 2 * SphereMath.epsilon
      }
      for (point, isEntry) in [(first, true), (last, false)] {
        let crossing = Crossing(point, segment, nil, isEntry)
        let twin = Crossing(point, [], crossing, !isEntry)
        crossing.other = twin
        subject.append(crossing)
        clip.append(twin)
      }
    }
    guard let start = subject.first else { return }
    // JavaScript's sort is stable.
    clip = clip.enumerated().sorted { a, b in
      let difference = order(a.element.point, b.element.point)
      return difference < 0 || (difference == 0 && a.offset < b.offset)
    }.map(\.element)
    link(subject)
    link(clip)
    var isInside = startsInside
    for crossing in clip {
      isInside.toggle()
      crossing.isEntry = isInside
    }
    trace(from: start, along: interpolate, into: stream)
    // The rings of crossings hold each other.
    for crossing in subject + clip {
      crossing.next = nil
      crossing.previous = nil
      crossing.other = nil
    }
  }

  private static func trace(
    from start: Crossing, along interpolate: Interpolation, into stream: any GeoStream
  ) {
    while true {
      var current = start
      while current.isVisited {
        guard let next = current.next, next !== start else { return }
        current = next
      }
      var isSubject = true
      stream.lineStart()
      repeat {
        current.isVisited = true
        current.other?.isVisited = true
        guard let next = current.next, let previous = current.previous else { return }
        if current.isEntry {
          if isSubject {
            for point in current.points { stream.point(point.x, point.y) }
          } else {
            interpolate(current.point, next.point, 1, stream)
          }
          current = next
        } else {
          if isSubject {
            for point in previous.points.reversed() { stream.point(point.x, point.y) }
          } else {
            interpolate(current.point, previous.point, -1, stream)
          }
          current = previous
        }
        guard let other = current.other else { return }
        current = other
        isSubject.toggle()
      } while !current.isVisited
      stream.lineEnd()
    }
  }

  private static func link(_ crossings: [Crossing]) {
    for (index, crossing) in crossings.enumerated() {
      let next = crossings[(index + 1) % crossings.count]
      crossing.next = next
      next.previous = crossing
    }
  }
}
