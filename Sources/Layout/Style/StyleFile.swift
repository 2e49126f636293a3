import Scene
package import Syntax
import Typesetting

/// Reads a style file: what a house changes of one of our styles, by names that say what they are.
package struct StyleFile {
  private let file: SourceFile
  private var style: StyleSheet
  private var problems = DiagnosticBag()

  /// The style that `file` (YAML) describes, or nil where it cannot be read; all its problems go to `bag`.
  package static func read(_ file: SourceFile, into bag: inout DiagnosticBag) -> StyleSheet? {
    guard let node = YAMLParser.parse(file, into: &bag) else { return nil }
    guard var reader = ObjectReader(node, in: file, into: &bag) else { return nil }
    let base = reader.optionalChoice("extends", as: StyleSheet.Theme.self) ?? .briefing
    var palette = base.style.palette
    var faces = base.style.faces
    var problems = DiagnosticBag()
    if var colours = reader.optionalObject("colours") {
      Self.read(&colours, into: &palette, &problems)
    }
    if var names = reader.optionalObject("faces") { Self.read(&names, into: &faces, &problems) }
    var result = StyleFile(
      file: file, style: base.style(palette: palette, faces: faces), problems: problems)
    result.readPage(&reader)
    result.readTables(&reader)
    result.readSpacing(&reader)
    result.readText(&reader)
    result.style.hyphenates = reader.optionalBool("hyphenation") ?? result.style.hyphenates
    reader.finish(into: &bag)
    bag.add(contentsOf: result.problems)
    for problem in Contrast.problems(of: result.style) {
      bag.add(LayoutDiagnostics.faint(problem, at: file.span(node.range)))
    }
    return result.style
  }

  // MARK: Colours and faces

  private static func read(
    _ reader: inout ObjectReader, into palette: inout StyleSheet.Palette,
    _ bag: inout DiagnosticBag
  ) {
    for name in StyleSheet.Palette.names {
      guard let text = reader.optionalString(name.name) else { continue }
      if let color = Color(hex: text) {
        palette[keyPath: name.path] = color
      } else {
        bag.add(LayoutDiagnostics.noColor(text, names: [], at: reader.span(of: name.name)))
      }
    }
    reader.finish(into: &bag)
  }

  private static func read(
    _ reader: inout ObjectReader, into faces: inout StyleSheet.Faces, _ bag: inout DiagnosticBag
  ) {
    let known = FontCatalogue.debian.families.map(\.name)
    func read(_ name: String, _ place: WritableKeyPath<StyleSheet.Faces, [String]>, _ index: Int) {
      guard let family = reader.optionalString(name) else { return }
      guard known.contains(family) else {
        bag.add(LayoutDiagnostics.noFace(family, known: known, at: reader.span(of: name)))
        return
      }
      faces[keyPath: place][index] = family
    }
    read("prose", \.prose, 0)
    read("prose-han", \.prose, 1)
    read("display", \.display, 0)
    read("display-han", \.display, 1)
    read("code", \.code, 0)
    read("code-han", \.code, 1)
    reader.finish(into: &bag)
  }

  // MARK: The page

  private mutating func readPage(_ reader: inout ObjectReader) {
    if let step = length("grid", in: &reader, 6...72) { style.move(toGrid: step) }
    guard var page = reader.optionalObject("page") else { return }
    if let name = page.optionalChoice("size", as: StyleSheet.PaperSize.self) {
      style.page.size = name.size
    }
    if let width = length("width", in: &page, 100...3000) { style.page.size.width = width }
    if let height = length("height", in: &page, 100...3000) { style.page.size.height = height }
    if var margins = page.optionalObject("margins") {
      for (name, path) in [
        ("top", \StyleSheet.PageGeometry.top), ("bottom", \.bottom), ("left", \.left),
        ("right", \.right),
      ] {
        if let margin = length(name, in: &margins, 0...1000) { style.page[keyPath: path] = margin }
      }
      margins.finish(into: &problems)
    }
    if let width = length("side-column", in: &page, 0...400) { style.sideColumn = width }
    if let width = length("gutter", in: &page, 0...100) { style.gutter = width }
    style.endOnGrid()
    // Running head and folio stand in the margins.
    let room = (style.mainMeasure, style.page.height, min(style.page.top, style.page.bottom))
    if room.0 < 120 || room.1 < 10 * style.gridStep || room.2 < 45 {
      problems.add(
        LayoutDiagnostics.smallPage(
          measure: room.0, height: room.1, margin: room.2, at: page.span))
    }
    page.finish(into: &problems)
  }

  private mutating func readTables(_ reader: inout ObjectReader) {
    guard var tables = reader.optionalObject("tables") else { return }
    style.table.rules =
      tables.optionalChoice("rules", as: StyleSheet.TableLook.Rules.self) ?? style.table.rules
    style.table.isZebra = tables.optionalBool("zebra") ?? style.table.isZebra
    style.table.padding = length("padding", in: &tables, 0...20) ?? style.table.padding
    tables.finish(into: &problems)
  }

  /// Lengths in the file, steps in the style: the grid is known by now.
  private mutating func readSpacing(_ reader: inout ObjectReader) {
    guard var spacing = reader.optionalObject("spacing") else { return }
    for (name, path) in StyleSheet.Spacing.names {
      guard let length = length(name, in: &spacing, 0...200) else { continue }
      style.spacing[keyPath: path] = length / style.gridStep
    }
    spacing.finish(into: &problems)
  }

  // MARK: Text

  private mutating func readText(_ reader: inout ObjectReader) {
    guard var text = reader.optionalObject("text") else { return }
    if let points = length("larger-by", in: &text, 0...20) {
      for name in StyleSheet.Roles.names {
        style.roles[keyPath: name.path].enlarge(by: points, upTo: 30)
      }
    }
    for name in StyleSheet.Roles.names {
      guard var role = text.optionalObject(name.name) else { continue }
      read(&role, into: name.path)
    }
    text.finish(into: &problems)
  }

  private mutating func read(
    _ reader: inout ObjectReader, into path: WritableKeyPath<StyleSheet.Roles, StyleSheet.Role>
  ) {
    var role = style.roles[keyPath: path]
    if let size = length("size", in: &reader, 4...144) {
      let leading = role.leading * size / role.text.size
      role.text.size = size
      // A size of its own moves lines that would be tight or far apart; the grid holds what stands on it.
      if role.leading != style.gridStep || role.leading < 1.15 * size { role.lead(by: leading) }
    }
    if let leading = length("leading", in: &reader, 4...200) { role.lead(by: leading) }
    switch reader.optionalChoice("face", as: FaceName.self) {
    case .prose: role.text.font.families = style.faces.prose
    case .display: role.text.font.families = style.faces.display
    case .code: role.text.font.families = style.faces.code
    case nil: break
    }
    if let weight = reader.optionalInteger("weight") {
      if (100...900).contains(weight) {
        role.text.font.weight = weight
      } else {
        problems.add(
          LayoutDiagnostics.badLength(
            "\(weight)", expected: "a weight from 100 to 900", at: reader.span(of: "weight")))
      }
    }
    role.text.font.isItalic = reader.optionalBool("italic") ?? role.text.font.isItalic
    if let tracking = length("tracking", in: &reader, -2...10) { role.text.tracking = tracking }
    if let name = reader.optionalString("colour") {
      if let color = style.palette.named(name) ?? Color(hex: name) {
        role.color = color
      } else {
        problems.add(
          LayoutDiagnostics.noColor(
            name, names: StyleSheet.Palette.names.map(\.name), at: reader.span(of: "colour")))
      }
    }
    role.alignment =
      reader.optionalChoice("alignment", as: Paragraph.Alignment.self) ?? role.alignment
    style.roles[keyPath: path] = role
    reader.finish(into: &problems)
  }

  private enum FaceName: String, CaseIterable { case prose, display, code }

  // MARK: Lengths

  /// The length `name`: a number of points, or a text with its unit.
  private mutating func length(
    _ name: String, in reader: inout ObjectReader, _ range: ClosedRange<Double>
  ) -> Double? {
    guard let node = reader.optionalNode(name) else { return nil }
    let expected =
      "a length from \(Int(range.lowerBound)) to \(Int(range.upperBound)) pt, such as `14pt` or `20mm`"
    let points = node.number ?? node.string.flatMap(LengthText.points)
    guard let points, range.contains(points) else {
      problems.add(
        LayoutDiagnostics.badLength(
          node.string ?? node.number.map { "\($0)" } ?? node.kind, expected: expected,
          at: file.span(node.range)))
      return nil
    }
    return points
  }
}
