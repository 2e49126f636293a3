import Scene

extension FrameDrawing {
  func draw(
    _ destination: Destination, on context: borrowing CairoContext,
    within surroundings: Surroundings
  ) {
    switch medium {
    case .image: break
    case .document:
      waiting.show(on: context, under: surroundings.transform)
      context.destination(
        destination.name, at: surroundings.transform.apply(destination.point))
    }
  }
}
