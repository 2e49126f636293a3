import Scene
import Syntax

/// The marks of one unit that do not stand where the eye looks for them: cut off at the edge of the plot, or
/// wholly outside it. Vega-Lite draws on without a word; on paper nobody can zoom out.
struct StrayMarks {
  enum Kind { case cut, outside }

  let kind: Kind
  /// Where the mark is specified.
  let span: SourceSpan
  /// How many there are, of how many that were drawn.
  var count: Int
  var total: Int
  /// What the first shows, in words.
  let first: String

  /// Counts those of another cell of the same facet.
  mutating func add(_ other: StrayMarks) {
    count += other.count
    total += other.total
  }

  func isAlike(_ other: StrayMarks) -> Bool { kind == other.kind && span == other.span }
}

extension StrayMarks {
  /// The strays among `marks`, which `builder` has made, in the coordinates of its view; `isClipped` where the
  /// plot cuts them.
  static func found(
    in marks: [SceneMark], of builder: MarkBuilder, isClipped: Bool, file: SourceFile
  ) -> StrayMarks? {
    let plot = Plot(builder: builder)
    var first: SceneItem?
    var count = 0
    var total = 0
    func visit(_ mark: SceneMark, _ dx: Double, _ dy: Double) {
      for item in mark.items {
        if mark.kind == .group {
          for inner in item.marks { visit(inner, dx + item.x, dy + item.y) }
          continue
        }
        total += 1
        let box = plot.box(of: item, mark.kind).translated(dx, dy)
        guard item.opacity > 0, !box.isEmpty,
          isClipped ? plot.isCut(box) : plot.isFarOutside(box)
        else { continue }
        count += 1
        first = first ?? item
      }
    }
    for mark in marks { visit(mark, 0, 0) }
    guard count > 0, let first else { return nil }
    // The parts of a composite mark are not written as such.
    let written = builder.mark.definition.range
    let range = written.isEmpty ? builder.instance.model.spec.range : written
    return StrayMarks(
      kind: isClipped ? .cut : .outside, span: file.span(range),
      count: count, total: total,
      first: first.description ?? "row \((first.row ?? 0) + 1) of what is drawn")
  }

  /// The rectangle that the scales of a view span.
  private struct Plot {
    let builder: MarkBuilder

    private var width: Double { builder.instance.width }
    private var height: Double { builder.instance.height }

    /// What of an item stands for values: its ends where the data say them, else its middle. How thick it is,
    /// or how its text is set about its place, is no matter of the scales.
    func box(of item: SceneItem, _ kind: SceneMark.Kind) -> Bounds {
      switch kind {
      case .rect, .image:
        let (x, y) = (item.x + item.width / 2, item.y + item.height / 2)
        let (isWide, isHigh) = (hasExtent(.x), hasExtent(.y))
        return Bounds(
          isWide ? item.x : x, isHigh ? item.y : y,
          isWide ? item.x + item.width : x, isHigh ? item.y + item.height : y)
      case .rule: return Bounds(item.x, item.y, item.x2 ?? item.x, item.y2 ?? item.y)
      case .line, .area, .trail: return ItemBounds.pathBounds(item.path)
      case .text, .symbol, .arc, .path, .group: return Bounds(item.x, item.y, item.x, item.y)
      }
    }

    /// Whether the length of a box along `channel` is a value: that of a bar, or between two fields.
    private func hasExtent(_ channel: Channel) -> Bool {
      if let second = channel.secondary, builder.unit[second] != nil { return true }
      guard builder.mark.type == .bar else { return false }
      return builder.mark.orient == (channel == .x ? "horizontal" : "vertical")
    }

    /// Whether some of `box` is beyond the edge. Half a pixel is rounding.
    func isCut(_ box: Bounds) -> Bool {
      !Bounds(0, 0, width, height).expanded(by: 0.5).encloses(box)
    }

    /// Whether all of `box` is beyond the edge: at all along a channel whose scale has placed it, and by more
    /// than the plot measures along one that was given a place in pixels, as notes beside the plot are.
    func isFarOutside(_ box: Bounds) -> Bool {
      func isBeyond(_ channel: Channel, _ low: Double, _ high: Double, _ length: Double) -> Bool {
        let slack =
          builder.instance.scale(channel) != nil && builder.unit[channel]?.isFieldOrDatum == true
          ? 0.5 : max(length, 100)
        return high < -slack || low > length + slack
      }
      return isBeyond(.x, box.x1, box.x2, width) || isBeyond(.y, box.y1, box.y2, height)
    }
  }
}
