/// The references that the columns of the dataset's own tables have by their names, whether or not a package declares
/// them: a figure has its source and its indicator in every workspace.
enum ImpliedKeys {
  /// The keys of `resource` that it does not declare itself and whose tables `declared` has.
  static func keys(of resource: DataPackage.Resource, declared: [String]) -> [ForeignKey] {
    guard let table = TableName(rawValue: resource.name) else { return [] }
    let own = Set(resource.schema.foreignKeys.flatMap(\.fields))
    return resource.schema.fields.compactMap { field in
      guard !own.contains(field.name), let target = target(of: field.name, in: table),
        declared.contains(target.rawValue)
      else { return nil }
      return ForeignKey(
        fields: [field.name], resource: target.rawValue, targets: ["id"], span: field.span)
    }
  }

  /// The table that holds what `column` names. Columns that may name rows of several are `ReferenceRule`'s.
  private static func target(of column: String, in table: TableName) -> TableName? {
    switch (table, column) {
    case (.translations, _), (.derived, _): nil
    case (_, "source_id"), (.editions, "theme_source_id"): .sources
    case (.observations, "indicator"), (.targets, "indicator"), (.reconciliations, "indicator"),
      (.indicators, "change_of"):
      .indicators
    case (.observations, "level"), (.reconciliations, "chosen"), (.reconciliations, "other"):
      .observations
    case (.targets, "threshold_of"): .targets
    case (.events, "edition"): .editions
    case (.people, "organisation"): .organisations
    default: nil
    }
  }
}
