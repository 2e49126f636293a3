import Scene

/// What becomes of the outlines of letters (ISO 32000-1, 9.3.6).
enum TextMode: Int {
  case fill = 0
  case stroke = 1
  case fillAndStroke = 2
  /// They are only there to be copied.
  case invisible = 3
}

/// A text object (9.4): where its line begins, in thousandths, so that moves from line to line add up without
/// an error.
struct TextObject {
  var x: Int
  var y: Int
}

extension ContentStream {
  /// Ends the text object that is open, if one is: outlines and matrices cannot stand in it.
  mutating func endText() {
    guard text != nil else { return }
    text = nil
    bytes.append(token: "ET\n")
  }

  /// Shows a run of the document's face `place` in the current paint, its first glyph at `point`.
  ///
  /// - Parameter isAgain: whether the run was shown before: it is not copied twice.
  mutating func show(
    _ run: GlyphRun, in face: DrawnFace, at place: Int, point: Point, mode: TextMode,
    isAgain: Bool = false
  ) {
    move(to: Point(x: point.x + state.shift.x, y: point.y + state.shift.y))
    use(mode)
    if state.face != place || state.size != run.size {
      (state.face, state.size) = (place, run.size)
      resources.faces.insert(place)
      bytes.append(name: ContentResources.name(ofFace: place))
      bytes.append(token: " ")
      bytes.append(number: run.size)
      bytes.append(token: " Tf\n")
    }
    var pens = Pens()
    var isOpen = false
    if isAgain { bytes.append(token: "/Span <</ActualText ()>> BDC\n") }
    run.forEachCluster { glyphs, text in
      let isPlain =
        isAgain
        || glyphs.count == 1 && face.texts.tell(text, of: run.glyphs[glyphs.lowerBound].id)
      if !isPlain {
        close(&isOpen)
        bytes.append(token: "/Span <</ActualText ")
        bytes.append(value: .text(String(decoding: text, as: UTF8.self)))
        bytes.append(token: ">> BDC\n")
      }
      for index in glyphs {
        append(run.glyphs[index], of: run.size, in: face, pens: &pens, isOpen: &isOpen)
      }
      if !isPlain {
        close(&isOpen)
        bytes.append(token: "EMC\n")
      }
    }
    close(&isOpen)
    if isAgain { bytes.append(token: "EMC\n") }
  }

  /// Ends the string that is open, if one is.
  private mutating func close(_ isOpen: inout Bool) {
    if isOpen { bytes.append(token: ")]TJ\n") }
    isOpen = false
  }

  /// Where the next glyph is wanted, and where readers would put it, from the start of the run.
  private struct Pens {
    var wanted = 0.0
    var actual = 0.0
  }

  /// How far a glyph may stand from where it is wanted, in points: a twelfth of a dot at 600 to the inch.
  private static let tolerance = 0.01

  private mutating func append(
    _ glyph: Glyph, of size: Double, in face: DrawnFace, pens: inout Pens, isOpen: inout Bool
  ) {
    if glyph.offset.y != 0 {
      close(&isOpen)
      bytes.append(number: -glyph.offset.y)
      bytes.append(token: " Ts\n")
    }
    if !isOpen { bytes.append(token: "[(") }
    isOpen = true
    let gap = pens.actual - pens.wanted - glyph.offset.x
    if abs(gap) > Self.tolerance {
      let thousandths = min(max((gap / size * 1000).rounded(), -1e9), 1e9)
      if thousandths != 0 {
        bytes.append(token: ")")
        bytes.append(integer: Int(thousandths))
        bytes.append(token: "(")
        pens.actual -= thousandths * size / 1000
      }
    }
    let code = face.code(of: glyph.id)
    bytes.append(escaped: UInt8(code >> 8))
    bytes.append(escaped: UInt8(code & 0xFF))
    pens.actual += face.width(of: glyph.id) * size / 1000
    pens.wanted += glyph.advance
    if glyph.offset.y != 0 {
      bytes.append(token: ")]TJ 0 Ts\n")
      isOpen = false
    }
  }

  /// Begins a line at `point`, in the coordinates of the operators; letters stand upright where y is down.
  private mutating func move(to point: Point) {
    let (x, y) = (thousandths(point.x), thousandths(point.y))
    if let text {
      bytes.append(scaled: x - text.x, places: 3)
      bytes.append(token: " ")
      bytes.append(scaled: text.y - y, places: 3)
      bytes.append(token: " Td\n")
    } else {
      bytes.append(token: "BT 1 0 0 -1 ")
      bytes.append(scaled: x, places: 3)
      bytes.append(token: " ")
      bytes.append(scaled: y, places: 3)
      bytes.append(token: " Tm\n")
    }
    text = TextObject(x: x, y: y)
  }

  private mutating func use(_ mode: TextMode) {
    guard state.mode != mode else { return }
    state.mode = mode
    bytes.append(integer: mode.rawValue)
    bytes.append(token: " Tr\n")
  }
}
