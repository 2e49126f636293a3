import Synchronization

/// Runs `work` on each of `items`, at most `jobs` at once, and gives the results in the order of the items,
/// whatever the order in which they came.
///
/// - Parameter finished: told how many are done, each time one is.
func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, finished: (Int) -> Void = { _ in },
  _ work: @escaping @Sendable (Item) async -> Result
) async -> [Result] {
  var done = 0
  guard jobs > 1, items.count > 1 else {
    var results: [Result] = []
    for item in items {
      results.append(await work(item))
      done += 1
      finished(done)
    }
    return results
  }
  return await withTaskGroup(of: (Int, Result).self) { group in
    var waiting = items.enumerated().makeIterator()
    func startNext() {
      guard let (index, item) = waiting.next() else { return }
      group.addTask { (index, await work(item)) }
    }
    for _ in 0..<jobs { startNext() }
    var results = [Result?](repeating: nil, count: items.count)
    for await (index, result) in group {
      results[index] = result
      done += 1
      finished(done)
      startNext()
    }
    return results.compactMap(\.self)
  }
}

/// The same for work that takes a tool which only one task may use, such as a shaper: `jobs` tasks make one each
/// and take the items in turn. Results must not depend on what a tool did before.
func concurrentMap<Tool, Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, tool: @escaping @Sendable () -> Tool,
  _ work: @escaping @Sendable (Tool, Item) -> Result
) async -> [Result] {
  let turns = Turns()
  let workers = Array(0..<max(1, min(jobs, items.count)))
  let done = await concurrentMap(workers, jobs: jobs) { _ in
    let tool = tool()
    var done: [(place: Int, result: Result)] = []
    while let place = turns.next(of: items.count) {
      done.append((place, work(tool, items[place])))
    }
    return done
  }
  return done.joined().sorted { $0.place < $1.place }.map(\.result)
}

/// Whose turn it is among tasks that share out the items of a list.
private final class Turns: Sendable {
  private let taken = Atomic(0)

  /// The place of the next of `count` items, given to one task only; nil where all are taken.
  func next(of count: Int) -> Int? {
    let place = taken.add(1, ordering: .relaxed).oldValue
    return place < count ? place : nil
  }
}
