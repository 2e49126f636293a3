import Scene
import Syntax

extension FrameDrawing {
  func draw(
    _ group: Group, on context: borrowing CairoContext, opacity: Double
  ) throws(DiagnosticFailure) {
    // A transform that flattens leaves nothing to see, and Cairo would refuse all that follows.
    let transform = group.transform
    guard abs(transform.a * transform.d - transform.b * transform.c) > 1e-12 else { return }
    let opacity = opacity * group.opacity
    // Most groups only say what they are.
    if transform == .identity, group.clip == nil {
      return try drawItems(of: group, on: context, opacity: opacity)
    }
    try context.saved { context throws(DiagnosticFailure) in
      context.concatenate(transform)
      if let clip = group.clip { context.clip(to: .path(clip)) }
      try drawItems(of: group, on: context, opacity: opacity)
    }
  }

  /// The items of a group that is blended, or several of a translucent one, are one picture.
  private func drawItems(
    of group: Group, on context: borrowing CairoContext, opacity: Double
  ) throws(DiagnosticFailure) {
    guard group.blend != .normal || opacity < 1 && group.items.count > 1 else {
      return try draw(group.items, on: context, opacity: opacity)
    }
    if opacity <= 0 { return }
    try context.composited(
      opacity: opacity, blend: group.blend
    ) { context throws(DiagnosticFailure) in
      try draw(group.items, on: context)
    }
  }
}
