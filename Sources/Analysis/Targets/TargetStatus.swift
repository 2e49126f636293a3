import Wording

/// How far a target has come, by the rule that `TargetProgress.rule` prints.
package enum TargetStatus: String, Sendable, CaseIterable {
  case met
  case onTrack = "on track"
  case behind
  case missed
  case notMeasurable = "not measurable"

  /// The status in the present wording.
  package var words: String {
    switch self {
    case .met: Label.met.text
    case .onTrack: Label.onTrack.text
    case .behind: Label.behind.text
    case .missed: Label.missed.text
    case .notMeasurable: Label.notMeasurable.text
    }
  }
}
