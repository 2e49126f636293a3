import Glibc
import Scene

/// Reads the path data of SVG 1.1 (section 8.3) into lines and cubic curves.
enum SVGPathReader {
  /// The path that `text` describes, enlarged by `scale`; nil where it is not path data.
  static func path(_ text: String, scale: Double) -> Path? {
    var reader = Reader(bytes: Array(text.utf8), scale: scale)
    return reader.read()
  }

  private struct Reader {
    let bytes: [UInt8]
    let scale: Double
    var position = 0
    var path = Path()
    var current = Point.zero
    var start = Point.zero
    var control: Point?

    mutating func read() -> Path? {
      while let command = nextCommand() {
        guard run(command) else { return nil }
      }
      skip()
      return position == bytes.count && !path.isEmpty ? path : nil
    }

    mutating func skip() {
      while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09, 0x2C].contains(bytes[position]) {
        position += 1
      }
    }

    mutating func nextCommand() -> UInt8? {
      skip()
      guard position < bytes.count, "MmLlHhVvCcSsQqTtAaZz".utf8.contains(bytes[position]) else {
        return nil
      }
      position += 1
      return bytes[position - 1]
    }

    mutating func number() -> Double? {
      skip()
      let begin = position
      func isDigit(_ index: Int) -> Bool {
        index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39
      }
      if position < bytes.count, bytes[position] == 0x2D || bytes[position] == 0x2B {
        position += 1
      }
      while isDigit(position) { position += 1 }
      if position < bytes.count, bytes[position] == 0x2E {
        position += 1
        while isDigit(position) { position += 1 }
      }
      if position < bytes.count, bytes[position] | 0x20 == 0x65,
        isDigit(position + 1) || (position + 2 < bytes.count && isDigit(position + 2))
      {
        position += 2
        while isDigit(position) { position += 1 }
      }
      guard let value = Double(String(decoding: bytes[begin..<position], as: UTF8.self)) else {
        position = begin
        return nil
      }
      return value
    }

    mutating func numbers(_ count: Int) -> [Double]? {
      let begin = position
      var values: [Double] = []
      for _ in 0..<count {
        guard let value = number() else {
          position = begin
          return nil
        }
        values.append(value)
      }
      return values
    }

    /// Runs a command with all its argument groups; false where the first group is incomplete.
    mutating func run(_ command: UInt8) -> Bool {
      let isRelative = command >= 0x61
      let letter = Character(Unicode.Scalar(command & 0xDF))
      if letter == "Z" {
        path.close()
        current = start
        control = nil
        return true
      }
      let counts: [Character: Int] = [
        "M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7,
      ]
      guard let count = counts[letter] else { return false }
      var isFirst = true
      while let v = numbers(count) {
        apply(letter, v, isRelative: isRelative, isFirst: isFirst)
        isFirst = false
      }
      return !isFirst
    }

    mutating func apply(_ letter: Character, _ v: [Double], isRelative: Bool, isFirst: Bool) {
      let origin = isRelative ? current : .zero
      func point(_ index: Int) -> Point {
        Point(
          x: origin.x + v[index] * scale, y: origin.y + v[index + 1] * scale)
      }
      func quadratic(_ q: Point, to end: Point) {
        path.curve(
          Point(x: current.x + 2 / 3 * (q.x - current.x), y: current.y + 2 / 3 * (q.y - current.y)),
          Point(x: end.x + 2 / 3 * (q.x - end.x), y: end.y + 2 / 3 * (q.y - end.y)), to: end)
      }
      let mirrored = control.map {
        Point(x: 2 * current.x - $0.x, y: 2 * current.y - $0.y)
      }
      var next = current
      var nextControl: Point?
      switch letter {
      case "M":
        next = point(0)
        if isFirst {
          path.move(to: next)
          start = next
        } else {
          path.line(to: next)
        }
      case "L":
        next = point(0)
        path.line(to: next)
      case "H":
        next.x = origin.x + v[0] * scale
        path.line(to: next)
      case "V":
        next.y = origin.y + v[0] * scale
        path.line(to: next)
      case "C":
        next = point(4)
        nextControl = point(2)
        path.curve(point(0), point(2), to: next)
      case "S":
        next = point(2)
        nextControl = point(0)
        path.curve(mirrored ?? current, point(0), to: next)
      case "Q":
        next = point(2)
        nextControl = point(0)
        quadratic(point(0), to: next)
      case "T":
        next = point(0)
        let q = mirrored ?? current
        nextControl = q
        quadratic(q, to: next)
      default:
        next = point(5)
        arc(v, to: next)
      }
      current = next
      control = nextControl
    }

    /// An elliptical arc by SVG 1.1, appendix F.6.5, as cubic curves.
    mutating func arc(_ v: [Double], to end: Point) {
      var (rx, ry) = (abs(v[0]) * scale, abs(v[1]) * scale)
      guard rx > 0, ry > 0, end != current else {
        path.line(to: end)
        return
      }
      let phi = v[2] * .pi / 180
      let (c, s) = (cos(phi), sin(phi))
      let (dx, dy) = ((current.x - end.x) / 2, (current.y - end.y) / 2)
      let (xp, yp) = (c * dx + s * dy, -s * dx + c * dy)
      let lambda = xp * xp / (rx * rx) + yp * yp / (ry * ry)
      if lambda > 1 {
        rx *= lambda.squareRoot()
        ry *= lambda.squareRoot()
      }
      let denominator = rx * rx * yp * yp + ry * ry * xp * xp
      let k =
        (max(0, rx * rx * ry * ry - denominator) / denominator).squareRoot()
        * ((v[3] != 0) == (v[4] != 0) ? -1 : 1)
      let (cxp, cyp) = (k * rx * yp / ry, -k * ry * xp / rx)
      let center = Point(
        x: c * cxp - s * cyp + (current.x + end.x) / 2,
        y: s * cxp + c * cyp + (current.y + end.y) / 2)
      let from = atan2((yp - cyp) / ry, (xp - cxp) / rx)
      var span = atan2((-yp - cyp) / ry, (-xp - cxp) / rx) - from
      if v[4] != 0, span < 0 { span += 2 * .pi }
      if v[4] == 0, span > 0 { span -= 2 * .pi }
      var unit = Path()
      ArcPath.add(to: &unit, center: .zero, radius: 1, from: from, to: from + span)
      func place(_ p: Point) -> Point {
        Point(
          x: center.x + c * rx * p.x - s * ry * p.y, y: center.y + s * rx * p.x + c * ry * p.y)
      }
      for element in unit.elements {
        if case .curve(let a, let b, let p) = element {
          path.curve(place(a), place(b), to: place(p))
        }
      }
    }
  }
}
