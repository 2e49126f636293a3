import CCairo
import Scene
import Syntax

/// The font faces of one export, each opened once, before anything is drawn.
final class CairoFonts {
  private var faces: [FontFace: OpaquePointer] = [:]

  init(_ glyphs: GlyphUse) throws(DiagnosticFailure) {
    var bag = DiagnosticBag()
    for (face, _) in glyphs.faces {
      do throws(DiagnosticFailure) {
        faces[face] = try Self.opened(face)
      } catch {
        bag.add(contentsOf: error.bag)
      }
    }
    try bag.throwIfErrors()
  }

  deinit { for face in faces.values { cairo_font_face_destroy(face) } }

  /// Cairo's handle of `face`, valid as long as this object; nil for one without glyphs in the export.
  func handle(of face: FontFace) -> OpaquePointer? { faces[face] }

  private static func opened(_ face: FontFace) throws(DiagnosticFailure) -> OpaquePointer {
    // The outlines as they are: no grid fitting, neither Cairo's nor the font's own.
    guard let file = OpenFontFile(face),
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

  /// nil where the file is not there or is not a font.
  init?(_ description: FontFace) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    var face: FT_Face?
    let status = FT_New_Face(library, description.file, FT_Long(description.index), &face)
    guard status == 0, let face else {
      FT_Done_FreeType(library)
      return nil
    }
    self.library = library
    self.face = face
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }
}
