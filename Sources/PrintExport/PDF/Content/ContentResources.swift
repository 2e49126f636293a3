/// What the names in a content stream stand for (ISO 32000-1, 7.8.3).
struct ContentResources: Sendable {
  /// Places among the faces of the document.
  var faces: Set<Int> = []
  /// Places among the images of the document.
  var images: Set<Int> = []
  /// Graphics states, by name: the same name stands for the same state in all streams.
  var states: [String: GraphicsState] = [:]
  /// Pictures that are drawn as one, named by their places.
  var forms: [Form] = []
  /// Paints other than plain colours, named by their places.
  var patterns: [Pattern] = []
  /// Colours that change, for `sh`, named by their places.
  var shadings: [Shading] = []

  static func name(ofFace face: Int) -> String { "F\(face)" }
  static func name(ofImage image: Int) -> String { "I\(image)" }
  static func name(ofForm form: Int) -> String { "X\(form)" }
  static func name(ofPattern pattern: Int) -> String { "P\(pattern)" }
  static func name(ofShading shading: Int) -> String { "S\(shading)" }

  /// The dictionary, after what it refers to was added to `file`.
  ///
  /// - Parameters:
  ///   - faces: the fonts of the document, by place.
  ///   - images: the images of the document, by place.
  func added(to file: inout PDFFile, faces: [PDFReference], images: [PDFReference]) -> PDFValue {
    func named(_ references: [(String, PDFReference)]) -> PDFValue {
      .dictionary(references.map { (key: $0.0, value: .reference($0.1)) })
    }
    var objects = self.images.sorted().map { (Self.name(ofImage: $0), images[$0]) }
    for (place, form) in forms.enumerated() {
      objects.append(
        (Self.name(ofForm: place), form.added(to: &file, faces: faces, images: images)))
    }
    var entries: [(key: String, value: PDFValue)] = []
    if !self.faces.isEmpty {
      entries.append(
        (key: "Font", value: named(self.faces.sorted().map { (Self.name(ofFace: $0), faces[$0]) })))
    }
    if !objects.isEmpty { entries.append((key: "XObject", value: named(objects))) }
    if !states.isEmpty {
      var values: [(key: String, value: PDFValue)] = []
      for (name, state) in states.sorted(by: { $0.key < $1.key }) {
        values.append((key: name, value: state.added(to: &file, faces: faces, images: images)))
      }
      entries.append((key: "ExtGState", value: .dictionary(values)))
    }
    if !patterns.isEmpty {
      var references: [(String, PDFReference)] = []
      for (place, pattern) in patterns.enumerated() {
        references.append((Self.name(ofPattern: place), pattern.added(to: &file)))
      }
      entries.append((key: "Pattern", value: named(references)))
    }
    if !shadings.isEmpty {
      let values = shadings.enumerated().map { place, shading in
        (key: Self.name(ofShading: place), value: shading.value)
      }
      entries.append((key: "Shading", value: .dictionary(values)))
    }
    return .dictionary(entries)
  }
}
