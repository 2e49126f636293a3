import Syntax

extension DataPackage {
  /// The package that the descriptor `file` describes, or nil with diagnostics where it describes none.
  ///
  /// Members that only other tools read are let be, as the standard asks; a constraint or a type that is
  /// not enforced here is reported, so that nobody relies on it.
  static func read(_ file: SourceFile, into bag: inout DiagnosticBag) -> DataPackage? {
    guard let node = JSONParser.parse(file, into: &bag) else { return nil }
    var problems = DiagnosticBag()
    guard var reader = ObjectReader(node, in: file, into: &problems) else {
      bag.add(contentsOf: problems)
      return nil
    }
    let name = reader.optionalString("name") ?? ""
    let title = reader.optionalString("title") ?? name
    let description = reader.optionalString("description") ?? ""
    let version = reader.optionalString("version") ?? ""
    var licences: [String] = []
    for var licence in reader.optionalObjects("licenses") ?? [] {
      if let name = licence.optionalString("name") ?? licence.optionalString("title") {
        licences.append(name)
      }
      licence.allowAll()
      licence.finish(into: &problems)
    }
    var resources: [Resource] = []
    for var resource in reader.objects("resources") ?? [] {
      if let read = Resource.read(&resource, into: &problems) {
        if let first = resources.first(where: { $0.name == read.name }) {
          problems.add(
            FactsDiagnostics.duplicateResource(read.name, at: read.span, first: first.span))
        }
        resources.append(read)
      }
      resource.allowAll()
      resource.finish(into: &problems)
    }
    reader.allowAll()
    reader.finish(into: &problems)
    bag.add(contentsOf: problems)
    return DataPackage(
      name: name, title: title, description: description, version: version, licences: licences,
      resources: resources, file: file)
  }
}

extension DataPackage.Resource {
  fileprivate static func read(
    _ reader: inout ObjectReader, into bag: inout DiagnosticBag
  ) -> Self? {
    guard let name = reader.string("name"), let path = reader.string("path") else { return nil }
    if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
      bag.add(FactsDiagnostics.resourcePath(path, at: reader.span(of: "path")))
      return nil
    }
    let title = reader.optionalString("title") ?? name
    let description = reader.optionalString("description") ?? ""
    guard var schemaReader = reader.object("schema") else { return nil }
    let schema = TableSchema.read(&schemaReader, into: &bag)
    schemaReader.finish(into: &bag)
    return Self(
      name: name, title: title, description: description, path: path, schema: schema,
      span: reader.span(of: "name"))
  }
}

extension TableSchema {
  fileprivate static func read(
    _ reader: inout ObjectReader, into bag: inout DiagnosticBag
  ) -> TableSchema {
    var fields: [Field] = []
    for var field in reader.objects("fields") ?? [] {
      if let read = Field.read(&field, into: &bag) { fields.append(read) }
      field.allow(
        "title", "description", "example", "format", "rdfType", "categories", "categoriesOrdered")
      field.finish(into: &bag)
    }
    reader.allow("$schema", "name", "title", "description", "fieldsMatch")
    let primaryKey = names(&reader, "primaryKey")
    var uniqueKeys: [[String]] = []
    for node in reader.optionalArray("uniqueKeys") ?? [] {
      uniqueKeys.append((node.array ?? []).compactMap(\.string))
    }
    var foreignKeys: [ForeignKey] = []
    for var key in reader.optionalObjects("foreignKeys") ?? [] {
      let from = names(&key, "fields")
      if var reference = key.object("reference") {
        let resource = reference.optionalString("resource") ?? ""
        let to = names(&reference, "fields")
        reference.finish(into: &bag)
        if from.count == to.count, !from.isEmpty {
          foreignKeys.append(
            ForeignKey(fields: from, resource: resource, targets: to, span: key.span))
        } else {
          bag.add(FactsDiagnostics.foreignKeyFields(at: key.span))
        }
      }
      key.finish(into: &bag)
    }
    let schema = TableSchema(
      fields: fields, primaryKey: primaryKey, uniqueKeys: uniqueKeys, foreignKeys: foreignKeys)
    for name in primaryKey + uniqueKeys.joined() + foreignKeys.flatMap(\.fields)
    where schema.field(name) == nil {
      bag.add(
        FactsDiagnostics.unknownField(name, known: fields.map(\.name), at: reader.span))
    }
    return schema
  }

  /// A name or an array of names, as both are allowed for keys.
  private static func names(_ reader: inout ObjectReader, _ member: String) -> [String] {
    guard let node = reader.optionalNode(member) else { return [] }
    if let single = node.string { return [single] }
    return reader.strings(member) ?? []
  }
}

extension Field {
  fileprivate static func read(
    _ reader: inout ObjectReader, into bag: inout DiagnosticBag
  ) -> Field? {
    guard let name = reader.string("name") else { return nil }
    let type = reader.optionalChoice("type", as: FieldType.self) ?? .string
    let description = reader.optionalString("description") ?? ""
    var constraints = Constraints()
    if var rules = reader.optionalObject("constraints") {
      constraints.isRequired = rules.optionalBool("required") ?? false
      constraints.isUnique = rules.optionalBool("unique") ?? false
      constraints.minimum = rules.optionalNumber("minimum")
      constraints.maximum = rules.optionalNumber("maximum")
      constraints.minimumLength = rules.optionalInteger("minLength")
      constraints.maximumLength = rules.optionalInteger("maxLength")
      constraints.choices = rules.optionalStrings("enum")
      if let text = rules.optionalString("pattern") {
        do throws(Pattern.Fault) {
          constraints.pattern = try Pattern(text)
        } catch {
          bag.add(FactsDiagnostics.pattern(text, error, at: rules.span(of: "pattern")))
        }
      }
      rules.finish(into: &bag)
    }
    return Field(
      name: name, type: type, description: description, constraints: constraints,
      span: reader.span(of: "name"))
  }
}

extension ObjectReader {
  /// Lets be the members that were not asked for.
  fileprivate mutating func allowAll() {
    for name in names { allow(name) }
  }
}
