import CHarfBuzz
package import Scene
package import Syntax

/// Turns the text of frames into the shapes of its letters, for print shops and others who cannot count on
/// the fonts. Every exporter draws the result as it draws any shape.
///
/// Holds opened faces and the outlines that it read, so it belongs to one task: make one for each.
package final class GlyphOutlines {
  private struct Key: Hashable {
    var face: FontFace
    var glyph: UInt32
  }

  private let faces = OpenFaces()
  /// In units of the em square, y down.
  private var outlines: [Key: [Path.Element]] = [:]

  package init() {}

  /// `frame` with shapes in place of its text. A line's words stay with it as its label.
  ///
  /// - Throws: `font-unreadable` where a face that was shaped with cannot be opened any more.
  package func outlined(_ frame: Frame) throws(DiagnosticFailure) -> Frame {
    Frame(size: frame.size, items: try outlined(frame.items))
  }

  private func outlined(_ items: [FrameItem]) throws(DiagnosticFailure) -> [FrameItem] {
    var result: [FrameItem] = []
    result.reserveCapacity(items.count)
    for item in items {
      switch item {
      case .text(let text): result.append(try outlined(text))
      case .group(var group):
        group.items = try outlined(group.items)
        result.append(.group(group))
      case .shape, .image, .destination: result.append(item)
      }
    }
    return result
  }

  private func outlined(_ item: TextItem) throws(DiagnosticFailure) -> FrameItem {
    let origin = item.angle == 0 ? item.origin : .zero
    var path = Path()
    for (index, line) in item.lines.enumerated() {
      let width = line.reduce(0) { $0 + $1.width }
      var x = origin.x - width * item.anchor.share
      let y = origin.y + Double(index) * item.lineHeight
      for run in line {
        for glyph in run.glyphs {
          let pen = Point(x: x + glyph.offset.x, y: y + glyph.offset.y)
          path.append(try outline(Key(face: run.face, glyph: glyph.id)), at: pen, size: run.size)
          x += glyph.advance
        }
      }
    }
    let words = item.lines.map { $0.map(\.text).joined() }.joined(separator: " ")
    let shape = Shape(
      .path(path), fill: item.fill, stroke: item.stroke, opacity: item.opacity,
      semantics: item.semantics ?? Semantics(role: "img", label: words))
    guard item.angle != 0 else { return .shape(shape) }
    let turn = Transform.translation(x: item.origin.x, y: item.origin.y)
      .concatenating(.rotation(degrees: item.angle))
    return .group(Group(transform: turn, items: [.shape(shape)]))
  }

  private func outline(_ key: Key) throws(DiagnosticFailure) -> [Path.Element] {
    if let known = outlines[key] { return known }
    let read = try faces.open(key.face).outline(of: key.glyph)
    outlines[key] = read
    return read
  }
}

extension OpenFace {
  /// The outline of `glyph` in units of the em square, y down; empty for a space.
  func outline(of glyph: UInt32) -> [Path.Element] {
    let pen = OutlinePen(unitsPerEm: unitsPerEm)
    hb_font_get_glyph_shape(
      font, glyph, OutlinePen.functions, Unmanaged.passUnretained(pen).toOpaque())
    return pen.elements
  }
}

/// What HarfBuzz draws a glyph with. It gives quadratic curves as cubic ones where nothing else is asked.
private final class OutlinePen {
  let unitsPerEm: Double
  var elements: [Path.Element] = []

  init(unitsPerEm: Double) { self.unitsPerEm = unitsPerEm }

  private func point(_ x: Float, _ y: Float) -> Point {
    Point(x: Double(x) / unitsPerEm, y: -Double(y) / unitsPerEm)
  }

  private static func pen(_ data: UnsafeMutableRawPointer?) -> OutlinePen {
    guard let data else { preconditionFailure("HarfBuzz hands the pen through") }
    return Unmanaged.fromOpaque(data).takeUnretainedValue()
  }

  /// Never changed once made, and so shared by all threads.
  nonisolated(unsafe) static let functions: OpaquePointer? = {
    let functions = hb_draw_funcs_create()
    hb_draw_funcs_set_move_to_func(
      functions,
      { _, data, _, x, y, _ in
        let pen = OutlinePen.pen(data)
        pen.elements.append(.move(pen.point(x, y)))
      }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      functions,
      { _, data, _, x, y, _ in
        let pen = OutlinePen.pen(data)
        pen.elements.append(.line(pen.point(x, y)))
      }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, data, _, x1, y1, x2, y2, x, y, _ in
        let pen = OutlinePen.pen(data)
        pen.elements.append(.curve(pen.point(x1, y1), pen.point(x2, y2), pen.point(x, y)))
      }, nil, nil)
    hb_draw_funcs_set_close_path_func(
      functions, { _, data, _, _ in OutlinePen.pen(data).elements.append(.close) }, nil, nil)
    hb_draw_funcs_make_immutable(functions)
    return functions
  }()
}

extension Path {
  /// Adds `outline`, `size` large, from `pen`.
  fileprivate mutating func append(_ outline: [Element], at pen: Point, size: Double) {
    func placed(_ point: Point) -> Point {
      Point(x: pen.x + point.x * size, y: pen.y + point.y * size)
    }
    for element in outline {
      switch element {
      case .move(let point): move(to: placed(point))
      case .line(let point): line(to: placed(point))
      case .curve(let control1, let control2, let point):
        curve(placed(control1), placed(control2), to: placed(point))
      case .close: close()
      }
    }
  }
}
