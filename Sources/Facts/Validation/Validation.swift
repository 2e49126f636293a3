import Syntax

/// The rules that span cells, rows and tables; what one cell must be is the schema's.
enum Validation {
  /// Ids of all rules, one or more a rule.
  static let ids =
    UniqueIDRule.ids + ReferenceRule.ids + UnitRule.ids + QualifierRule.ids + StatusRule.ids
    + HorizonRule.ids + DateOrderRule.ids + ConflictRule.ids + ReconciliationRule.ids
    + ChangeRule.ids + DuplicateContentRule.ids + UnusedRule.ids + TranslationRule.ids
    + WrittenRule.ids + WrittenDateRule.ids + TargetConflictRule.ids + TargetDeadlineRule.ids
    + TargetDirectionRule.ids + EditionRule.ids + EventDateRule.ids + LocatorRule.ids

  /// Reports into `bag` what breaks a rule. Rows that could not be read were reported before and are
  /// not missed here; that nothing uses a row is only said where all rows were read.
  static func run(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    let isWhole = !bag.hasErrors
    UniqueIDRule.check(dataset, into: &bag)
    ReferenceRule.check(dataset, into: &bag)
    UnitRule.check(dataset, into: &bag)
    QualifierRule.check(dataset, into: &bag)
    StatusRule.check(dataset, into: &bag)
    HorizonRule.check(dataset, into: &bag)
    DateOrderRule.check(dataset, into: &bag)
    ConflictRule.check(dataset, into: &bag)
    ReconciliationRule.check(dataset, into: &bag)
    ChangeRule.check(dataset, into: &bag)
    DuplicateContentRule.check(dataset, into: &bag)
    TranslationRule.check(dataset, into: &bag)
    WrittenRule.check(dataset, into: &bag)
    WrittenDateRule.check(dataset, into: &bag)
    TargetConflictRule.check(dataset, into: &bag)
    TargetDeadlineRule.check(dataset, into: &bag)
    TargetDirectionRule.check(dataset, into: &bag)
    EditionRule.check(dataset, into: &bag)
    EventDateRule.check(dataset, into: &bag)
    LocatorRule.check(dataset, into: &bag)
    if isWhole { UnusedRule.check(dataset, into: &bag) }
  }
}
