/// Tim Peters' merge sort, step by step as the engines of JavaScript run it.
///
/// Any stable sort gives the same for an order in which everything can be compared. Vega's comparator takes a
/// number and a text for equal, which is no such order: where a list mixes them, the algorithm alone says how
/// they come out.
package struct TimSort<Element> {
  private var items: [Element]
  private let isBefore: (Element, Element) -> Bool
  /// The runs that are sorted and wait to be merged, each beginning where the one before ends.
  private var runs: [Range<Int>] = []
  /// How many items in a row must come from one side before a merge looks for more of them by leaps.
  private var leastWins = TimSort.leapsPayFrom

  private static var leapsPayFrom: Int { 7 }

  private init(_ items: [Element], by isBefore: @escaping (Element, Element) -> Bool) {
    self.items = items
    self.isBefore = isBefore
  }

  /// `items` in the order of `isBefore`; those that are equal by it keep theirs.
  package static func sorted(
    _ items: [Element], by isBefore: @escaping (Element, Element) -> Bool
  ) -> [Element] {
    var sort = TimSort(items, by: isBefore)
    sort.run()
    return sort.items
  }

  private mutating func run() {
    let leastLength = Self.leastRunLength(items.count)
    var start = 0
    while start < items.count {
      var end = naturalRun(from: start)
      if end - start < leastLength {
        let sorted = end
        end = min(start + leastLength, items.count)
        insert(sorted..<end, intoRunFrom: start)
      }
      runs.append(start..<end)
      while let place = unbalanced { merge(at: place) }
      start = end
    }
    while runs.count > 1 {
      let last = runs.count - 2
      merge(at: last > 0 && runs[last - 1].count < runs[last + 1].count ? last - 1 : last)
    }
  }

  // MARK: Runs

  /// A length between 32 and 64 by which `count` divides into a power of two of runs, or a little less.
  private static func leastRunLength(_ count: Int) -> Int {
    var (rest, lost) = (count, 0)
    while rest >= 64 {
      lost |= rest & 1
      rest >>= 1
    }
    return rest + lost
  }

  /// The end of the run that begins at `start`; one that falls is turned over.
  private mutating func naturalRun(from start: Int) -> Int {
    var end = start + 1
    guard end < items.count else { return end }
    let falls = isBefore(items[end], items[start])
    repeat {
      end += 1
    } while end < items.count
      && isBefore(items[end], items[end - 1]) == falls
    if falls { items[start..<end].reverse() }
    return end
  }

  private mutating func insert(_ rest: Range<Int>, intoRunFrom start: Int) {
    for place in rest {
      let item = items[place]
      var (low, high) = (start, place)
      while low < high {
        let middle = low + (high - low) / 2
        if isBefore(item, items[middle]) { high = middle } else { low = middle + 1 }
      }
      items.remove(at: place)
      items.insert(item, at: low)
    }
  }

  /// The first of two runs that must be merged to keep the lengths of waiting runs apart.
  private var unbalanced: Int? {
    guard runs.count > 1 else { return nil }
    let last = runs.count - 2
    func length(_ run: Int) -> Int { runs[run].count }
    if (last > 0 && length(last - 1) <= length(last) + length(last + 1))
      || (last > 1 && length(last - 2) <= length(last) + length(last - 1))
    {
      return length(last - 1) < length(last + 1) ? last - 1 : last
    }
    return length(last) <= length(last + 1) ? last : nil
  }

  // MARK: Merging

  private mutating func merge(at place: Int) {
    var (left, right) = (runs[place], runs[place + 1])
    runs.replaceSubrange(place...place + 1, with: [left.lowerBound..<right.upperBound])
    let first = items[right.lowerBound]
    left = Self.leap(left, from: left.lowerBound) { !isBefore(first, items[$0]) }..<left.upperBound
    guard let end = left.last else { return }
    let last = items[end]
    right =
      right.lowerBound..<Self.leap(right, from: right.upperBound - 1) { isBefore(items[$0], last) }
    guard !right.isEmpty else { return }
    if left.count <= right.count { mergeUp(left, right) } else { mergeDown(left, right) }
  }

  /// The first place of `range` that does not precede what is looked for: by leaps of growing length away
  /// from `hint`, then by halves.
  private static func leap(
    _ range: Range<Int>, from hint: Int, _ precedes: (Int) -> Bool
  ) -> Int {
    let goesUp = precedes(hint)
    let most = goesUp ? range.upperBound - hint : hint - range.lowerBound + 1
    var (last, next) = (0, 1)
    while next < most, precedes(goesUp ? hint + next : hint - next) == goesUp {
      (last, next) = (next, 2 * next + 1)
    }
    next = min(next, most)
    var (low, high) =
      goesUp ? (hint + last + 1, hint + next) : (hint - next + 1, hint - last)
    while low < high {
      let middle = low + (high - low) / 2
      if precedes(middle) { low = middle + 1 } else { high = middle }
    }
    return high
  }

  /// Merges from the front, with the items of `left` put aside.
  private mutating func mergeUp(_ left: Range<Int>, _ right: Range<Int>) {
    let held = Array(items[left])
    var (fromHeld, fromRight, next) = (0, right.lowerBound, left.lowerBound)
    func takeHeld(_ count: Int) {
      for _ in 0..<count {
        items[next] = held[fromHeld]
        (next, fromHeld) = (next + 1, fromHeld + 1)
      }
    }
    func takeRight(_ count: Int) {
      for _ in 0..<count {
        items[next] = items[fromRight]
        (next, fromRight) = (next + 1, fromRight + 1)
      }
    }
    var isDone: Bool { fromRight == right.upperBound || held.count - fromHeld <= 1 }
    takeRight(1)
    merging: while !isDone {
      var (heldWins, rightWins) = (0, 0)
      repeat {
        if isBefore(items[fromRight], held[fromHeld]) {
          takeRight(1)
          (heldWins, rightWins) = (0, rightWins + 1)
        } else {
          takeHeld(1)
          (heldWins, rightWins) = (heldWins + 1, 0)
        }
        if isDone { break merging }
      } while max(heldWins, rightWins) < leastWins
      leastWins += 1
      repeat {
        leastWins = max(1, leastWins - 1)
        let first = items[fromRight]
        heldWins =
          Self.leap(fromHeld..<held.count, from: fromHeld) { !isBefore(first, held[$0]) } - fromHeld
        takeHeld(heldWins)
        if isDone { break merging }
        takeRight(1)
        if isDone { break merging }
        rightWins =
          Self.leap(fromRight..<right.upperBound, from: fromRight) {
            isBefore(items[$0], held[fromHeld])
          } - fromRight
        takeRight(rightWins)
        if isDone { break merging }
        takeHeld(1)
        if isDone { break merging }
      } while max(heldWins, rightWins) >= Self.leapsPayFrom
      leastWins += 1
    }
    takeRight(right.upperBound - fromRight)
    takeHeld(held.count - fromHeld)
  }

  /// Merges from the back, with the items of `right` put aside.
  private mutating func mergeDown(_ left: Range<Int>, _ right: Range<Int>) {
    let held = Array(items[right])
    // Each is one past the place that is taken or filled next.
    var (leftEnd, heldEnd, next) = (left.upperBound, held.count, right.upperBound)
    func takeLeft(_ count: Int) {
      for _ in 0..<count {
        (next, leftEnd) = (next - 1, leftEnd - 1)
        items[next] = items[leftEnd]
      }
    }
    func takeHeld(_ count: Int) {
      for _ in 0..<count {
        (next, heldEnd) = (next - 1, heldEnd - 1)
        items[next] = held[heldEnd]
      }
    }
    var isDone: Bool { leftEnd == left.lowerBound || heldEnd <= 1 }
    takeLeft(1)
    merging: while !isDone {
      var (leftWins, heldWins) = (0, 0)
      repeat {
        if isBefore(held[heldEnd - 1], items[leftEnd - 1]) {
          takeLeft(1)
          (leftWins, heldWins) = (leftWins + 1, 0)
        } else {
          takeHeld(1)
          (leftWins, heldWins) = (0, heldWins + 1)
        }
        if isDone { break merging }
      } while max(leftWins, heldWins) < leastWins
      leastWins += 1
      repeat {
        leastWins = max(1, leastWins - 1)
        let last = held[heldEnd - 1]
        leftWins =
          leftEnd
          - Self.leap(left.lowerBound..<leftEnd, from: leftEnd - 1) { !isBefore(last, items[$0]) }
        takeLeft(leftWins)
        if isDone { break merging }
        takeHeld(1)
        if isDone { break merging }
        let end = items[leftEnd - 1]
        heldWins =
          heldEnd - Self.leap(0..<heldEnd, from: heldEnd - 1) { isBefore(held[$0], end) }
        takeHeld(heldWins)
        if isDone { break merging }
        takeLeft(1)
        if isDone { break merging }
      } while max(leftWins, heldWins) >= Self.leapsPayFrom
      leastWins += 1
    }
    takeLeft(leftEnd - left.lowerBound)
    takeHeld(heldEnd)
  }
}
