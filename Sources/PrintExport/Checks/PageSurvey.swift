package import Scene
import Syntax

/// What pages that follow one another have that a document must know before any is drawn: the glyphs that
/// fonts must have, images, links and places; and what would be drawn wrongly without a word, such as
/// coordinates that are not numbers.
package struct PageSurvey: Sendable {
  var bag = DiagnosticBag()
  private(set) var glyphs = GlyphUse()
  /// Each once, in the order of the pages, with the name that its first place has for it.
  private(set) var images: [(image: RasterImage, name: String)] = []
  private var knownImages: Set<RasterImage> = []
  /// In the order of the pages, with the labels of these.
  private(set) var destinations: [(name: String, page: String)] = []
  private(set) var links: [(name: String, page: String)] = []
  /// Whether all coordinates and measures of the page at hand are numbers.
  private var isFinite = true

  package init(_ pages: ArraySlice<Page>) {
    for page in pages {
      isFinite = page.frame.size.isFinite
      collect(page.frame.items, page: page.label)
      if !isFinite { bag.add(PrintDiagnostics.notFinite("page `\(page.label)`")) }
    }
  }

  /// Adds what was found on the pages that follow.
  mutating func add(_ later: PageSurvey) {
    bag.add(contentsOf: later.bag)
    glyphs.add(later.glyphs)
    for (image, name) in later.images where knownImages.insert(image).inserted {
      images.append((image, name))
    }
    destinations += later.destinations
    links += later.links
  }

  private mutating func collect(_ items: [FrameItem], page: String) {
    for item in items {
      if !item.isFinite { isFinite = false }
      switch item {
      case .shape: break
      case .text(let text): collect(text, page: page)
      case .image(let item):
        if let problem = item.problem(for: .document, on: "page `\(page)`") { bag.add(problem) }
        if let image = item.source.image, knownImages.insert(image).inserted {
          images.append((image, item.name))
        }
      case .group(let group):
        switch group.link {
        case nil, .uri: break
        case .destination(let name): links.append((name, page))
        }
        collect(group.items, page: page)
      case .destination(let destination): destinations.append((destination.name, page))
      }
    }
  }

  private mutating func collect(_ text: TextItem, page: String) {
    for line in text.lines {
      for run in line {
        if run.clustersAreWhole {
          glyphs.add(run)
        } else {
          bag.add(PrintDiagnostics.loose(run.text, on: "page `\(page)`"))
        }
      }
    }
  }
}
