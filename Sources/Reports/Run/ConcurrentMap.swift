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
