/// The folios of a document as ranges of pages (ISO 32000-1, 12.4.2): numbers that follow one another are one
/// range, every other label a range of its own.
func pageLabels(_ labels: [String]) -> PDFValue {
  var ranges: [PDFValue] = []
  var next: Int?
  for (index, label) in labels.enumerated() {
    // A number as Swift writes it, so without zeros before it.
    if let number = Int(label), number > 0, String(number) == label {
      if next != number {
        ranges += [.integer(index), ["S": "D", "St": .integer(number)]]
      }
      next = number + 1
    } else {
      ranges += [.integer(index), ["P": .text(label)]]
      next = nil
    }
  }
  return ["Nums": .array(ranges)]
}
