/// The facts that an evaluation has used, in order of first use.
struct FactTrace {
  private(set) var ids: [String] = []
  private var known: Set<String> = []

  mutating func record(_ id: String) {
    if known.insert(id).inserted { ids.append(id) }
  }

  /// Records the facts that `value` is or holds.
  mutating func record(within value: Value) {
    switch value {
    case .null, .undefined, .bool, .number, .string, .date: break
    case .array(let items): for item in items { record(within: item) }
    case .object(let object):
      if let fact = object.fact { record(fact) }
      for member in object.members { record(within: member.value) }
    }
  }
}

extension Value {
  /// Whether the value has no members of its own.
  var isScalar: Bool {
    switch self {
    case .null, .undefined, .bool, .number, .string, .date: true
    case .array, .object: false
    }
  }
}
