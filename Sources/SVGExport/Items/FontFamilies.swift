import Scene

/// The `font-family` of a text: the families that shaping used, those that viewers are likely to have in their
/// place, and the generic one last (CSS Fonts 4, 2.1).
enum FontFamilies {
  static func list(of item: TextItem) -> [String] {
    let runs = item.lines.joined()
    let asked = item.families.filter { !generics.contains($0) }
    var families = asked
    for run in runs where !families.contains(run.face.family) && (!asked.isEmpty || drawsHan(run)) {
      families.append(run.face.family)
    }
    let own = runs.first { $0.face.family == item.families.first } ?? runs.first
    let generic = own?.face.generic ?? .sansSerif
    if asked.isEmpty {
      // The viewer's own choice, as asked for, but for Han: a list goes on only where a family is named.
      guard let own, runs.contains(where: drawsHan) || item.families.isEmpty else {
        return item.families
      }
      if !families.contains(own.face.family) { families.insert(own.face.family, at: 0) }
    }
    for name in han(generic) where !families.contains(name) { families.append(name) }
    return families + [generic.rawValue]
  }

  private static let generics: Set<String> = ["sans-serif", "serif", "monospace"]

  private static func drawsHan(_ run: GlyphRun) -> Bool { run.face.family.contains("CJK") }

  /// Families that draw Han in the style of a generic one: what Debian, Adobe, Apple and Microsoft call theirs.
  private static func han(_ generic: GenericFamily) -> [String] {
    switch generic {
    case .serif: ["Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"]
    case .sansSerif, .monospace:
      ["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"]
    }
  }
}
