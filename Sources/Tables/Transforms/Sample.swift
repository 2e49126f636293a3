extension DataTransform {
  /// Keeps some rows at random, by reservoir sampling with the context's seed.
  package struct Sample: Sendable {
    /// How many rows are kept.
    package var size: Int

    package init(size: Int = 1000) { self.size = size }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(to table: Table, in context: TransformContext) -> Table {
      guard table.rowCount > size else { return table }
      var random = RandomNumbers(seed: context.seed)
      var kept = Array(0..<size)
      for row in size..<table.rowCount {
        let place = Int(Double(row + 1) * random.next())
        if place < size { kept[place] = row }
      }
      return table.taking(kept)
    }
  }
}
