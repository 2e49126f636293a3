/// How exactly a source states a figure. The qualifier stays with the value from the CSV to the page.
package enum Qualifier: String, Sendable, CaseIterable {
  case exact, about, nearly, over
  case atLeast = "at_least"
  case upTo = "up_to"
  case lessThan = "less_than"
  /// A count in words that name no number, such as "dozens".
  case vague
}
