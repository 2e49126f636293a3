package import Scene
package import Syntax

/// A document on its way to a PDF: pieces that wait for none of the others, and the file that they make together.
package struct PDFDocument: Sendable {
  /// A piece of work: a font or an image that is embedded, or pages that are drawn.
  package enum Piece: Sendable {
    case face(Int)
    case image(Int)
    case pages(Range<Int>)
  }

  /// What becomes of a piece.
  package struct Made: Sendable {
    fileprivate enum Content {
      case face(EmbeddedFont)
      case image(EmbeddedImage)
      case pages([PageContent])
    }

    fileprivate let content: Content
  }

  private let document: PagedDocument
  private let creator: String
  private let resources: DocumentResources
  /// The names that messages have for the images.
  private let imageNames: [String]

  /// Pages of a piece: few enough that pieces end together, enough that none is over at once.
  private static let share = 4

  /// Puts together what `surveys` found on the pages of `document`, in their order. `creator` is what the file
  /// names as its maker, such as `Almanac 1.0`.
  ///
  /// Throws all that is wrong with the document together: dangling links, doubled destinations, coordinates
  /// that are not numbers, images that a PDF cannot hold, fonts that are not there.
  package init(
    _ document: PagedDocument, surveys: [PageSurvey], creator: String
  ) throws(DiagnosticFailure) {
    self.document = document
    self.creator = creator
    var survey = PageSurvey([])
    for share in surveys { survey.add(share) }
    var bag = survey.problems(of: document)
    var faces: [DrawnFace] = []
    for (face, use) in survey.glyphs.faces {
      if let drawn = DrawnFace(face, use) {
        faces.append(drawn)
      } else {
        bag.add(PrintDiagnostics.unreadableFont(face.family, file: face.file))
      }
    }
    try bag.throwIfErrors()
    resources = DocumentResources(faces: faces, images: survey.images.map(\.image))
    imageNames = survey.images.map(\.name)
  }

  /// The pages of a document in shares to survey, at most eight: what was found is put together one by one.
  package static func shares(of document: PagedDocument) -> [ArraySlice<Page>] {
    let pages = document.pages
    let length = max(share, (pages.count + 7) / 8)
    return stride(from: 0, to: pages.count, by: length).map {
      pages[$0..<min($0 + length, pages.count)]
    }
  }

  /// The pieces, those first that take longest.
  package var pieces: [Piece] {
    let pages = document.pages.indices
    return resources.faces.indices.map(Piece.face) + resources.images.indices.map(Piece.image)
      + stride(from: 0, to: pages.count, by: Self.share).map {
        .pages($0..<min($0 + Self.share, pages.count))
      }
  }

  /// Throws where a font or an image turns out to be broken.
  package func make(_ piece: Piece) throws(DiagnosticFailure) -> Made {
    switch piece {
    case .face(let place):
      let face = resources.faces[place]
      guard let font = EmbeddedFont(face) else {
        throw DiagnosticFailure(
          PrintDiagnostics.unreadableFont(face.face.family, file: face.face.file))
      }
      return Made(content: .face(font))
    case .image(let place):
      do throws(PixelImage.Unreadable) {
        return Made(content: .image(try EmbeddedImage(resources.images[place])))
      } catch {
        throw DiagnosticFailure(
          PrintDiagnostics.brokenImage(imageNames[place], reason: error.reason))
      }
    case .pages(let range):
      return Made(
        content: .pages(document.pages[range].map { PageContent($0, resources) }))
    }
  }

  /// The file that what was made of all pieces, in their order, comes to.
  package func file(of made: [Made]) -> [UInt8] {
    var file = PDFFile()
    var faces: [PDFReference] = []
    var images: [PDFReference] = []
    var pages: [PageContent] = []
    for made in made {
      switch made.content {
      case .face(let font): faces.append(font.add(to: &file))
      case .image(let image): images.append(image.add(to: &file))
      case .pages(let contents): pages += contents
      }
    }
    let references = pages.map { _ in file.reserve() }
    let tree = file.reserve()
    for (page, reference) in zip(pages, references) {
      let content = file.add(page.content)
      let resources = page.resources.added(to: &file, faces: faces, images: images)
      var entries: [(key: String, value: PDFValue)] = [
        (key: "Type", value: "Page"), (key: "Parent", value: .reference(tree)),
        (key: "MediaBox", value: .rectangle(0, 0, page.size.width, page.size.height)),
        (key: "Contents", value: .reference(content)), (key: "Resources", value: resources),
        // Where colours meet, they meet in the colours of screens.
        (key: "Group", value: ["S": "Transparency", "CS": "DeviceRGB"]),
      ]
      if !page.links.isEmpty {
        let links = page.links.map { PDFValue.reference(file.add($0.annotation(on: page.size))) }
        entries.append((key: "Annots", value: .array(links)))
      }
      file.set(reference, to: .dictionary(entries))
    }
    file.set(
      tree,
      to: [
        "Type": "Pages", "Kids": .array(references.map(PDFValue.reference)),
        "Count": .integer(references.count),
      ])
    let info = file.add(information)
    let root = file.add(catalog(pages, references, tree: tree, in: &file))
    return file.finished(root: root, info: info)
  }

  private func catalog(
    _ pages: [PageContent], _ references: [PDFReference], tree: PDFReference,
    in file: inout PDFFile
  ) -> PDFValue {
    var entries: [(key: String, value: PDFValue)] = [
      (key: "Type", value: "Catalog"), (key: "Pages", value: .reference(tree)),
      (key: "Lang", value: .text(document.properties.language)),
      (key: "ViewerPreferences", value: ["DisplayDocTitle": true]),
      (key: "PageLabels", value: pageLabels(pages.map(\.label))),
    ]
    let destinations = zip(pages, references).flatMap { page, reference in
      page.destinations.map { destination in
        (
          name: destinationIdentifier(destination.name),
          value: [
            .reference(reference), "XYZ", .real(destination.point.x),
            .real(page.size.height - destination.point.y), .null,
          ] as PDFValue
        )
      }
    }
    if !destinations.isEmpty {
      let names = NameTree(destinations).add(to: &file)
      entries.append((key: "Names", value: ["Dests": .reference(names)]))
    }
    if let bookmarks = addBookmarks(document.outline, to: &file) {
      entries.append((key: "Outlines", value: .reference(bookmarks)))
      entries.append((key: "PageMode", value: "UseOutlines"))
    }
    return .dictionary(entries)
  }

  /// What the file says of itself (14.3.3).
  private var information: PDFValue {
    let properties = document.properties
    let date = "D:" + properties.date.filter { $0 != "-" } + "000000Z"
    let entries = [
      ("Title", properties.title), ("Author", properties.author),
      ("Subject", properties.subject), ("Keywords", properties.keywords.joined(separator: ", ")),
      ("Creator", creator), ("Producer", creator), ("CreationDate", date), ("ModDate", date),
    ]
    return .dictionary(
      entries.filter { !$0.1.isEmpty }.map { (key: $0.0, value: .text($0.1)) })
  }
}
