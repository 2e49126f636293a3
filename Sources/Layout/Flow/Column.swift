/// The horizontal extent into which a block is set, from the left edge of the block of text.
struct Column {
  var x: Double
  var measure: Double
}
