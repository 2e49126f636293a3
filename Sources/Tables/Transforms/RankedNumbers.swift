/// Numbers that come and go, of which each can be had by its place in their order: a Fenwick tree over the
/// ranks of all that may come.
struct RankedNumbers {
  /// How many are there now.
  private(set) var count = 0
  private let sorted: [Double]
  /// The rank of each number, from 1; 0 of those that are NaN.
  private let ranks: [Int]
  private var tree: [Int]

  init(_ numbers: [Double]) {
    let order = numbers.indices.filter { !numbers[$0].isNaN }.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Int](repeating: 0, count: numbers.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank + 1 }
    self.ranks = ranks
    sorted = order.map { numbers[$0] }
    tree = [Int](repeating: 0, count: sorted.count + 1)
  }

  /// Takes in the number at `index`; NaN is left out.
  mutating func insert(_ index: Int) { change(ranks[index], by: 1) }

  /// Takes out the number at `index`.
  mutating func remove(_ index: Int) { change(ranks[index], by: -1) }

  private mutating func change(_ rank: Int, by amount: Int) {
    guard rank > 0 else { return }
    count += amount
    var node = rank
    while node < tree.count {
      tree[node] += amount
      node += node & -node
    }
  }

  /// The number at `place` in the order of those that are there.
  subscript(_ place: Int) -> Double {
    var left = place + 1
    var node = 0
    var step = 1
    while step * 2 < tree.count { step *= 2 }
    while step > 0 {
      if node + step < tree.count, tree[node + step] < left {
        node += step
        left -= tree[node]
      }
      step /= 2
    }
    return sorted[node]
  }
}
