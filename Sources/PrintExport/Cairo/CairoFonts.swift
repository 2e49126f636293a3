import CCairo
import Scene
import Syntax

/// The font faces of one export, each opened once, before anything is drawn.
final class CairoFonts {
  /// A face as Cairo has it.
  struct Face {
    let handle: OpaquePointer
    /// The numbers that glyphs have here by those that they have in the file; nil where they are the same.
    fileprivate let numbers: [UInt32: UInt32]?

    func number(of glyph: UInt32) -> UInt32 { numbers.map { $0[glyph] ?? 0 } ?? glyph }
  }

  private var faces: [FontFace: Face] = [:]

  /// - Parameter isEmbedded: whether Cairo puts the faces into the file. Then it is given subsets by HarfBuzz: Cairo up to
  ///   1.18 follows the subroutines that PostScript outlines share by a short-cut. It passes over one that it has seen before,
  ///   loses count of the operands, takes a `hintmask` (Adobe's Technical Note 5177, 4.3) for shorter than it is, and now
  ///   and then leaves out a subroutine: a glyph is missing from the page and nothing tells. Without subroutines and hints
  ///   there is nothing to lose count of.
  init(_ glyphs: GlyphUse, isEmbedded: Bool) throws(DiagnosticFailure) {
    var bag = DiagnosticBag()
    for (face, use) in glyphs.faces {
      do throws(DiagnosticFailure) {
        let subset = isEmbedded ? Self.subset(of: face, use) : nil
        let handle = try Self.opened(
          face, OpenFontFile(face, subset: subset.map { withWholeWidths($0.program) }))
        faces[face] = Face(handle: handle, numbers: subset?.numbers)
      } catch {
        bag.add(contentsOf: error.bag)
      }
    }
    try bag.throwIfErrors()
  }

  deinit { for face in faces.values { cairo_font_face_destroy(face.handle) } }

  /// `face` as Cairo has it, valid as long as this object; nil for one without glyphs in the export.
  func face(_ face: FontFace) -> Face? { faces[face] }

  private static func subset(of face: FontFace, _ use: GlyphUse.Face) -> FontSubset? {
    FontSubset(face, glyphs: use.glyphs, keepsNumbers: false, for: .freeType)
  }

  private static func opened(
    _ face: FontFace, _ file: OpenFontFile?
  ) throws(DiagnosticFailure) -> OpaquePointer {
    // The outlines as they are: no grid fitting, neither Cairo's nor the font's own.
    guard let file,
      let made = cairo_ft_font_face_create_for_ft_face(file.face, Int32(FT_LOAD_NO_HINTING))
    else {
      throw DiagnosticFailure(PrintDiagnostics.unreadableFont(face.family, file: face.file))
    }
    // Cairo keeps scaled fonts after their last use, so the file must stay open until Cairo lets go of
    // the face. Any address that is ours alone can be the key.
    let owner = Unmanaged.passRetained(file).toOpaque()
    let status = cairo_font_face_set_user_data(
      made, UnsafePointer(owner.assumingMemoryBound(to: cairo_user_data_key_t.self)), owner
    ) { owner in
      guard let owner else { return }
      Unmanaged<OpenFontFile>.fromOpaque(owner).release()
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(made)
      Unmanaged<OpenFontFile>.fromOpaque(owner).release()
      throw PrintDiagnostics.failed(
        "the font `\(face.family)`", reason: String(cString: cairo_status_to_string(status)))
    }
    return made
  }
}

/// A font file that FreeType has open. Each has a FreeType library to itself: a library must not be used
/// by two threads at once, and Cairo may close the file from any thread.
private final class OpenFontFile {
  let face: FT_Face
  private let library: FT_Library
  /// What FreeType reads from, which must outlast the face; nil for a file.
  private let memory: UnsafeMutableBufferPointer<UInt8>?

  /// Opens `subset` where there is one, else the file; nil where the file is not there or is not a font.
  init?(_ description: FontFace, subset: [UInt8]?) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    var face: FT_Face?
    let memory = subset.map { bytes in
      let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = memory.initialize(from: bytes)
      return memory
    }
    let status =
      if let memory {
        FT_New_Memory_Face(library, memory.baseAddress, FT_Long(memory.count), 0, &face)
      } else {
        FT_New_Face(library, description.file, FT_Long(description.index), &face)
      }
    guard status == 0, let face else {
      FT_Done_FreeType(library)
      memory?.deallocate()
      return nil
    }
    self.library = library
    self.face = face
    self.memory = memory
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    memory?.deallocate()
  }
}
