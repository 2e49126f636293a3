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
      look(over: page.frame, for: .document, label: page.label, place: "page `\(page.label)`")
    }
  }

  /// Looks over a frame that becomes a picture.
  init(picture frame: Frame) {
    look(over: frame, for: .picture, label: "", place: "the picture")
  }

  /// Looks over a frame that Cairo makes a file of its own of.
  init(drawing frame: Frame) {
    look(over: frame, for: .document, label: "", place: "the drawing")
    if frame.size.isBeyondCairo { bag.add(PrintDiagnostics.beyondCairo(frame.size, "the drawing")) }
  }

  private mutating func look(
    over frame: Frame, for medium: ImageMedium, label: String, place: String
  ) {
    isFinite = frame.size.isFinite
    collect(frame.items, Site(medium: medium, label: label, place: place))
    if !isFinite { bag.add(PrintDiagnostics.notFinite(place)) }
  }

  /// Where the items at hand stand.
  private struct Site {
    var medium: ImageMedium
    var label: String
    /// In words.
    var place: String
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

  private mutating func collect(_ items: [FrameItem], _ site: Site) {
    for item in items {
      if !item.isFinite { isFinite = false }
      switch item {
      case .shape: break
      case .text(let text): collect(text, site)
      case .image(let item):
        if let problem = item.problem(for: site.medium, on: site.place) { bag.add(problem) }
        if let image = item.source.image, knownImages.insert(image).inserted {
          images.append((image, item.name))
        }
      case .group(let group):
        switch group.link {
        case nil, .uri: break
        case .destination(let name): links.append((name, site.label))
        }
        collect(group.items, site)
      case .destination(let destination): destinations.append((destination.name, site.label))
      }
    }
  }

  private mutating func collect(_ text: TextItem, _ site: Site) {
    for line in text.lines {
      for run in line {
        if run.clustersAreWhole {
          glyphs.add(run)
        } else {
          bag.add(PrintDiagnostics.loose(run.text, on: site.place))
        }
      }
    }
  }
}
