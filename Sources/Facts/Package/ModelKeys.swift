extension TableName {
  /// The columns whose cells name a row of another table, or of the same, whatever the package declares: a
  /// figure of an unknown indicator or source would else be left out in silence.
  var keys: [(field: String, table: TableName)] {
    let source = (field: "source_id", table: TableName.sources)
    return switch self {
    case .sources, .derived, .translations: []
    case .indicators: [("change_of", .indicators)]
    case .observations: [source, ("indicator", .indicators), ("level", .observations)]
    case .targets:
      [
        source, ("indicator", .indicators), ("policy_id", .policies), ("threshold_of", .targets),
      ]
    case .policies, .organisations, .places, .relations: [source]
    case .editions: [source, ("theme_source_id", .sources)]
    case .events: [source, ("edition", .editions)]
    case .people: [source, ("organisation", .organisations)]
    case .reconciliations:
      [("indicator", .indicators), ("chosen", .observations), ("other", .observations)]
    }
  }
}

extension DataPackage.Resource {
  /// The foreign keys that its table is held to: the declared ones, and those that the tool itself goes by
  /// where `package` has the table referred to.
  func keys(in package: DataPackage) -> [ForeignKey] {
    let declared = schema.foreignKeys
    let known = (TableName(rawValue: name)?.keys ?? []).filter { key in
      schema.field(key.field) != nil && package.resource(key.table.rawValue) != nil
        && !declared.contains { $0.fields == [key.field] }
    }
    return declared
      + known.map {
        ForeignKey(fields: [$0.field], resource: $0.table.rawValue, targets: ["id"], span: span)
      }
  }
}
