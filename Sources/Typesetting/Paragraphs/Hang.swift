/// How far the first and the last sign of a line stick out of the measure, so that margins look straight:
/// a stop has little ink, and a line that ends at it looks shorter than one that ends with a letter.
package struct Hang: Hashable, Sendable {
  package var before: Double
  package var after: Double

  package init(before: Double = 0, after: Double = 0) {
    self.before = before
    self.after = after
  }

  package static let none = Hang()

  /// The share of a hyphen that hangs.
  static let hyphenShare = 0.5

  /// The shares of the width of a sign that hang before and after a line, those of the LaTeX package
  /// microtype for text faces.
  static func shares(of scalar: UInt32) -> Hang {
    switch scalar {
    case 0x2C, 0x2E: Hang(after: 0.6)  // comma, stop
    case 0x2D, 0x2010, 0x2011, 0xAD: Hang(after: hyphenShare)
    case 0x3A, 0x3B: Hang(after: 0.4)  // colon, semicolon
    case 0x21, 0x3F: Hang(after: 0.15)  // exclamation and question mark
    case 0x22, 0x27, 0x2018...0x201F: Hang(before: 0.5, after: 0.5)
    case 0xAB, 0xBB, 0x2039, 0x203A: Hang(before: 0.3, after: 0.3)
    case 0x28, 0x5B: Hang(before: 0.1)
    case 0x29, 0x5D: Hang(after: 0.1)
    case 0x2013, 0x2014: Hang(before: 0.15, after: 0.2)
    case 0x41, 0x54, 0x56, 0x57, 0x59: Hang(before: 0.04, after: 0.04)  // A, T, V, W, Y
    default: .none
    }
  }
}

extension ShapedParagraph {
  /// What hangs of a line that begins or ends with the clusters of `range`.
  ///
  /// Signs hang out of justified text, and at the end of text set flush to it. The blank half of a
  /// full-width sign is left out of the measure in all text.
  func hang(of range: Range<Int>) -> Hang {
    guard !text.isRightToLeft, let first = range.first, let last = range.last else { return .none }
    let start = clusters[first]
    let end = clusters[last]
    let lastScalar =
      last + 1 < clusters.count ? clusters[last + 1].scalar - 1 : text.scalars.count - 1
    return Hang(
      before: hang(start, text.scalars[start.scalar], .opening, \.before),
      after: hang(end, text.scalars[lastScalar], .closing, \.after))
  }

  private func hang(
    _ cluster: Cluster, _ scalar: UInt32, _ kind: FullWidthPunctuation,
    _ edge: KeyPath<Hang, Double>
  ) -> Double {
    let segment = segments[cluster.segment]
    guard !segment.segment.isRightToLeft else { return 0 }
    if segment.segment.isSolid || scalar >= 0x2018, FullWidthPunctuation(scalar) == kind,
      cluster.advance > 0.9 * segment.size
    {
      return cluster.advance - segment.size / 2
    }
    let hangs =
      switch alignment {
      case .justified: true
      case .end: kind == .closing
      case .start, .center: false
      }
    // Squeezed signs have no more to give.
    guard hangs, !isSetSolid(scalar) else { return 0 }
    return cluster.advance * Hang.shares(of: scalar)[keyPath: edge]
  }
}
