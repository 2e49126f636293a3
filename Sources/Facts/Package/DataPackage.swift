package import Syntax

/// A dataset's descriptor, `datapackage.json`: which tables it has and what they hold (Frictionless Data
/// Package, version 2).
package struct DataPackage: Sendable {
  package var name: String
  package var title: String
  package var description: String
  /// The version of the dataset; empty where none is given.
  package var version: String
  /// The names of the licences that the data are under, as given; titles where a licence has no name.
  package var licences: [String]
  package var resources: [Resource]
  package var file: SourceFile

  /// A table of the package.
  package struct Resource: Sendable {
    package var name: String
    package var title: String
    package var description: String
    /// Relative to the folder of the descriptor.
    package var path: String
    package var schema: TableSchema
    package var span: SourceSpan
  }

  /// The resource called `name`, or nil.
  package func resource(_ name: String) -> Resource? { resources.first { $0.name == name } }
}
