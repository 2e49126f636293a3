/// The horizontal extent into which a block is set, from the left edge of the block of text.
struct Column {
  var x: Double
  var measure: Double
}

extension StyleSheet {
  /// The column of the text, beside that of headings and remarks.
  var mainColumn: Column { Column(x: mainOffset, measure: mainMeasure) }

  /// The whole block of text, as figures and tables have it.
  var fullColumn: Column { Column(x: 0, measure: page.measure) }
}
