/// Matches many cells against one pattern, remembering what it worked out: the automaton's sets of
/// states become the states of a deterministic one as they are met (lazy subset construction).
package struct PatternMatcher {
  private let pattern: Pattern
  private var sets: [[Int]] = []
  private var known: [[Int]: Int] = [:]
  private var accepting: [Bool] = []
  /// The state after `state * 256 + byte`: `unknown`, `dead`, or a state.
  private var transitions: [Int32] = []

  private static let unknown: Int32 = -1
  private static let dead: Int32 = -2
  /// When more states than this were met, they are forgotten and met anew.
  private static let maximumStates = 512

  package init(_ pattern: Pattern) { self.pattern = pattern }

  /// Whether the pattern matches all of `text`.
  package mutating func matches(_ text: some Sequence<UInt8>) -> Bool {
    if sets.count > Self.maximumStates { forget() }
    if sets.isEmpty { _ = state(for: closure(of: [pattern.start])) }
    var current = 0
    for byte in text {
      let slot = current * 256 + Int(byte)
      if transitions[slot] == Self.unknown { transitions[slot] = step(current, byte) }
      guard transitions[slot] >= 0 else { return false }
      current = Int(transitions[slot])
    }
    return accepting[current]
  }

  private mutating func forget() {
    sets = []
    known = [:]
    accepting = []
    transitions = []
  }

  private mutating func step(_ state: Int, _ byte: UInt8) -> Int32 {
    var targets: [Int] = []
    for index in sets[state] {
      if case .bytes(let set, let next) = pattern.nodes[index], set.contains(byte) {
        targets.append(next)
      }
    }
    return targets.isEmpty ? Self.dead : Int32(self.state(for: closure(of: targets)))
  }

  private mutating func state(for set: [Int]) -> Int {
    if let state = known[set] { return state }
    let state = sets.count
    known[set] = state
    sets.append(set)
    accepting.append(set.contains(0))
    transitions.append(contentsOf: repeatElement(Self.unknown, count: 256))
    return state
  }

  /// The nodes reached from `nodes` without taking a byte, in ascending order.
  private func closure(of nodes: [Int]) -> [Int] {
    var seen = Set<Int>()
    var pending = nodes
    while let index = pending.popLast() {
      guard seen.insert(index).inserted else { continue }
      if case .split(let left, let right) = pattern.nodes[index] { pending += [left, right] }
    }
    return seen.sorted()
  }
}
