import Scene

/// A part of the graphics state that only a dictionary can set (ISO 32000-1, 8.4.5).
enum GraphicsState: Sendable {
  case fillOpacity(Double)
  case strokeOpacity(Double)
  case blend(BlendMode)
  /// Opacity that changes from place to place: the lightness of a form.
  indirect case mask(Form)

  func added(to file: inout PDFFile, faces: [PDFReference], images: [PDFReference]) -> PDFValue {
    switch self {
    case .fillOpacity(let opacity): ["ca": .real(opacity)]
    case .strokeOpacity(let opacity): ["CA": .real(opacity)]
    case .blend(let blend): ["BM": .name(blend.pdfName)]
    case .mask(let form):
      [
        "SMask": [
          "S": "Luminosity", "G": .reference(form.added(to: &file, faces: faces, images: images)),
        ]
      ]
    }
  }
}

extension BlendMode {
  /// The name of the mode in a PDF (11.3.5).
  var pdfName: String {
    switch self {
    case .normal: "Normal"
    case .multiply: "Multiply"
    case .screen: "Screen"
    case .overlay: "Overlay"
    case .darken: "Darken"
    case .lighten: "Lighten"
    case .colorDodge: "ColorDodge"
    case .colorBurn: "ColorBurn"
    case .hardLight: "HardLight"
    case .softLight: "SoftLight"
    case .difference: "Difference"
    case .exclusion: "Exclusion"
    case .hue: "Hue"
    case .saturation: "Saturation"
    case .color: "Color"
    case .luminosity: "Luminosity"
    }
  }
}
