import Scene

/// A shading as the paint of outlines and letters (ISO 32000-1, 8.7.4.2).
struct Pattern: Sendable {
  let shading: Shading
  /// From the shading's coordinates to those of the stream.
  let transform: Transform

  func added(to file: inout PDFFile) -> PDFReference {
    let matrix = [
      transform.a, transform.b, transform.c, transform.d, transform.tx, transform.ty,
    ]
    return file.add([
      "Type": "Pattern", "PatternType": 2, "Shading": shading.value,
      "Matrix": .array(matrix.map(PDFValue.factor)),
    ])
  }
}
