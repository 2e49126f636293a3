/// Rows of text under a header, set in columns for a terminal.
package struct TextTable: Hashable, Sendable {
  package var header: [String]
  package var rows: [[String]]

  package init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// The table with its columns aligned, two spaces between, no wider than `limit` cells (nil: as wide as
  /// need be) where that can be had by cutting the widest columns. The first column is kept whole: it
  /// names the row. Columns of numbers stand to the right.
  package func text(width limit: Int? = nil) -> String {
    let widths = widths(limit)
    let isRight = header.indices.map { column in
      let cells = rows.map { $0[column] }.filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy(Self.isNumber)
    }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (column, cell) in cells.enumerated() {
        let clipped = TerminalText.clipped(cell, to: widths[column])
        line += TerminalText.padded(clipped, to: widths[column], isRight: isRight[column])
        if column < cells.count - 1 { line += "  " }
      }
      let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) }
      return String(line[..<(end ?? line.startIndex)])
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return ([line(header), rule] + rows.map(line)).joined(separator: "\n")
  }

  private static func isNumber(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"): break
      default: return false
      }
    }
    return digits > 0
  }

  private func widths(_ limit: Int?) -> [Int] {
    var widths = header.map { TerminalText.width($0) }
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], TerminalText.width(TerminalText.visible(cell)))
      }
    }
    guard let limit else { return widths }
    let least = 8
    var excess = widths.reduce(0, +) + 2 * max(0, widths.count - 1) - limit
    let others = widths.indices.dropFirst()
    while excess > 0, let widest = others.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > least
    {
      // Down to the next widest at once, so that a very wide cell takes no more steps than columns.
      let next = others.filter { $0 != widest }.map { widths[$0] }.max() ?? least
      let cut = min(excess, max(1, widths[widest] - max(next, least)))
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }
}
