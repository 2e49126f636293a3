package import Syntax

extension DataTransform {
  /// Adds where each row's part of its stack begins and ends.
  package struct Stack: Sendable {
    /// Where stacks begin.
    package enum Offset: String, CaseIterable, Sendable {
      /// Positive numbers up from zero, negative ones down.
      case zero
      /// Stacks centred on half of the greatest.
      case center
      /// Each stack from 0 to 1.
      case normalize
    }

    /// The field whose numbers are stacked; nil counts one for each row.
    package var field: FieldReference?
    /// The fields whose values make the groups; none for one group.
    package var groupby: [FieldReference]
    /// The order of rows; none for that of the table.
    package var sort: [SortKey]
    /// Default zero.
    package var offset: Offset
    /// The name of the start.
    package var start: String
    /// The name of the end.
    package var end: String

    package init(
      _ field: FieldReference?, groupby: [FieldReference], sort: [SortKey] = [],
      offset: Offset = .zero, start: String, end: String
    ) {
      self.field = field
      self.groupby = groupby
      self.sort = sort
      self.offset = offset
      self.start = start
      self.end = end
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(to table: Table) throws(DiagnosticFailure) -> Table {
      let column = try field?.column(of: table)
      let order = try RowOrder(sort, of: table)
      let stacks = try Grouping(table, by: groupby).rowLists()
      // What is absent takes no room. To Vega null does not either; after something undefined it would draw
      // no part of any stack, however much of them there is.
      let numbers = (0..<table.rowCount).map { row in
        column.map { $0.isNull(at: row) ? 0 : $0.number(at: row) } ?? 1
      }
      let sums = stacks.map { $0.reduce(0.0) { $0 + abs(numbers[$1]) } }
      let greatest = sums.reduce(0) { $1 > $0 ? $1 : $0 }
      var starts = [Double](repeating: 0, count: table.rowCount)
      var ends = starts
      for (rows, sum) in zip(stacks, sums) {
        var walk = Walk(offset: offset, sum: sum, greatest: greatest)
        // Of nothing there are no shares: such parts have no ends.
        let isNothing = offset == .normalize && sum == 0
        for row in order.sorted(rows) {
          (starts[row], ends[row]) = isNothing ? (.nan, .nan) : walk.next(numbers[row])
        }
      }
      return table.setting(start, .numbers(starts)).setting(end, .numbers(ends))
    }

    /// Goes up one stack.
    private struct Walk {
      let offset: Offset
      let sum: Double
      private var above: Double
      private var below = 0.0
      private var total = 0.0

      init(offset: Offset, sum: Double, greatest: Double) {
        self.offset = offset
        self.sum = sum
        above = offset == .center ? (greatest - sum) / 2 : 0
      }

      mutating func next(_ number: Double) -> (Double, Double) {
        let start = above
        switch offset {
        case .zero where number < 0:
          let start = below
          below += number
          return (start, below)
        case .zero: above += number
        case .center: above += abs(number)
        case .normalize:
          total += abs(number)
          above = 1 / sum * total
        }
        return (start, above)
      }
    }
  }
}
