import Syntax

/// The boxes, glue and penalties of a paragraph, each with the cluster at which it stands.
struct ParagraphItems {
  private(set) var items: [BreakItem] = []
  /// For each item, the index of the paragraph's cluster at which it begins.
  private(set) var clusters: [Int] = []
  /// The sums of the items.
  private(set) var sums = ItemSums([])
  /// The box that is being gathered: its clusters and their width.
  private var pending: (clusters: Range<Int>, width: Double)?

  /// A hyphen at the end of a line (TeX's \hyphenpenalty and \exhyphenpenalty).
  static let hyphenCost = 50.0
  /// How far two Han characters may part, in ems.
  private static let solidStretch = 0.05
  /// To end a line with a word that belongs to the next: little in justified text, whose spaces pay for it.
  private static let looseCost = (justified: 20.0, ragged: 50.0)

  init() {}

  /// - Parameter hyphens: The width of the hyphen of each span, for those with words to divide.
  init(of paragraph: ShapedParagraph, hyphens: [Int: Double]) {
    let clusters = paragraph.clusters
    let isJustified = paragraph.alignment == .justified
    var index = 0
    while index < clusters.count {
      let cluster = clusters[index]
      switch paragraph.breaks.roles[cluster.scalar] {
      case .lineEnd:
        finishLine(at: index, of: paragraph)
        index += 1
        continue
      case .space, .fixedSpace:
        flush(of: paragraph)
        let end = Self.endOfSpaces(from: index, in: paragraph)
        guard end < clusters.count, paragraph.breaks.roles[clusters[end].scalar] != .lineEnd else {
          // Spaces that end a line take no part in it, but a line of nothing else begins with them.
          if !endsWithBox { add(.box(width: 0), at: index) }
          index = end
          continue
        }
        if paragraph.breaks.before[clusters[end].scalar] == .forbidden {
          // A no-break space after a break stays where it is, like a letter.
          if !endsWithBox { add(.box(width: 0), at: index) }
          add(.forbidden, at: index)
        } else if endsWithBox, paragraph.isLoose(before: index) {
          let cost = isJustified ? Self.looseCost.justified : Self.looseCost.ragged
          add(.penalty(width: 0, cost: cost, isFlagged: false), at: index)
        }
        while index < end {
          add(Self.space(clusters[index], of: paragraph, isJustified), at: index)
          index += 1
        }
        continue
      case .ink:
        if index > 0, pending != nil {
          addBreak(before: index, of: paragraph, hyphens: hyphens)
        }
        pending = (
          (pending?.clusters.lowerBound ?? index)..<index + 1,
          (pending?.width ?? 0) + cluster.advance
        )
        index += 1
      }
    }
    if !paragraph.endsWithLineEnd { finishLine(at: clusters.count, of: paragraph) }
    sums = ItemSums(items)
  }

  /// These items with their sums, when no more will be added.
  func summed() -> ParagraphItems {
    var result = self
    result.sums = ItemSums(items)
    return result
  }

  /// Whether a line that ends at item `index` shows a hyphen.
  func showsHyphen(_ index: Int) -> Bool {
    switch items[index] {
    case .box, .glue: false
    case .penalty(let width, _, _): width > 0
    }
  }

  private var endsWithBox: Bool { items.last?.isBox ?? false }

  mutating func add(_ item: BreakItem, at cluster: Int) {
    items.append(item)
    clusters.append(cluster)
  }

  private mutating func finishLine(at index: Int, of paragraph: ShapedParagraph) {
    flush(of: paragraph)
    // Glue alone would vanish where an empty line begins.
    if !endsWithBox { add(.box(width: 0), at: index) }
    add(.forbidden, at: index)
    add(.fill, at: index)
    add(.forced, at: index)
  }

  /// Ends the box that is being gathered.
  private mutating func flush(of paragraph: ShapedParagraph) {
    guard let (gathered, width) = pending else { return }
    pending = nil
    add(.box(width: width, hang: paragraph.hang(of: gathered)), at: gathered.lowerBound)
  }

  /// The break between two clusters without a space, if there may be one.
  private mutating func addBreak(
    before index: Int, of paragraph: ShapedParagraph, hyphens: [Int: Double]
  ) {
    let cluster = paragraph.clusters[index]
    let size = paragraph.segments[cluster.segment].size
    let isJustified = paragraph.alignment == .justified
    if paragraph.text.hasAutoSpace(before: cluster.scalar) {
      flush(of: paragraph)
      if paragraph.breaks.before[cluster.scalar] == .forbidden { add(.forbidden, at: index) }
      // It grows like the gaps between Han, or the line would fall apart into its figures.
      add(
        .glue(
          width: size / 4, stretch: isJustified ? Self.solidStretch * size : 0,
          shrink: isJustified ? size / 8 : 0), at: index)
      return
    }
    if let hyphen = cluster.hyphen {
      let span = paragraph.hyphenSpan(before: index)
      flush(of: paragraph)
      add(
        .penalty(
          width: hyphens[span] ?? 0, cost: hyphen.isOfName ? .infinity : Self.hyphenCost,
          isFlagged: true), at: index)
      return
    }
    guard paragraph.breaks.before[cluster.scalar] != .forbidden else { return }
    let scalar = paragraph.text.scalars[cluster.scalar]
    let last = paragraph.text.scalars[cluster.scalar - 1]
    flush(of: paragraph)
    let isHyphen = last == 0x2D || last == 0x2010
    if isJustified, isSetSolid(scalar) || isSetSolid(last) {
      add(.glue(width: 0, stretch: Self.solidStretch * size, shrink: 0), at: index)
    } else {
      add(
        .penalty(width: 0, cost: isHyphen ? Self.hyphenCost : 0, isFlagged: isHyphen), at: index)
    }
  }

  /// The end of the spaces from `start` on among which no line ends.
  private static func endOfSpaces(from start: Int, in paragraph: ShapedParagraph) -> Int {
    var end = start
    while end < paragraph.clusters.count {
      let scalar = paragraph.clusters[end].scalar
      if end > start, paragraph.breaks.before[scalar] == .allowed { return end }
      switch paragraph.breaks.roles[scalar] {
      case .space, .fixedSpace: end += 1
      case .ink, .lineEnd: return end
      }
    }
    return end
  }

  /// The glue of a space: Knuth and Plass let it grow by a half and lose a third.
  private static func space(
    _ cluster: ShapedParagraph.Cluster, of paragraph: ShapedParagraph, _ isJustified: Bool
  ) -> BreakItem {
    let isElastic = isJustified && paragraph.breaks.roles[cluster.scalar] == .space
    return .glue(
      width: cluster.advance, stretch: isElastic ? cluster.advance / 2 : 0,
      shrink: isElastic ? cluster.advance / 3 : 0)
  }
}
