import CCairo
import Scene
import Syntax

/// A font face as Cairo has it.
struct CairoFont {
  /// Cairo's handle, valid as long as the `CairoFonts` that gave it.
  var handle: OpaquePointer
  /// Cairo's numbers of the glyphs, by those of the font file; nil where they are the same.
  var numbers: [UInt32: UInt32]?
}

/// The font faces of one export, each opened once.
final class CairoFonts {
  private var faces: [FontFace: CairoFont] = [:]
  /// The glyphs that fonts embedded in a document must have; nil where none are embedded.
  private let embedded: GlyphUse?

  init(embedding glyphs: GlyphUse? = nil) { embedded = glyphs }

  deinit { for face in faces.values { cairo_font_face_destroy(face.handle) } }

  /// `face` as Cairo has it.
  func font(of face: FontFace) throws(DiagnosticFailure) -> CairoFont {
    if let known = faces[face] { return known }
    let compact = embedded.flatMap { CompactFace(face, glyphs: $0.glyphs(of: face)) }
    guard let file = OpenFontFile(face, compact: compact) else {
      throw CairoDiagnostics.unreadableFont(face.family, file: face.file)
    }
    // The outlines as they are: no grid fitting, neither Cairo's nor the font's own.
    guard let made = cairo_ft_font_face_create_for_ft_face(file.face, Int32(FT_LOAD_NO_HINTING))
    else {
      throw CairoDiagnostics.unreadableFont(face.family, file: face.file)
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
      throw CairoDiagnostics.failed(
        "the font `\(face.family)`", reason: String(cString: cairo_status_to_string(status)))
    }
    let font = CairoFont(handle: made, numbers: compact?.numbers)
    faces[face] = font
    return font
  }
}

/// A font file that FreeType has open. Each has a FreeType library to itself: a library must not be used
/// by two threads at once, and Cairo may close the file from any thread.
private final class OpenFontFile {
  let face: FT_Face
  private let library: FT_Library
  /// What FreeType reads from, which must outlast the face.
  private let compact: CompactFace?

  /// Opens `compact` where there is one, else the file; nil where the file is not there or is not a font.
  init?(_ description: FontFace, compact: CompactFace?) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    var face: FT_Face?
    let status =
      if let bytes = compact?.bytes {
        FT_New_Memory_Face(library, bytes.baseAddress, FT_Long(bytes.count), 0, &face)
      } else {
        FT_New_Face(library, description.file, FT_Long(description.index), &face)
      }
    guard status == 0, let face else {
      FT_Done_FreeType(library)
      return nil
    }
    self.library = library
    self.face = face
    self.compact = compact
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }
}
