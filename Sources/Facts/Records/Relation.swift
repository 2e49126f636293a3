/// A typed link between two rows, read as subject, type, object.
package struct Relation: Record, Hashable {
  package var id: String
  package var row: Int
  package var subjectTable: String
  package var subject: String
  /// Such as `hosted_by`.
  package var type: String
  package var objectTable: String
  package var object: String
  package var evidence: Evidence

  package struct Columns {
    let id: Int, subjectTable: Int, subject: Int, type: Int, objectTable: Int, object: Int
    let evidence: Evidence.Columns
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), subjectTable: header.required("subject_table"),
      subject: header.required("subject"), type: header.required("type"),
      objectTable: header.required("object_table"), object: header.required("object"),
      evidence: Evidence.Columns(&header))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id),
      let subjectTable = reader.required(columns.subjectTable),
      let subject = reader.required(columns.subject), let type = reader.required(columns.type),
      let objectTable = reader.required(columns.objectTable),
      let object = reader.required(columns.object),
      let evidence = Evidence(&reader, columns.evidence)
    else { return nil }
    self.id = id
    row = reader.row
    self.subjectTable = subjectTable
    self.subject = subject
    self.type = type
    self.objectTable = objectTable
    self.object = object
    self.evidence = evidence
  }
}
