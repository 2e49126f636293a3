import Scene

/// The operators that draw a page or a form (ISO 32000-1, 8 and 9), written as they come. What is set already
/// is not set again.
struct ContentStream {
  /// The parts of the graphics state that are known; nil where nothing is.
  struct State {
    var fill: Color?
    var stroke: Color?
    /// Of fills, images and pictures.
    var fillOpacity: Double
    var strokeOpacity: Double
    var width: Double?
    var cap: Stroke.Cap?
    var join: Stroke.Join?
    var miterLimit: Double?
    var dash: [Double]?
    var dashOffset: Double?
    var face: Int?
    var size: Double?
    var mode: TextMode?
    /// From the coordinates of the operators to those of the stream.
    var matrix = Transform.identity
    /// What is added to the coordinates that are given, in place of a matrix.
    var shift = Point.zero

    /// At the start of a page (8.4.1, table 52).
    static let initial = State(
      fillOpacity: 1, strokeOpacity: 1, dash: [], dashOffset: 0, mode: .fill)
    /// At the start of a form, which goes on with whatever was set where it is drawn (8.10.1); a transparency group
    /// begins opaque (11.6.6).
    static let ofForm = State(fillOpacity: 1, strokeOpacity: 1)
  }

  var bytes: [UInt8] = []
  var resources = ContentResources()
  var state: State
  private var saved: [State] = []
  /// What can be seen, in the coordinates of the stream.
  let area: Rect
  /// The text object that is open, if one is.
  var text: TextObject?

  /// A page of `size` with y down, as frames have it.
  init(page size: Size) {
    area = Rect(x: 0, y: 0, width: size.width, height: size.height)
    state = .initial
    bytes.reserveCapacity(16_384)
    concatenate(Transform(a: 1, b: 0, c: 0, d: -1, tx: 0, ty: size.height))
  }

  /// A form that `outer` will draw as things stand there now.
  ///
  /// - Parameter area: what the form shows of the coordinates that are given; nil for all that can be seen.
  init(formIn outer: ContentStream, showing area: Rect? = nil) {
    let shift = outer.state.shift
    self.area = (area ?? outer.visibleArea).offset(x: shift.x, y: shift.y)
    state = .ofForm
    state.shift = shift
  }

  /// The content, all of it closed.
  var finished: [UInt8] {
    mutating get {
      endText()
      return bytes
    }
  }

  /// From the coordinates that are given to those of the stream.
  var transform: Transform {
    state.matrix.concatenating(.translation(x: state.shift.x, y: state.shift.y))
  }

  /// What can be seen of the stream in the coordinates that are given.
  var visibleArea: Rect { transform.inverse.map { box(of: area, under: $0) } ?? area }

  // MARK: State

  /// What is set from now on holds until `restore`.
  mutating func save() {
    endText()
    bytes.append(token: "q\n")
    saved.append(state)
  }

  mutating func restore() {
    endText()
    bytes.append(token: "Q\n")
    if let state = saved.popLast() { self.state = state }
  }

  /// Moves the coordinates that are given from now on.
  mutating func shift(x: Double, y: Double) {
    state.shift.x += x
    state.shift.y += y
  }

  mutating func concatenate(_ transform: Transform) {
    if transform.isTranslation { return shift(x: transform.tx, y: transform.ty) }
    endText()
    let whole = Transform.translation(x: state.shift.x, y: state.shift.y).concatenating(transform)
    for factor in [whole.a, whole.b, whole.c, whole.d, whole.tx, whole.ty] {
      bytes.append(factor: factor)
      bytes.append(token: " ")
    }
    bytes.append(token: "cm\n")
    state.matrix = state.matrix.concatenating(whole)
    state.shift = .zero
  }

  /// Leaves only what lies within `geometry` to be painted.
  mutating func clip(to geometry: Shape.Geometry) {
    outline(geometry)
    bytes.append(token: "W n\n")
  }

  /// Makes fills, images and pictures that follow, or strokes, as opaque as `opacity` says.
  mutating func use(opacity: Double, for part: PaintedPart) {
    switch part {
    case .fill:
      if state.fillOpacity == opacity { return }
      state.fillOpacity = opacity
      set(.fillOpacity(opacity), named: "f\(thousandths(opacity))")
    case .stroke:
      if state.strokeOpacity == opacity { return }
      state.strokeOpacity = opacity
      set(.strokeOpacity(opacity), named: "s\(thousandths(opacity))")
    }
  }

