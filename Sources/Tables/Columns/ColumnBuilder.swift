/// Gathers values and keeps them in the narrowest column kind that holds them all.
package struct ColumnBuilder: Sendable {
  private enum Kind { case undecided, numbers, dates, booleans, strings, values }

  private var kind = Kind.undecided
  private var numbers: [Double] = []
  private var booleans: [Bool] = []
  private var strings = StringColumn()
  private var values: [Value] = []
  private var flags: [Bool] = []
  private var hasNull = false

  package init() {}

  /// How many there are.
  package var count: Int { kind == .values ? values.count : flags.count }

  /// Adds a row.
  package mutating func append(_ value: Value) {
    switch (kind, value) {
    case (.values, _): values.append(value)
    case (_, .null): appendNull()
    case (.numbers, .number(let number)), (.dates, .date(let number)):
      numbers.append(number)
      flags.append(true)
    case (.booleans, .bool(let bool)):
      booleans.append(bool)
      flags.append(true)
    case (.strings, .string(let string)):
      strings.append(string)
      flags.append(true)
    case (.undecided, _):
      decide(by: value)
      append(value)
    case (.numbers, _), (.dates, _), (.booleans, _), (.strings, _):
      values = column.values
      kind = .values
      values.append(value)
    }
  }

  private mutating func appendNull() {
    hasNull = true
    flags.append(false)
    switch kind {
    case .undecided, .values: break
    case .numbers, .dates: numbers.append(0)
    case .booleans: booleans.append(false)
    case .strings: strings.append(nil)
    }
  }

  /// Takes the kind of the first value that is not null, and fills in the nulls before it.
  private mutating func decide(by value: Value) {
    let nulls = flags.count
    switch value {
    case .number, .null:
      kind = .numbers
      numbers = [Double](repeating: 0, count: nulls)
    case .date:
      kind = .dates
      numbers = [Double](repeating: 0, count: nulls)
    case .bool:
      kind = .booleans
      booleans = [Bool](repeating: false, count: nulls)
    case .string:
      kind = .strings
      for _ in 0..<nulls { strings.append(nil) }
    case .undefined, .array, .object:
      kind = .values
      values = [Value](repeating: .null, count: nulls)
    }
  }

  /// The column of what was appended.
  package var column: Column {
    let validity = Validity(hasNull ? flags : nil)
    switch kind {
    case .undecided: return .numbers([Double](repeating: 0, count: flags.count), validity)
    case .numbers: return .numbers(numbers, validity)
    case .dates: return .dates(numbers, validity)
    case .booleans: return .booleans(booleans, validity)
    case .strings: return .strings(strings)
    case .values: return .values(values)
    }
  }
}
