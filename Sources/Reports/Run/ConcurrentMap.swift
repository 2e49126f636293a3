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
  return await withTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<max(1, min(jobs, items.count)) {
      group.addTask {
        let tool = tool()
        var done: [(Int, Result)] = []
        while true {
          let index = turns.next()
          guard index < items.count else { return done }
          done.append((index, work(tool, items[index])))
        }
      }
    }
    var results = [Result?](repeating: nil, count: items.count)
    for await done in group {
      for (index, result) in done { results[index] = result }
    }
    return results.compactMap(\.self)
  }
}

/// Whose turn it is among tasks that share out the items of a list.
private final class Turns: Sendable {
  private let taken = Atomic(0)

  /// The place of the next item, given to one task only.
  func next() -> Int { taken.add(1, ordering: .relaxed).oldValue }
}
