import Foundation
import Scene

/// One thing that a chart paints, as a line of a reference says it: what it is, the text where it is one,
/// where it lies relative to the origin of the plot, and its look in words.
struct PaintedItem: CustomStringConvertible {
  var role: String
  var text: String?
  /// The box of a shape (left, top, right, bottom) or the origin of a text.
  var place: [Double]
  var words: [String: String]

  var description: String {
    let look = words.sorted { $0.key < $1.key }.map { $1.isEmpty ? $0 : "\($0)=\($1)" }
    let place = place.map { Self.number($0) }
    return ([role] + (text.map { ["\"\($0)\""] } ?? []) + place + look).joined(separator: " ")
  }

  static func number(_ number: Double) -> String {
    let text = String(format: "%.1f", number)
    let short = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    return short == "-0" ? "0" : short
  }
}

extension PaintedItem {
  /// Reads a line of a reference; nil for one that is none.
  init?(line: Substring) {
    guard let space = line.firstIndex(of: " ") else { return nil }
    var rest = line[line.index(after: space)...]
    role = String(line[..<space])
    if rest.first == "\"" {
      var end = rest.index(after: rest.startIndex)
      while end < rest.endIndex, rest[end] != "\"" {
        if rest[end] == "\\" { end = rest.index(after: end) }
        end = rest.index(after: end)
      }
      guard end < rest.endIndex else { return nil }
      let literal = Data(rest[...end].utf8)
      let value = try? JSONSerialization.jsonObject(with: literal, options: .fragmentsAllowed)
      text = value as? String
      rest = rest[rest.index(after: end)...]
    }
    place = []
    words = [:]
    for word in rest.split(separator: " ") {
      if let equals = word.firstIndex(of: "=") {
        words[String(word[..<equals])] = String(word[word.index(after: equals)...])
      } else if let number = Double(word) {
        place.append(number)
      } else {
        words[String(word)] = ""
      }
    }
  }
}

extension PaintedItem {
  /// How far this item is from the one that a reference wants; nil where it cannot be meant at all.
  ///
  /// The Vega of the references is one minor release older than that whose layout charts follow: entries
  /// of a legend, and so what is below them, lie a few pixels elsewhere, but not look different.
  func distance(from wanted: PaintedItem) -> Double? {
    guard role == wanted.role, text == wanted.text, place.count == wanted.place.count else {
      return nil
    }
    let shifts = zip(place, wanted.place).map { abs($0 - $1) }
    let worst = shifts.max() ?? 0
    guard role.hasPrefix("legend"), place.count == 4 else {
      return role.hasPrefix("legend") ? max(0, worst - 40) : worst
    }
    let size = max(
      abs(place[2] - place[0] - wanted.place[2] + wanted.place[0]),
      abs(place[3] - place[1] - wanted.place[3] + wanted.place[1]))
    return max(0, worst - 40) + (role == "legend" ? max(0, size - 40) : size)
  }

  /// What is different in the look of this item.
  func differences(from wanted: PaintedItem) -> [String] {
    let names = Set(words.keys).union(wanted.words.keys).sorted()
    return names.compactMap { name in
      let (have, want) = (words[name], wanted.words[name])
      if let have, let want, have.contains("("), want.contains("(") {
        return Self.isNearGradient(have, want) ? nil : "\(name) \(have), wanted \(want)"
      }
      if let have, let want, Self.isNear(have, want, tolerance: Self.tolerance(of: name, want)) {
        return nil
      }
      if name == "miter" { return nil }
      return "\(name) \(have ?? "none"), wanted \(want ?? "none")"
    }
  }

  private static func tolerance(of name: String, _ wanted: String) -> Double {
    switch name {
    case "length": 0.6 + 0.02 * (Double(wanted) ?? 0)
    case "turn", "font", "width", "step": 0.11
    default: 0.021
    }
  }

  /// Whether two words are the same but for numbers that are nearly so: in colours by two steps of 255.
  private static func isNear(_ have: String, _ want: String, tolerance: Double) -> Bool {
    if have == want { return true }
    let (old, new) = (parts(want), parts(have))
    guard old.count == new.count else { return false }
    return zip(old, new).allSatisfy { old, new in
      if let a = Double(old), let b = Double(new) { return abs(a - b) <= tolerance }
      if old.first == "#", new.first == "#", old.count == 7, new.count == 7,
        let a = UInt32(old.dropFirst(), radix: 16), let b = UInt32(new.dropFirst(), radix: 16)
      {
        return [0, 8, 16].allSatisfy { abs(Int(a >> $0 & 255) - Int(b >> $0 & 255)) <= 2 }
      }
      return old == new
    }
  }

  /// Whether two gradients run the same way and have nearly the same colours on it, however many stops say so.
  private static func isNearGradient(_ have: String, _ want: String) -> Bool {
    func course(_ word: String) -> String { String(word.prefix { $0 != ";" }) }
    func opacity(_ word: String) -> Double {
      word.split(separator: ")").dropFirst().first.flatMap { Double($0.dropFirst()) } ?? 1
    }
    guard isNear(course(have), course(want), tolerance: 0.02),
      abs(opacity(have) - opacity(want)) < 0.021
    else { return false }
    let (a, b) = (colors(of: have), colors(of: want))
    guard a.isEmpty == b.isEmpty else { return false }
    return (0...20).allSatisfy { step in
      zip(color(at: 5 * Double(step), in: a), color(at: 5 * Double(step), in: b))
        .allSatisfy { abs($0 - $1) <= 8 }
    }
  }

  /// The stops of a gradient: percent, and red, green and blue.
  private static func colors(of word: String) -> [(Double, [Double])] {
    let inner = word.prefix { $0 != ")" }.split(separator: ";").dropFirst()
    return inner.compactMap { stop in
      let parts = stop.split(separator: ":")
      guard parts.count == 2, let offset = Double(parts[0]),
        let rgb = UInt32(parts[1].dropFirst().prefix(6), radix: 16)
      else { return nil }
      return (offset, [16, 8, 0].map { Double(rgb >> $0 & 255) })
    }
  }

  private static func color(at offset: Double, in stops: [(Double, [Double])]) -> [Double] {
    guard let first = stops.first, let last = stops.last else { return [] }
    guard let next = stops.firstIndex(where: { $0.0 >= offset }) else { return last.1 }
    guard next > 0 else { return first.1 }
    let (a, b) = (stops[next - 1], stops[next])
    let share = b.0 > a.0 ? (offset - a.0) / (b.0 - a.0) : 1
    return zip(a.1, b.1).map { $0 + share * ($1 - $0) }
  }

  /// A word at its separators, which stay parts.
  private static func parts(_ word: String) -> [String] {
    var parts = [""]
    for character in word {
      if "(),;:/".contains(character) {
        parts += [String(character), ""]
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
