import CHarfBuzz
import Foundation
import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

@Suite struct FontBookTests {
  private func diagnostics(
    _ families: [String], generics: [String: String] = [:], catalogue: FontCatalogue = .debian
  ) -> [Diagnostic] {
    do {
      _ = try FontBook(families: families, generics: generics, catalogue: catalogue)
      return []
    } catch {
      return error.bag.diagnostics
    }
  }

  @Test func anUnknownFamilyIsToldWithTheNearestName() {
    let found = diagnostics(["Latto", "Comic Sans"])
    #expect(found.map(\.id) == [.init("font-family"), TypesettingDiagnostics.unknownFamily])
    #expect(found.first?.hints == ["did you mean `Lato`?"])
  }

  @Test func aFamilyThatIsNotInstalledNamesItsPackage() {
    let catalogue = FontCatalogue(families: [
      .init(
        "Lato", debianPackage: "fonts-lato", directory: "/nowhere", pattern: "Lato-*.ttf",
        styles: ["Regular": 400])
    ])
    let found = diagnostics(["Lato"], catalogue: catalogue)
    #expect(found.map(\.id) == [TypesettingDiagnostics.missingFiles])
    #expect(found.first?.hints.first?.contains("apt-get install fonts-lato") == true)
    #expect(found.first?.expected == "the file `/nowhere/Lato-Regular.ttf`")
  }

  @Test func aFileThatIsNoFontIsTold() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try Data("no font".utf8).write(to: directory.appending(path: "Broken-Regular.ttf"))
    let catalogue = FontCatalogue(families: [
      .init(
        "Broken", debianPackage: "fonts-broken", directory: directory.path,
        pattern: "Broken-*.ttf", styles: ["Regular": 400])
    ])
    let shaper = Shaper(fonts: try FontBook(families: ["Broken"], catalogue: catalogue))
    let failure = #expect(throws: DiagnosticFailure.self) {
      try shaper.shape("a", style: style("Broken"))
    }
    #expect(failure?.bag.diagnostics.map(\.id) == [TypesettingDiagnostics.unreadableFile])
  }

  @Test func aGenericFamilyMeansOnlyWhatItIsSaidToMean() throws {
    #expect(diagnostics(["serif"]).map(\.id) == [TypesettingDiagnostics.unresolvedGeneric])
    #expect(diagnostics([], generics: ["sans": "Lato"]).count == 1)
    let book = try FontBook(families: ["Lato"], generics: ["sans-serif": "DejaVu Sans"])
    #expect(book.families == ["Lato", "DejaVu Sans"])
    let faces = try book.faces(for: FontDescription(families: ["sans-serif", "Lato"]))
    #expect(faces.map(\.family) == ["DejaVu Sans", "Lato"])
    let failure = #expect(throws: DiagnosticFailure.self) {
      try book.faces(for: FontDescription(families: ["serif", "Noto Serif"]))
    }
    #expect(
      failure?.bag.diagnostics.map(\.id) == [
        TypesettingDiagnostics.unresolvedGeneric, TypesettingDiagnostics.unknownFamily,
      ])
  }

  @Test(arguments: [
    ("Noto Serif", 400, false, "NotoSerif-Regular.ttf"),
    ("Noto Serif", 600, false, "NotoSerif-Bold.ttf"),
    ("Noto Serif", 500, true, "NotoSerif-Italic.ttf"),
    ("Noto Serif", 300, false, "NotoSerif-Regular.ttf"),
    ("Noto Serif", 900, true, "NotoSerif-BoldItalic.ttf"),
    ("Lato", 600, false, "Lato-Semibold.ttf"),
    ("Lato", 450, false, "Lato-Medium.ttf"),
    ("Lato", 350, true, "Lato-LightItalic.ttf"),
    ("DejaVu Sans", 400, true, "DejaVuSans.ttf"),
  ])
  func facesAreChosenAsCSSChooses(
    family: String, weight: Int, isItalic: Bool, file: String
  ) throws {
    let book = try FontBook(families: [family])
    let faces = try book.faces(
      for: FontDescription(families: [family], weight: weight, isItalic: isItalic))
    #expect(faces.map { $0.file.split(separator: "/").last.map(String.init) } == [file])
  }

  /// What the catalogue says of each face is what the file says of itself.
  @Test(arguments: FontCatalogue.debian.families)
  func theCatalogueTellsTheTruth(family: FontCatalogue.Family) throws {
    for face in family.faces {
      let path = "\(family.directory)/\(face.file)"
      guard let blob = hb_blob_create_from_file_or_fail(path) else { continue }
      defer { hb_blob_destroy(blob) }
      let handle = hb_face_create(blob, UInt32(face.index))
      defer { hb_face_destroy(handle) }
      let typographic = name(16, of: handle)
      let plain = name(1, of: handle)
      #expect(typographic == family.name || plain == family.name, "\(path)")
      let table = hb_face_reference_table(handle, 0x4F53_2F32)  // OS/2
      defer { hb_blob_destroy(table) }
      var length: UInt32 = 0
      let data = try #require(hb_blob_get_data(table, &length))
      func word(_ offset: Int) -> Int {
        Int(UInt8(bitPattern: data[offset])) << 8 | Int(UInt8(bitPattern: data[offset + 1]))
      }
      #expect(word(4) == face.weight, "\(path)")
      #expect((word(62) & 0x201 != 0) == face.isItalic, "\(path)")
    }
  }

  private func name(_ id: hb_ot_name_id_t, of face: OpaquePointer?) -> String {
    var size: UInt32 = 128
    var text = [CChar](repeating: 0, count: Int(size))
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, &text)
    return String(decoding: text.prefix(Int(size)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
