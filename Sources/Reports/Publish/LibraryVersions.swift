import Documents
import PrintExport
import Typesetting

/// The libraries that manifests name: another version may give other bytes.
enum LibraryVersions {
  /// Sorted by name.
  static var all: [Manifest.Library] {
    let versions =
      DrawingLibraries.versions + ShapingLibraries.versions + [MarkdownLibrary.version]
    return versions.sorted { $0.name < $1.name }.map { .init(name: $0.name, version: $0.version) }
  }
}
