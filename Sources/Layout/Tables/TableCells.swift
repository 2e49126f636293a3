import Documents
import Syntax
import Typesetting

/// A cell's text on one line, as wide as it would like to be.
struct MeasuredCell {
  var lines: [TypesetLine]
  var width: Double
  /// Of a number in a column aligned by its decimal point: the width up to the point.
  var lead: Double

  /// What stands after the decimal point, with the point.
  var fraction: Double { width - lead }

  init(
    _ content: [Inline], role: StyleSheet.Role, alignment: TableBlock.Alignment, text: TextSetter
  ) throws(DiagnosticFailure) {
    lines = try text.lines(content, role: role, measure: 100_000, alignment: .start)
    width = lines.reduce(0) { max($0, $1.width) }
    lead = width
    guard alignment == .decimal, let end = DecimalPoint.offset(in: content.plainText) else {
      return
    }
    let head = try text.lines(
      content.prefix(characters: end), role: role, measure: 100_000, alignment: .start)
    lead = head.reduce(0) { max($0, $1.width) }
  }
}

/// Where numbers stand under each other.
enum DecimalPoint {
  /// How many characters of `text` stand before the decimal point of its first number, or, where that is a
  /// whole one, up to its end; nil where there is no number. Words before it ("over 5") are among them.
  static func offset(in text: String) -> Int? {
    let characters = Array(text)
    guard var index = characters.firstIndex(where: isDigit) else { return nil }
    while index < characters.count {
      let isSeparator = ",\u{2009}\u{202F}".contains(characters[index])
      let isFollowed = index + 1 < characters.count && isDigit(characters[index + 1])
      guard isDigit(characters[index]) || isSeparator && isFollowed else { break }
      index += 1
    }
    return index
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

extension [Inline] {
  /// The first `count` characters of what is printed.
  fileprivate func prefix(characters count: Int) -> [Inline] {
    var rest = count
    return prefix(characters: &rest)
  }

  private func prefix(characters rest: inout Int) -> [Inline] {
    var result: [Inline] = []
    for inline in self {
      guard rest > 0 else { break }
      switch inline {
      case .text(let text):
        result.append(.text(String(text.prefix(rest))))
        rest -= text.count
      case .code(let text):
        result.append(.code(String(text.prefix(rest))))
        rest -= text.count
      case .value(var value):
        let count = value.text.count
        value.text = String(value.text.prefix(rest))
        result.append(.value(value))
        rest -= count
      case .emphasis(let inner): result.append(.emphasis(inner.prefix(characters: &rest)))
      case .strong(let inner): result.append(.strong(inner.prefix(characters: &rest)))
      case .link(let uri, let inner):
        result.append(.link(uri: uri, inner.prefix(characters: &rest)))
      case .softBreak, .lineBreak:
        result.append(.text(" "))
        rest -= 1
      case .reference, .citation, .noteReference, .placeholder: result.append(inline)
      }
    }
    return result
  }
}

/// The cells of a table by row and column, measured once; nil where another reaches over.
struct TableCells {
  let rows: [[MeasuredCell?]]

  init(
    _ table: TableBlock, style: StyleSheet, text: TextSetter
  ) throws(DiagnosticFailure) {
    var rows: [[MeasuredCell?]] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      let role = style.tableRole(of: row.kind)
      var cells: [MeasuredCell?] = []
      for (cell, column) in zip(row.cells, table.columns) {
        cells.append(
          cell.isCovered
            ? nil
            : try MeasuredCell(
              cell.content, role: role,
              alignment: cell.columnSpan == 1 ? column.alignment : .start, text: text))
      }
      rows.append(cells)
    }
    self.rows = rows
  }
}

extension StyleSheet {
  /// How the cells of a row are set.
  func tableRole(of kind: TableBlock.Row.Kind) -> Role {
    switch kind {
    case .body: return roles.tableCell
    case .group: return roles.tableHead
    case .total:
      var role = roles.tableCell
      role.text.font.weight = roles.tableHead.text.font.weight
      return role
    }
  }
}
