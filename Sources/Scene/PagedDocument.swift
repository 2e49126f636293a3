/// A sheet of a document, in points.
package struct Page: Hashable, Sendable {
  package var frame: Frame
  /// The folio as printed and as viewers show it, such as `ii` or `4`.
  package var label: String

  package init(frame: Frame, label: String) {
    self.frame = frame
    self.label = label
  }
}

/// Finished pages with what a viewer shows around them.
package struct PagedDocument: Hashable, Sendable {
  /// What the file says of itself.
  package struct Properties: Hashable, Sendable {
    package var title: String
    package var author: String
    package var subject: String
    package var keywords: [String]
    /// BCP 47, such as `en-GB`.
    package var language: String
    /// `YYYY-MM-DD`: the report's as-of date, never the clock.
    package var date: String

    package init(
      title: String, author: String = "", subject: String = "", keywords: [String] = [],
      language: String = "en", date: String
    ) {
      self.title = title
      self.author = author
      self.subject = subject
      self.keywords = keywords
      self.language = language
      self.date = date
    }
  }

  /// A bookmark. Levels count from 1 and grow by at most one from an entry to the next.
  package struct OutlineEntry: Hashable, Sendable {
    package var title: String
    package var level: Int
    package var destination: String

    package init(title: String, level: Int, destination: String) {
      self.title = title
      self.level = level
      self.destination = destination
    }
  }

  package var properties: Properties
  package var outline: [OutlineEntry]
  package var pages: [Page]

  package init(properties: Properties, outline: [OutlineEntry] = [], pages: [Page]) {
    self.properties = properties
    self.outline = outline
    self.pages = pages
  }
}
