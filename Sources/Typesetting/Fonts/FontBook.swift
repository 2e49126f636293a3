import Glibc
package import Scene
package import Syntax

/// The faces that a report may use: those of the families asked for, and nothing else of the machine.
///
/// No font configuration is read and no directory searched: the catalogue says where each face lies, so
/// neither the environment nor other installed fonts have a say, and a cold start costs a few `access`
/// calls. (A private fontconfig with eight faces takes 1 to 5 ms before the first text.)
package struct FontBook: Sendable {
  /// The CSS names that stand for a family chosen by the caller.
  package static let genericNames = ["sans-serif", "serif", "monospace"]

  /// The families held, in the order asked for, each once.
  package let families: [String]
  private let faces: [String: [FontFace]]
  private let generics: [String: String]
  private let drawsHan: Bool

  /// A book of `families` and of those that `generics` stand for.
  ///
  /// - Parameters:
  ///   - families: Names of the catalogue; a generic name is allowed where `generics` resolves it.
  ///   - withHan: Whether each family is followed by the one that draws Han beside it; such a face is opened
  ///     when a text first needs it.
  ///   - generics: What `sans-serif`, `serif` and `monospace` stand for; no entry, no meaning.
  /// - Throws: `font-family`, `font-generic` and `font-not-installed`, all that apply at once.
  package init(
    families: [String], withHan: Bool = false, generics: [String: String] = [:],
    catalogue: FontCatalogue = .debian
  ) throws(DiagnosticFailure) {
    var bag = DiagnosticBag()
    var held: [String] = []
    var faces: [String: [FontFace]] = [:]
    var wanted: [String] = []
    for name in generics.keys.sorted() where !Self.genericNames.contains(name) {
      bag.add(TypesettingDiagnostics.family(name, known: Self.genericNames))
    }
    for name in families {
      if !Self.genericNames.contains(name) {
        wanted.append(name)
      } else if generics[name] == nil {
        bag.add(TypesettingDiagnostics.generic(name))
      }
    }
    wanted += Self.genericNames.compactMap { generics[$0] }
    if withHan { wanted += wanted.compactMap { FontCatalogue.han[$0] } }
    for name in wanted where !held.contains(name) {
      held.append(name)
      guard let family = catalogue.families.first(where: { $0.name == name }) else {
        bag.add(TypesettingDiagnostics.family(name, known: catalogue.families.map(\.name)))
        continue
      }
      let found = family.faces.map { face in
        FontFace(
          file: "\(family.directory)/\(face.file)", index: face.index, family: name,
          weight: face.weight, isItalic: face.isItalic, generic: family.generic)
      }
      if let missing = found.first(where: { access($0.file, R_OK) != 0 }) {
        bag.add(
          TypesettingDiagnostics.notInstalled(
            name, file: missing.file, debianPackage: family.debianPackage))
      }
      faces[name] = found
    }
    try bag.throwIfErrors()
    self.families = held
    self.faces = faces
    self.generics = generics
    drawsHan = withHan
  }

  /// The face of each family of `description`, in its order; each face once.
  ///
  /// A family without italics gives its upright face: nothing is slanted or emboldened by machine.
  /// - Throws: `font-family` or `font-generic` for a name that the book does not hold.
  package func faces(for description: FontDescription) throws(DiagnosticFailure) -> [FontFace] {
    var bag = DiagnosticBag()
    var result: [FontFace] = []
    var names = description.families
    if drawsHan { names += names.compactMap { FontCatalogue.han[generics[$0] ?? $0] } }
    for name in names {
      let isGeneric = Self.genericNames.contains(name)
      if isGeneric, generics[name] == nil {
        bag.add(TypesettingDiagnostics.generic(name))
        continue
      }
      guard let candidates = faces[generics[name] ?? name],
        let face = Self.nearest(
          in: candidates, weight: description.weight, isItalic: description.isItalic)
      else {
        bag.add(TypesettingDiagnostics.family(name, known: families))
        continue
      }
      if !result.contains(face) { result.append(face) }
    }
    if result.isEmpty, bag.isEmpty { bag.add(TypesettingDiagnostics.family("", known: families)) }
    try bag.throwIfErrors()
    return result
  }

  /// CSS Fonts 4, section 5.2: the slant first, then the weight; from 400 to 500 upwards to 500 first,
  /// below that the lighter first, above it the heavier first.
  static func nearest(in faces: [FontFace], weight: Int, isItalic: Bool) -> FontFace? {
    let slanted = faces.filter { $0.isItalic == isItalic }
    func rank(_ face: FontFace) -> (Int, Int) {
      let distance = abs(face.weight - weight)
      switch weight {
      case 400...500:
        if face.weight >= weight && face.weight <= 500 { return (0, distance) }
        return (face.weight < weight ? 1 : 2, distance)
      case ..<400: return (face.weight <= weight ? 0 : 1, distance)
      default: return (face.weight >= weight ? 0 : 1, distance)
      }
    }
    return (slanted.isEmpty ? faces : slanted).min { rank($0) < rank($1) }
  }
}
