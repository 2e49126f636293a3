/// A PDF file that grows object by object. Streams are written as they come; all other objects wait and are
/// packed together into object streams (ISO 32000-1, 7.5.7), which make a file with many links a third
/// smaller.
struct PDFFile {
  /// Where an object stands.
  private enum Place {
    case nowhere
    case byte(Int)
    case packed(stream: PDFReference, index: Int)
  }

  private var bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
  /// By number, from 1.
  private var places: [Place] = []
  private var waiting: [(reference: PDFReference, value: PDFValue)] = []

  /// A number for an object that is made later.
  mutating func reserve() -> PDFReference {
    places.append(.nowhere)
    return PDFReference(number: places.count)
  }

  mutating func add(_ value: PDFValue) -> PDFReference {
    let reference = reserve()
    set(reference, to: value)
    return reference
  }

  /// Makes `value` the object that `reference` was reserved for.
  mutating func set(_ reference: PDFReference, to value: PDFValue) {
    waiting.append((reference, value))
  }

  mutating func add(_ stream: PDFStream) -> PDFReference {
    let reference = reserve()
    write(stream, as: reference)
    return reference
  }

  private mutating func write(_ stream: PDFStream, as reference: PDFReference) {
    places[reference.number - 1] = .byte(bytes.count)
    bytes.append(integer: reference.number)
    bytes.append(token: " 0 obj\n")
    bytes.append(
      value: .dictionary(stream.entries + [(key: "Length", value: .integer(stream.bytes.count))]))
    bytes.append(token: "\nstream\n")
    bytes += stream.bytes
    // A stream that ends in a carriage return would lose it to a lone line feed (ISO 19005-3, 6.1.7.1).
    bytes.append(token: "\r\nendstream\nendobj\n")
  }

  /// The whole file.
  mutating func finished(root: PDFReference, info: PDFReference) -> [UInt8] {
    writeWaiting()
    let table = reserve()
    let start = bytes.count
    places[table.number - 1] = .byte(start)
    let stream = PDFStream(
      [
        (key: "Type", value: "XRef"), (key: "Size", value: .integer(places.count + 1)),
        (key: "W", value: [1, 4, 2]), (key: "Root", value: .reference(root)),
        (key: "Info", value: .reference(info)),
      ], packing: crossReferences)
    write(stream, as: table)
    bytes.append(token: "startxref\n")
    bytes.append(integer: start)
    bytes.append(token: "\n%%EOF\n")
    return bytes
  }

  private mutating func writeWaiting() {
    let objects = waiting
    waiting = []
    // As many as Acrobat puts together; a reader unpacks all to find one.
    for start in stride(from: 0, to: objects.count, by: 200) {
      let share = objects[start..<min(start + 200, objects.count)]
      let stream = reserve()
      var (index, values): ([UInt8], [UInt8]) = ([], [])
      for (place, object) in share.enumerated() {
        places[object.reference.number - 1] = .packed(stream: stream, index: place)
        index.append(integer: object.reference.number)
        index.append(token: " ")
        index.append(integer: values.count)
        index.append(token: " ")
        values.append(value: object.value)
        values.append(token: "\n")
      }
      write(
        PDFStream(
          [
            (key: "Type", value: "ObjStm"), (key: "N", value: .integer(share.count)),
            (key: "First", value: .integer(index.count)),
          ], packing: index + values), as: stream)
    }
  }

  /// An entry for each number from 0 (7.5.8.3): its kind, four bytes, two bytes.
  private var crossReferences: [UInt8] {
    var entries: [UInt8] = [0, 0, 0, 0, 0, 0xFF, 0xFF]
    for place in places {
      let (kind, first, second): (UInt8, Int, Int) =
        switch place {
        case .nowhere: (0, 0, 0)
        case .byte(let byte): (1, byte, 0)
        case .packed(let stream, let index): (2, stream.number, index)
        }
      entries.append(kind)
      entries += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: first >> $0) }
      entries += [8, 0].map { UInt8(truncatingIfNeeded: second >> $0) }
    }
    return entries
  }
}
