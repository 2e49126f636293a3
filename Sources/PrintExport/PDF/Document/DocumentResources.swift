import Scene

/// The faces and images of a document, each once, in the order in which it comes to them.
struct DocumentResources: Sendable {
  let faces: [DrawnFace]
  let images: [RasterImage]
  private let places: [FontFace: Int]
  private let imagePlaces: [RasterImage: Int]

  init(faces: [DrawnFace], images: [RasterImage]) {
    self.faces = faces
    self.images = images
    places = Dictionary(uniqueKeysWithValues: faces.enumerated().map { ($1.face, $0) })
    imagePlaces = Dictionary(uniqueKeysWithValues: images.enumerated().map { ($1, $0) })
  }

  func place(of face: FontFace) -> Int? { places[face] }
  func place(of image: RasterImage) -> Int? { imagePlaces[image] }
}
