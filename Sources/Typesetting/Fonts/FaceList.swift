import Scene
import Syntax

/// The opened faces of one `Shaper`, each opened once.
final class OpenFaces {
  private var faces: [FontFace: OpenFace] = [:]

  func open(_ face: FontFace) throws(DiagnosticFailure) -> OpenFace {
    if let known = faces[face] { return known }
    let opened = try OpenFace(face)
    faces[face] = opened
    return opened
  }
}

/// The faces that a style may use, best first; each but the first is opened when a text first needs it, so
/// that a family of Han costs nothing where there is none.
final class FaceList {
  let first: OpenFace
  private let others: [FontFace]
  private var opened: [OpenFace] = []
  private let source: OpenFaces

  /// - Parameter faces: At least one.
  init(_ faces: [FontFace], from source: OpenFaces) throws(DiagnosticFailure) {
    first = try source.open(faces[0])
    others = Array(faces.dropFirst())
    self.source = source
  }

  /// The first face but the first of all that `draws` accepts.
  func fallback(_ draws: (OpenFace) -> Bool) throws(DiagnosticFailure) -> OpenFace? {
    for index in others.indices {
      if index == opened.count { opened.append(try source.open(others[index])) }
      if draws(opened[index]) { return opened[index] }
    }
    return nil
  }
}