  mutating func use(_ blend: BlendMode) {
    set(.blend(blend), named: blend.pdfName)
  }

  /// Makes all that follows, until the state is restored, as opaque as `mask` is light.
  mutating func use(mask: Form) {
    set(.mask(mask), named: "m\(resources.states.count)")
  }

  private mutating func set(_ graphics: GraphicsState, named name: String) {
    resources.states[name] = graphics
    bytes.append(name: name)
    bytes.append(token: " gs\n")
  }

  // MARK: Painting

  /// Fills the current outline and forgets it.
  mutating func fill() { bytes.append(token: "f\n") }

  /// Strokes the current outline and forgets it.
  mutating func stroke() { bytes.append(token: "S\n") }

  /// Sets how outlines are stroked, but for the ink.
  mutating func use<Picture>(_ pen: Pen<Picture>) {
    if state.width != pen.width {
      state.width = pen.width
      bytes.append(number: pen.width)
      bytes.append(token: " w\n")
    }
    if state.dash != pen.dash || state.dashOffset != pen.dashOffset {
      (state.dash, state.dashOffset) = (pen.dash, pen.dashOffset)
      bytes.append(value: .numbers(pen.dash))
      bytes.append(token: " ")
      bytes.append(number: pen.dashOffset)
      bytes.append(token: " d\n")
    }
    if state.cap != pen.cap {
      state.cap = pen.cap
      switch pen.cap {
      case .butt: bytes.append(token: "0 J\n")
      case .round: bytes.append(token: "1 J\n")
      case .square: bytes.append(token: "2 J\n")
      }
    }
    if state.join != pen.join {
      state.join = pen.join
      switch pen.join {
      case .miter: bytes.append(token: "0 j\n")
      case .round: bytes.append(token: "1 j\n")
      case .bevel: bytes.append(token: "2 j\n")
      }
    }
    if state.miterLimit != pen.miterLimit {
      state.miterLimit = pen.miterLimit
      bytes.append(number: pen.miterLimit)
      bytes.append(token: " M\n")
    }
  }

  /// Draws a form made for this place, as one picture.
  mutating func draw(_ form: Form) {
    endText()
    bytes.append(name: ContentResources.name(ofForm: resources.forms.count))
    bytes.append(token: " Do\n")
    resources.forms.append(form)
  }

  /// Draws an image of the document stretched over `area`.
  mutating func draw(image: Int, in area: Rect) {
    save()
    // The lower left corner of an image is the origin of its square of side 1.
    concatenate(
      Transform(a: area.width, b: 0, c: 0, d: -area.height, tx: area.minX, ty: area.maxY))
    resources.images.insert(image)
    bytes.append(name: ContentResources.name(ofImage: image))
    bytes.append(token: " Do\n")
    restore()
  }

  /// Paints all that can be seen with `shading`.
  mutating func paint(_ shading: Shading) {
    endText()
    bytes.append(name: ContentResources.name(ofShading: resources.shadings.count))
    bytes.append(token: " sh\n")
    resources.shadings.append(shading)
  }

  // MARK: Outlines

  /// Makes `geometry` the current outline.
  mutating func outline(_ geometry: Shape.Geometry) {
    endText()
    switch geometry {
    case .line(let start, let end):
      append(start, "m\n")
      append(end, "l\n")
    case .rect(let rect):
      append(rect.origin, "")
      bytes.append(number: rect.width)
      bytes.append(token: " ")
      bytes.append(number: rect.height)
      bytes.append(token: " re\n")
    case .path(let path):
      for element in path.elements {
        switch element {
        case .move(let point): append(point, "m\n")
        case .line(let point): append(point, "l\n")
        case .curve(let control1, let control2, let point):
          append(control1, "")
          append(control2, "")
          append(point, "c\n")
        case .close: bytes.append(token: "h\n")
        }
      }
    }
  }

  private mutating func append(_ point: Point, _ operation: StaticString) {
    bytes.append(number: point.x + state.shift.x)
    bytes.append(token: " ")
    bytes.append(number: point.y + state.shift.y)
    bytes.append(token: " ")
    bytes.append(token: operation)
  }
}
