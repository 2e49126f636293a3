import Tables
import Testing

@Suite struct TimSortTests {
  /// Numbers that differ by the remainder of three are equal: no order that can be sorted by. What comes out is
  /// what node 20 makes of the same list.
  @Test(arguments: [
    (1, 13448), (2, 456_859), (20, 18958), (63, 791_802), (64, 390_526), (200, 200_903),
    (1000, 93148), (5000, 589_950),
  ])
  func itemsThatCannotBeComparedComeOutAsInJavaScript(count: Int, digest: Int) {
    var numbers = Numbers(seed: count)
    let items = (0..<count).map { _ in numbers.next() }
    let sorted = TimSort.sorted(items) { $0 % 3 == $1 % 3 && $0 < $1 }
    #expect(sorted.reduce(0) { ($0 * 31 + $1) % 1_000_003 } == digest)
    #expect(sorted.sorted() == items.sorted())
  }

  /// Long runs that lie apart or within each other are merged by leaps.
  @Test func runsAreMergedAsInJavaScript() {
    var numbers = Numbers(seed: 7)
    let items = (0..<3000).map { place in
      let number = numbers.next()
      if place % 500 >= 450 { return number }
      return place / 500 % 2 == 1 ? place * 7 : place * 5 - 900
    }
    let sorted = TimSort.sorted(items) { $0 % 3 == $1 % 3 && $0 < $1 }
    #expect(sorted.reduce(0) { ($0 * 31 + $1 + 1000) % 1_000_003 } == 337_607)
  }

  @Test(arguments: [0, 1, 5, 64, 333, 4096])
  func anOrderThatIsOneIsKeptAndStable(count: Int) {
    var numbers = Numbers(seed: count)
    let items = (0..<count).map { (key: numbers.next() % 50, place: $0) }
    let sorted = TimSort.sorted(items) { $0.key < $1.key }
    #expect(
      sorted.map(\.place) == items.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.place))
  }

  private struct Numbers {
    var seed: Int

    mutating func next() -> Int {
      seed = (seed * 1103 + 12345) % 65536
      return seed
    }
  }
}
