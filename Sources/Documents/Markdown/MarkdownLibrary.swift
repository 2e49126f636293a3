import CCMark

/// The library that reads Markdown.
package enum MarkdownLibrary {
  /// Name and version, as it runs.
  package static var version: (name: String, version: String) {
    ("cmark-gfm", String(cString: cmark_version_string()))
  }
}
