import Scene

/// The content of a page of a PDF.
struct PDFCanvas: Canvas {
  private let resources: DocumentResources
  /// What is drawn on at the moment: the page, or a picture on it.
  private var content: ContentStream
  /// What the picture at hand is drawn on, from the page.
  private var outer: [ContentStream] = []

  init(page size: Size, _ resources: DocumentResources) {
    self.resources = resources
    content = ContentStream(page: size)
  }

  /// The operators, and what the names in them stand for.
  mutating func finished() -> ([UInt8], ContentResources) {
    (content.finished, content.resources)
  }

  // MARK: State

  var shift: Point {
    get { content.state.shift }
    set { content.state.shift = newValue }
  }

  var visibleArea: Rect { content.visibleArea }

  mutating func save() { content.save() }
  mutating func restore() { content.restore() }
  mutating func concatenate(_ transform: Transform) { content.concatenate(transform) }
  mutating func clip(to geometry: Shape.Geometry) { content.clip(to: geometry) }

  // MARK: Painting

  mutating func fill(_ geometry: Shape.Geometry, with ink: Ink<Form>) {
    paint(ink, for: .fill) { content in
      content.outline(geometry)
      content.fill()
    }
  }

  mutating func stroke(_ geometry: Shape.Geometry, with pen: Pen<Form>) {
    paint(pen.ink, for: .stroke) { content in
      content.use(pen)
      content.outline(geometry)
      content.stroke()
    }
  }

  mutating func draw(_ image: RasterImage, in area: Rect, opacity: Double) {
    guard let place = resources.place(of: image) else { return }
    content.use(opacity: opacity, for: .fill)
    content.draw(image: place, in: area)
  }

  mutating func show(_ run: GlyphRun, at point: Point, fill: Ink<Form>?, stroke: Pen<Form>?) {
    guard let place = resources.place(of: run.face) else { return }
    let face = resources.faces[place]
    var isShown = false
    func show(_ content: inout ContentStream, _ mode: TextMode) {
      if let stroke { content.use(stroke) }
      content.show(run, in: face, at: place, point: point, mode: mode, isAgain: isShown)
    }
    if let fill, let ink = stroke?.ink, fill.isPaint, ink.isColor {
      content.use(fill, for: .fill)
      content.use(ink, for: .stroke)
      return show(&content, .fillAndStroke)
    }
    if let fill {
      if !fill.isPaint {
        // What is copied: letters that are a mask are not.
        show(&content, .invisible)
        isShown = true
      }
      paint(fill.isPaint ? fill : pictured(fill), for: .fill) { show(&$0, .fill) }
      isShown = true
    }
    if let ink = stroke?.ink {
      paint(ink.isColor ? ink : pictured(ink), for: .stroke) { show(&$0, .stroke) }
    }
  }

  /// A gradient as a picture, for letters: poppler (22.12) strokes them in plain colours alone, pdfium (149) fades letters
  /// twice that are filled under a mask, and MuPDF (1.21) forgets a mask where they are the clip.
  private mutating func pictured(_ ink: Ink<Form>) -> Ink<Form> {
    guard case .gradient = ink else { return ink }
    beginPicture(showing: nil)
    fill(.rect(visibleArea), with: ink)
    return .picture(endPicture())
  }

  /// Calls `body`, which fills or strokes, with `ink` set.
  private mutating func paint(
    _ ink: Ink<Form>, for part: PaintedPart, _ body: (inout ContentStream) -> Void
  ) {
    if ink.isPaint {
      content.use(ink, for: part)
      return body(&content)
    }
    content.save()
    switch ink {
    case .color: break
    case .gradient(let gradient):
      // Colours of a PDF have no opacity of their own: it is the lightness of a mask. That of the whole goes into it: MuPDF
      // (1.21) would multiply with it twice.
      content.use(mask: mask { $0.paint(gradient.lightness, within: gradient.place) })
      content.use(ink, for: part)
      body(&content)
    case .picture(let form):
      let mask = mask { mask in
        mask.use(.white, for: part)
        body(&mask)
      }
      content.use(mask: mask)
      content.draw(form)
    }
    content.restore()
  }

  /// What `body` draws in light on dark.
  private func mask(_ body: (inout ContentStream) -> Void) -> Form {
    var mask = ContentStream(formIn: content)
    body(&mask)
    return Form(
      area: mask.area, isGrey: true, content: mask.finished, resources: mask.resources)
  }

  // MARK: Pictures

  mutating func beginPicture(showing area: Rect?) {
    outer.append(content)
    content = ContentStream(formIn: content, showing: area)
  }

  mutating func endPicture() -> Form {
    let form = Form(area: content.area, content: content.finished, resources: content.resources)
    if let outer = outer.popLast() { content = outer }
    return form
  }

  mutating func draw(_ picture: Form, opacity: Double, blend: BlendMode) {
    guard blend != .normal else {
      content.use(opacity: opacity, for: .fill)
      return content.draw(picture)
    }
    content.save()
    content.use(opacity: opacity, for: .fill)
    content.use(blend)
    content.draw(picture)
    content.restore()
  }
}

extension Ink<Form> {
  fileprivate var isColor: Bool {
    switch self {
    case .color: true
    case .gradient, .picture: false
    }
  }

  /// Whether operators of paint alone can set it, without a mask or a clip.
  fileprivate var isPaint: Bool {
    switch self {
    case .color: true
    case .gradient(let gradient): gradient.commonAlpha != nil
    case .picture: false
    }
  }
}

extension PlacedGradient {
  fileprivate var colors: Shading {
    Shading(course: course, stops: stops.map { ($0.offset, $0.color.components) })
  }

  /// The opacity that all its colours have.
  fileprivate var commonAlpha: Double? {
    let first = stops.first?.color.alpha
    return stops.allSatisfy { $0.color.alpha == first } ? first : nil
  }

  /// Its opacities as shades of grey.
  fileprivate var lightness: Shading {
    Shading(
      course: course,
      stops: stops.map { ($0.offset, [min(max($0.color.alpha, 0), 1) * opacity]) })
  }
}

extension ContentStream {
  fileprivate mutating func use(_ ink: Ink<Form>, for part: PaintedPart) {
    switch ink {
    case .color(let color): use(color, for: part)
    case .gradient(let gradient):
      use(opacity: gradient.commonAlpha.map { $0 * gradient.opacity } ?? 1, for: part)
      use(
        Pattern(shading: gradient.colors, transform: transform.concatenating(gradient.place)),
        for: part)
    case .picture: break
    }
  }

  fileprivate mutating func paint(_ shading: Shading, within place: Transform) {
    concatenate(place)
    paint(shading)
  }
}
