/// Text as codes into a dictionary of the distinct strings, in order of first appearance.
package struct StringColumn: Sendable {
  /// The code of a null.
  package static let nullCode = UInt32.max

  package private(set) var codes: [UInt32]
  package private(set) var dictionary: [String]
  private var codeOf: [String: UInt32]

  package init() {
    codes = []
    dictionary = []
    codeOf = [:]
  }

  private init(codes: [UInt32], like other: StringColumn) {
    self.codes = codes
    dictionary = other.dictionary
    codeOf = other.codeOf
  }

  /// A column of `codes` into `dictionary`, whose strings are distinct. Codes beyond it are null.
  package init(codes: [UInt32], dictionary: [String]) {
    let count = UInt32(dictionary.count)
    self.codes = codes.map { $0 < count ? $0 : Self.nullCode }
    self.dictionary = dictionary
    codeOf = Dictionary(
      zip(dictionary, 0..<count), uniquingKeysWith: { first, _ in first })
  }

  /// The value in a row; null (or nil) where there is none.
  package subscript(_ row: Int) -> String? {
    let code = codes[row]
    return code == Self.nullCode ? nil : dictionary[Int(code)]
  }

  /// Adds a row.
  package mutating func append(_ string: String?) {
    guard let string else {
      codes.append(Self.nullCode)
      return
    }
    if let code = codeOf[string] {
      codes.append(code)
    } else {
      let code = UInt32(dictionary.count)
      codeOf[string] = code
      dictionary.append(string)
      codes.append(code)
    }
  }

  func taking(_ rows: [Int]) -> StringColumn {
    StringColumn(codes: rows.map { $0 < 0 ? Self.nullCode : codes[$0] }, like: self)
  }
}

extension StringColumn: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    guard left.codes.count == right.codes.count else { return false }
    if left.dictionary == right.dictionary { return left.codes == right.codes }
    return left.codes.indices.allSatisfy { left[$0] == right[$0] }
  }

  package func hash(into hasher: inout Hasher) {
    for row in codes.indices { hasher.combine(self[row]) }
  }
}
