/// Finds rows by id, whatever their table.
package struct DatasetIndex: Sendable {
  /// A row under the name that a reader knows it by.
  package struct Entry: Hashable, Sendable {
    package var table: TableName
    /// The place in the dataset's array of records of that table.
    package var index: Int
    package var name: String
  }

  private var entries: [String: Entry] = [:]
  /// All ids, in the order of the tables and their rows.
  package private(set) var ids: [String] = []

  package init(_ dataset: Dataset) {
    add(dataset.sources, .sources) { $0.displayTitle }
    add(dataset.indicators, .indicators) { $0.name }
    let indicators = entries
    add(dataset.observations, .observations) { indicators[$0.indicator]?.name ?? $0.indicator }
    add(dataset.targets, .targets) { indicators[$0.indicator]?.name ?? $0.indicator }
    add(dataset.policies, .policies) { $0.name }
    add(dataset.editions, .editions) { $0.label }
    add(dataset.events, .events) { $0.name }
    add(dataset.organisations, .organisations) { $0.name }
    add(dataset.people, .people) { $0.name }
    add(dataset.places, .places) { $0.name }
    add(dataset.relations, .relations) { $0.id }
    add(dataset.reconciliations, .reconciliations) { $0.id }
  }

  private mutating func add<R: Record>(_ records: [R], _ table: TableName, name: (R) -> String) {
    for (index, record) in records.enumerated() where entries[record.id] == nil {
      entries[record.id] = Entry(table: table, index: index, name: name(record))
      ids.append(record.id)
    }
  }

  /// The row called `id`, or nil.
  package func entry(_ id: String) -> Entry? { entries[id] }

  /// The name of the row called `id`, or the id itself where there is none.
  package func name(_ id: String) -> String { entries[id]?.name ?? id }
}
