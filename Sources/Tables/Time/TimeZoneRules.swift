/// The offsets of a time zone from UTC over time. Named by the caller, never taken from the machine.
package struct TimeZoneRules: Hashable, Sendable {
  /// The IANA name, such as `America/Los_Angeles`.
  package let name: String
  /// Starts of the periods in seconds since 1970, ascending, and the offset in seconds from each on.
  private let transitions: [Int]
  private let offsets: [Int]
  /// The offset before the first transition.
  private let firstOffset: Int
  /// The rule for times after the last transition (the POSIX string of the zone file).
  private let rule: RecurringZoneRule?

  /// Coordinated universal time.
  package static let utc = TimeZoneRules(
    name: "UTC", transitions: [], offsets: [], firstOffset: 0, rule: nil)

  init(
    name: String, transitions: [Int], offsets: [Int], firstOffset: Int, rule: RecurringZoneRule?
  ) {
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
    self.firstOffset = firstOffset
    self.rule = rule
  }

  /// Whether times are cut in UTC; default false.
  package var isUTC: Bool { transitions.isEmpty && firstOffset == 0 && rule == nil }

  /// Seconds that local time is ahead of UTC at `time` (milliseconds since 1970, UTC).
  package func offset(at time: Double) -> Int {
    if transitions.isEmpty && rule == nil { return firstOffset }
    let second = Int((time / 1000).rounded(.down))
    if let last = transitions.last, second >= last, let rule { return rule.offset(at: second) }
    if transitions.isEmpty, let rule { return rule.offset(at: second) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }

  /// The local fields of `time`; nil where it is not finite.
  package func fields(at time: Double) -> DateFields? {
    guard time.isFinite, abs(time) <= 8.64e15 else { return nil }
    return DateFields(unzoned: time.rounded(.down) + Double(offset(at: time)) * 1000)
  }

  /// The time at which clocks of this zone show `fields`. Where the clock skips them, the offset before
  /// the change holds; where it shows them twice, the first time is meant (ECMA-262, UTC(t)).
  package func time(of fields: DateFields) -> Double {
    let local = fields.unzonedTime
    guard !isUTC, abs(local) <= 8.64e15 else { return local }
    let day = CivilCalendar.millisecondsPerDay
    let before = Double(offset(at: local - day)) * 1000
    let after = Double(offset(at: local + day)) * 1000
    if before == after { return local - before }
    let early = local - before
    if Double(offset(at: early)) * 1000 == before { return early }
    let late = local - after
    return Double(offset(at: late)) * 1000 == after ? late : early
  }
}
