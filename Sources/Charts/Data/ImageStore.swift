import Scene
import Syntax

/// The pictures that image marks show, each read once.
final class ImageStore {
  private let file: (String) throws(DiagnosticFailure) -> SourceFile
  private var known: [String: RasterImage] = [:]
  /// The first picture that could not be read.
  private(set) var failure: DiagnosticFailure?

  init(file: @escaping (String) throws(DiagnosticFailure) -> SourceFile) { self.file = file }

  /// The picture at `url`; nil where it cannot be read, which `failure` tells then.
  func image(at url: String) -> RasterImage? {
    if let image = known[url] { return image }
    guard failure == nil else { return nil }
    do throws(DiagnosticFailure) {
      let bytes = url.hasPrefix("data:") ? DataURI.bytes(of: url) ?? [] : try file(url).contents
      guard let image = RasterImage(bytes) else {
        throw DiagnosticFailure(
          ChartDiagnostics.dataFile(url, "it is no picture", expected: "a PNG or JPEG file"))
      }
      if image.isTooLarge {
        throw DiagnosticFailure(
          ChartDiagnostics.dataFile(
            url, "it says that it has \(image.width) by \(image.height) pixels",
            expected: RasterImage.limits))
      }
      known[url] = image
      return image
    } catch {
      failure = error
      return nil
    }
  }
}
