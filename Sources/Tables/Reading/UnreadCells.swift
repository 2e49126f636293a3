/// The cells of a field that a reading could make nothing of, and what they say about those it did read.
package struct UnreadCells: Hashable, Sendable {
  /// How many cells cannot be read.
  package var count = 0
  /// How many cells hold anything.
  package var filled = 0
  /// The first of those that cannot be read, by row from 0 and text; nil where all can.
  package var first: Cell?
  /// The first cell that was read otherwise than the field's others show it to be meant.
  package var misread: Misreading?

  package struct Cell: Hashable, Sendable {
    package var row: Int
    package var text: String
  }

  /// A cell that could be read, and may have been read wrongly.
  package struct Misreading: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// The month was taken to stand first, and another cell has the day there.
      case dayFirst(witness: Cell)
      /// The month was taken to stand first, and no cell shows that it does.
      case dayOrMonth
      /// The point was taken for a decimal mark, and in another cell a comma is.
      case decimalComma(witness: Cell)
    }

    package var kind: Kind
    package var cell: Cell
  }
}

extension Column {
  /// What `parse` cannot read here. Each distinct string is looked at once.
  ///
  /// Null and empty text are nothing to read, nor is a number that is NaN already: nobody wrote that.
  package func unread(as parse: FieldParse, in zone: TimeZoneRules) -> UnreadCells {
    var witnesses = Witnesses()
    var result = UnreadCells()
    func take(_ verdict: Verdict, _ row: Int, _ text: @autoclosure () -> String) {
      switch verdict {
      case .nothing: return
      case .unread(let mark):
        result.count += 1
        if result.first == nil { result.first = .init(row: row, text: text()) }
        witnesses.take(mark, row, text)
      case .read(let mark): witnesses.take(mark, row, text)
      }
      result.filled += 1
    }
    switch self {
    case .strings(let column):
      let verdicts = column.dictionary.map { Verdict(.string($0), parse, zone) }
      for (row, code) in column.codes.enumerated() where code != StringColumn.nullCode {
        take(verdicts[Int(code)], row, column.dictionary[Int(code)])
      }
    case .values(let values):
      for (row, value) in values.enumerated() {
        take(Verdict(value, parse, zone), row, value.asText)
      }
    case .numbers, .dates, .booleans:
      // Only a format of times can make nothing of them.
      guard parse.hasFormat else { break }
      for row in 0..<count { take(Verdict(self[row], parse, zone), row, self[row].asText) }
    }
    result.misread = witnesses.misreading
    return result
  }
}

/// What became of a cell.
private enum Verdict {
  case nothing
  case read(Mark)
  case unread(Mark)

  /// How a cell is written, as far as others of its field may be written the same way.
  enum Mark {
    case none, dayFirst, monthFirst, dayOrMonth, decimalComma, pointBeforeThree

    init(date text: String) {
      // Nearly all dates are as ISO 8601 has them, and need no second look.
      let start = text.utf8.prefix(5)
      if start.count == 5, start.last == UInt8(ascii: "-"),
        start.dropLast().allSatisfy({ (0x30...0x39).contains($0) })
      {
        self = .none
        return
      }
      guard let date = WrittenDate(text) else {
        self = .none
        return
      }
      self =
        switch date.order {
        case .dayFirst: .dayFirst
        case .monthFirst: .monthFirst
        case .undecided: date.isSymmetric ? .none : .dayOrMonth
        case .yearFirst: .none
        }
    }
  }

  init(_ value: Value, _ parse: FieldParse, _ zone: TimeZoneRules) {
    let text: String
    switch value {
    case .null, .undefined, .string(""):
      self = .nothing
      return
    case .number(let number), .date(let number):
      if number.isNaN {
        self = .nothing
        return
      }
      text = value.asText
    case .string(let string): text = string
    case .bool, .array, .object: text = value.asText
    }
    switch parse {
    case .string: self = .read(.none)
    case .boolean:
      if case .string = value {
      } else {
        self = .read(.none)
        return
      }
      self = ["true", "false", "0", "1"].contains(text) ? .read(.none) : .unread(.none)
    case .number:
      if value.asNumber.isFinite {
        self = .read(Self.hasPointBeforeThree(text) ? .pointBeforeThree : .none)
      } else {
        self = .unread(WrittenNumber(text)?.hasDecimalComma == true ? .decimalComma : .none)
      }
    case .date(nil):
      let mark = Mark(date: text)
      self = parse.value(of: value, in: zone).asNumber.isNaN ? .unread(mark) : .read(mark)
    case .date, .utc:
      self = parse.value(of: value, in: zone) == .null ? .unread(.none) : .read(.none)
    }
  }

  /// Whether a point stands where other languages have one between thousands.
  private static func hasPointBeforeThree(_ text: String) -> Bool {
    let bytes = Array(text.utf8.drop { $0 == UInt8(ascii: "-") })
    guard (5...7).contains(bytes.count), bytes[bytes.count - 4] == UInt8(ascii: "."),
      bytes[0] != UInt8(ascii: "0")
    else { return false }
    return bytes.indices.allSatisfy {
      $0 == bytes.count - 4 || (0x30...0x39).contains(bytes[$0])
    }
  }
}

/// The first cells that are written in one way or another.
private struct Witnesses {
  private var first: [Verdict.Mark: UnreadCells.Cell] = [:]

  mutating func take(_ mark: Verdict.Mark, _ row: Int, _ text: () -> String) {
    if mark != .none, first[mark] == nil { first[mark] = .init(row: row, text: text()) }
  }

  var misreading: UnreadCells.Misreading? {
    if let cell = first[.dayOrMonth] {
      if let witness = first[.dayFirst] {
        return .init(kind: .dayFirst(witness: witness), cell: cell)
      }
      return first[.monthFirst] == nil ? .init(kind: .dayOrMonth, cell: cell) : nil
    }
    if let cell = first[.pointBeforeThree], let witness = first[.decimalComma] {
      return .init(kind: .decimalComma(witness: witness), cell: cell)
    }
    return nil
  }
}
