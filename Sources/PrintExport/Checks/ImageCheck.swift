import Scene
import Syntax

/// What images are drawn on.
enum ImageMedium {
  /// The pages of a PDF.
  case document
  /// The pixels of a PNG.
  case picture
}

extension ImageItem {
  /// Why the image cannot be drawn on `medium`, as far as its head tells; nil where it can. `place` is where
  /// it stands, such as "page `3`".
  func problem(for medium: ImageMedium, on place: String) -> Diagnostic? {
    guard let image = source.image else {
      switch source {
      case .embedded: return nil
      case .linked(let href, _): return PrintDiagnostics.external(href, on: place)
      }
    }
    switch (image.format, medium) {
    case (.png, _): return nil
    case (.jpeg, .document):
      // A PDF/A of sRGB must not hold ink colours.
      return image.components == 4 ? PrintDiagnostics.inks(name, on: place) : nil
    case (.jpeg, .picture): return PrintDiagnostics.undecoded(name, on: place)
    }
  }
}

extension [FrameItem] {
  /// The images among the items and in groups of theirs, in drawing order.
  var images: [ImageItem] {
    flatMap { item in
      switch item {
      case .shape, .text, .destination: [ImageItem]()
      case .image(let image): [image]
      case .group(let group): group.items.images
      }
    }
  }
}
