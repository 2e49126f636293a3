import Layout
import Scene

/// What stands on the pages of a document, with its place and extent, running heads and rules left out.
struct PageReading {
  struct Run {
    var page: Int
    var text: String
    var box: Rect
    var baseline: Double
    var kind: Kind
  }

  /// The part of the page that a run belongs to.
  enum Kind { case text, note, other }

  private(set) var runs: [Run] = []
  /// The boxes of pictures by page.
  private(set) var pictures: [(page: Int, box: Rect)] = []

  init(_ document: PagedDocument) {
    for (index, page) in document.pages.enumerated().dropFirst() {
      read(page.frame.items, page: index, from: .zero, kind: .other)
    }
  }

  private mutating func read(_ items: [FrameItem], page: Int, from origin: Point, kind: Kind) {
    for item in items {
      switch item {
      case .text(let text):
        var x = origin.x + text.origin.x
        let y = origin.y + text.origin.y
        for run in text.lines.joined() {
          runs.append(
            Run(
              page: page, text: run.text,
              box: Rect(x: x, y: y - 0.7 * run.size, width: run.width, height: 0.9 * run.size),
              baseline: y, kind: kind))
          x += run.width
        }
      case .group(let group):
        let start = Point(x: origin.x + group.transform.tx, y: origin.y + group.transform.ty)
        var inner = kind
        switch group.tag {
        case .artifact: continue
        case .note: inner = .note
        case .paragraph, .listItem, .blockQuote, .heading: inner = .text
        case .figure:
          if let box = Self.box(of: group.items) {
            pictures.append((page, box.offset(x: start.x, y: start.y)))
          }
          continue
        default: break
        }
        read(group.items, page: page, from: start, kind: kind == .note ? .note : inner)
      case .shape, .image, .destination: break
      }
    }
  }

  private static func box(of items: [FrameItem]) -> Rect? {
    for case .shape(let shape) in items {
      if case .rect(let rect) = shape.geometry { return rect }
    }
    return nil
  }

  /// The characters of all runs of some kind but spaces, each with its run.
  func characters(of kinds: Set<Kind>) -> (text: [Character], runs: [Int]) {
    var text: [Character] = []
    var owners: [Int] = []
    for (index, run) in runs.enumerated() where kinds.contains(run.kind) {
      for character in run.text where !character.isWhitespace && character != "\u{AD}" {
        text.append(character)
        owners.append(index)
      }
    }
    return (text, owners)
  }
}
