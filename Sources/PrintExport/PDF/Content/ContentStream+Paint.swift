import Scene

/// What is painted: the area of outlines and letters, or their edge.
enum PaintedPart {
  case fill
  case stroke
}

extension ContentStream {
  /// Paints fills or strokes that follow with one colour.
  mutating func use(_ color: Color, for part: PaintedPart) {
    use(opacity: color.alpha, for: part)
    let opaque = Color(red: color.red, green: color.green, blue: color.blue)
    switch part {
    case .fill:
      if state.fill == opaque { return }
      state.fill = opaque
    case .stroke:
      if state.stroke == opaque { return }
      state.stroke = opaque
    }
    for component in opaque.components {
      bytes.append(number: component)
      bytes.append(token: " ")
    }
    switch part {
    case .fill: bytes.append(token: "rg\n")
    case .stroke: bytes.append(token: "RG\n")
    }
  }

  /// Paints fills or strokes that follow with a pattern.
  mutating func use(_ pattern: Pattern, for part: PaintedPart) {
    let name = ContentResources.name(ofPattern: resources.patterns.count)
    resources.patterns.append(pattern)
    switch part {
    case .fill:
      state.fill = nil
      bytes.append(token: "/Pattern cs ")
      bytes.append(name: name)
      bytes.append(token: " scn\n")
    case .stroke:
      state.stroke = nil
      bytes.append(token: "/Pattern CS ")
      bytes.append(name: name)
      bytes.append(token: " SCN\n")
    }
  }
}

extension Color {
  /// Red, green and blue from 0 to 1; three decimals tell all 256 steps apart.
  var components: [Double] { [red, green, blue].map { Double($0) / 255 } }
}
