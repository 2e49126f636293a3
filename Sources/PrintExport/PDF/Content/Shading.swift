import Scene

/// Colours, or shades of grey, that change along a line or between two circles (ISO 32000-1, 8.7.4.5.3 and
/// 8.7.4.5.4); beyond, the first and the last go on.
struct Shading: Sendable {
  /// In a box of side 1.
  let course: PlacedGradient.Course
  /// The offsets of the stops, and their components: three of a colour, or one of grey.
  let stops: [(offset: Double, components: [Double])]

  var value: PDFValue {
    let (kind, coordinates): (Int, [Double]) =
      switch course {
      case .line(let start, let end): (2, [start.x, start.y, end.x, end.y])
      case .circles(let inner, let outer):
        (
          3,
          [
            inner.center.x, inner.center.y, inner.radius,
            outer.center.x, outer.center.y, outer.radius,
          ]
        )
      }
    let isGrey = stops.first?.components.count == 1
    return [
      "ShadingType": .integer(kind), "ColorSpace": .name(isGrey ? "DeviceGray" : "DeviceRGB"),
      "Coords": .array(coordinates.map(PDFValue.factor)), "Extend": [true, true],
      "Function": function,
    ]
  }

  /// The components as a function of the share of the way: pieces between stops, stitched (7.10.4). Between
  /// stops at one place the components jump.
  private var function: PDFValue {
    var stops = stops
    if let first = stops.first, first.offset > 0 { stops.insert((0, first.components), at: 0) }
    if let last = stops.last, last.offset < 1 { stops.append((1, last.components)) }
    let pieces = zip(stops, stops.dropFirst()).filter { $0.offset < $1.offset }
    let functions = pieces.map { start, end in
      [
        "FunctionType": 2, "Domain": [0, 1], "N": 1,
        "C0": .array(start.components.map(PDFValue.factor)),
        "C1": .array(end.components.map(PDFValue.factor)),
      ] as PDFValue
    }
    if let only = functions.first, functions.count == 1 { return only }
    return [
      "FunctionType": 3, "Domain": [0, 1], "Functions": .array(functions),
      "Bounds": .array(pieces.dropLast().map { .factor($0.1.offset) }),
      "Encode": .array(pieces.flatMap { _ in [0, 1] as [PDFValue] }),
    ]
  }
}
