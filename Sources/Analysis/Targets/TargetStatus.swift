/// How far a target has come, by the rule that `TargetProgress.rule` prints.
package enum TargetStatus: String, Sendable, CaseIterable {
  case met
  case onTrack = "on track"
  case behind
  case missed
  case notMeasurable = "not measurable"
}
