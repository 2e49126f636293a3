package import Scene
package import Syntax

/// What images are drawn on.
enum ImageMedium {
  /// The pages of a document, or a drawing: they hold the files of images.
  case document
  /// The pixels of a PNG.
  case picture
}

extension ImageItem {
  /// Why the image cannot be drawn on `medium`, as far as its file tells without being unpacked; nil where it can.
  /// `place` is where it stands, such as "page `3`".
  func problem(for medium: ImageMedium, on place: String) -> Diagnostic? {
    guard let image = source.image else {
      switch source {
      case .embedded: return nil
      case .linked(let href, _): return PrintDiagnostics.external(href, on: place)
      }
    }
    if image.isTooLarge { return PrintDiagnostics.tooLarge(image, name) }
    switch (image.format, medium) {
    case (.png, _): return nil
    case (.jpeg, .document):
      // A PDF/A of sRGB must not hold ink colours.
      if image.components == 4 { return PrintDiagnostics.inks(name, on: place) }
      return image.jpegFault.map { PrintDiagnostics.brokenImage(name, reason: $0) }
    case (.jpeg, .picture): return PrintDiagnostics.undecoded(name, on: place)
    }
  }
}

/// Looks pictures over for what no form of output could show.
package enum PictureCheck {
  /// What is wrong with `image`, which messages call `name`: too many pixels, or a broken file. nil where it can be
  /// shown. Nothing is reserved for a picture that is too large.
  package static func problem(of image: RasterImage, named name: String) -> Diagnostic? {
    if image.isTooLarge { return PrintDiagnostics.tooLarge(image, name) }
    switch image.format {
    case .jpeg: return image.jpegFault.map { PrintDiagnostics.brokenImage(name, reason: $0) }
    case .png:
      do throws(PixelImage.Unreadable) {
        _ = try PixelImage(image)
        return nil
      } catch {
        return PrintDiagnostics.brokenImage(name, reason: error.reason)
      }
    }
  }

  /// The problems of all pictures on `frame`, each picture once.
  package static func problems(in frame: Frame) -> DiagnosticBag {
    var bag = DiagnosticBag()
    var known: Set<RasterImage> = []
    for item in frame.items.images {
      guard let image = item.source.image, known.insert(image).inserted else { continue }
      if let problem = problem(of: image, named: item.name) { bag.add(problem) }
    }
    return bag
  }
}

extension [FrameItem] {
  /// The images among the items and in groups of theirs, and the boxes about them in the coordinates of the items.
  var placedImages: [(item: ImageItem, area: Rect)] {
    flatMap { item in
      switch item {
      case .shape, .text, .destination: [(item: ImageItem, area: Rect)]()
      case .image(let image): [(image, image.rect)]
      case .group(let group):
        group.items.placedImages.map { ($0.item, box(of: $0.area, under: group.transform)) }
      }
    }
  }

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
