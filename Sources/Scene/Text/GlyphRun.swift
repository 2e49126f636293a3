/// What CSS calls the kind of a family, for viewers that do not have the family itself.
package enum GenericFamily: String, Hashable, Sendable {
  case sansSerif = "sans-serif"
  case serif
  case monospace
}

/// A face of a font file, as the exporters need it: where its outlines are, and how the web names it.
package struct FontFace: Hashable, Sendable {
  /// Absolute path of the font file. It never reaches an output.
  package var file: String
  /// The face's index in a collection (TTC); 0 otherwise.
  package var index: Int
  /// The family name, such as `Noto Serif`.
  package var family: String
  /// CSS weight, 100 to 900.
  package var weight: Int
  package var isItalic: Bool
  /// The kind of its family.
  package var generic: GenericFamily

  package init(
    file: String, index: Int, family: String, weight: Int, isItalic: Bool,
    generic: GenericFamily = .sansSerif
  ) {
    self.generic = generic
    self.file = file
    self.index = index
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
  }

  /// A run is looked up by its face: what tells faces of one folder apart, without going through their names.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(file.utf8.count)
    hasher.combine(index)
    hasher.combine(weight)
    hasher.combine(isItalic)
  }
}

/// A glyph and how far it moves the pen.
package struct Glyph: Hashable, Sendable {
  /// The glyph's number in its face.
  package var id: UInt32
  /// How far the pen moves to the right.
  package var advance: Double
  /// Where the glyph is drawn from the pen; y down.
  package var offset: Point

  package init(id: UInt32, advance: Double, offset: Point = .zero) {
    self.id = id
    self.advance = advance
    self.offset = offset
  }
}

/// A cluster: the bytes of text that a number of glyphs stand for. Clusters travel with the glyphs so
/// that a ligature copies out of the PDF as its letters.
package struct GlyphCluster: Hashable, Sendable {
  package var byteCount: Int
  package var glyphCount: Int

  package init(byteCount: Int, glyphCount: Int) {
    self.byteCount = byteCount
    self.glyphCount = glyphCount
  }
}

/// Shaped text in one face, one size and one direction: glyphs in visual order.
package struct GlyphRun: Hashable, Sendable {
  package var face: FontFace
  package var size: Double
  /// The text in logical order.
  package var text: String
  package var glyphs: [Glyph]
  /// Clusters in logical order; their byte counts add up to the UTF-8 length of `text`, their glyph
  /// counts to the number of glyphs.
  package var clusters: [GlyphCluster]
  /// Whether glyphs run from right to left, so that clusters cover them from the end.
  package var isRightToLeft: Bool
  /// What was added to the advance of each cluster to space the letters out, in the frame's unit; for
  /// live text, which is spaced out by its viewer.
  package var tracking: Double
  /// What of the width is space between Han and Western letters, which viewers of live text do not add.
  package var autoSpace: Double

  package init(
    face: FontFace, size: Double, text: String, glyphs: [Glyph], clusters: [GlyphCluster],
    isRightToLeft: Bool = false, tracking: Double = 0, autoSpace: Double = 0
  ) {
    self.autoSpace = autoSpace
    self.face = face
    self.size = size
    self.text = text
    self.glyphs = glyphs
    self.clusters = clusters
    self.isRightToLeft = isRightToLeft
    self.tracking = tracking
  }

  /// The advance width of the run.
  package var width: Double { glyphs.reduce(0) { $0 + $1.advance } }
}
