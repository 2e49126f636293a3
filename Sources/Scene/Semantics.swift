/// What an item of a chart means to software that reads the SVG: Vega's class names and the attributes of
/// WAI-ARIA's graphics module.
package struct Semantics: Hashable, Sendable {
  /// Class names, such as `mark-rect`, `role-mark`, `marks`.
  package var classes: [String]
  /// ARIA role, such as `graphics-symbol`.
  package var role: String?
  /// ARIA role description, such as `bar`.
  package var roleDescription: String?
  /// The accessible name, such as `year: 2023; size: 933.7`.
  package var label: String?
  /// What is said of the item when it is pointed at, lines separated by line feeds.
  package var tooltip: String?
  /// Whether readers should pass over the item.
  package var isHidden: Bool

  package init(
    classes: [String] = [], role: String? = nil, roleDescription: String? = nil,
    label: String? = nil, tooltip: String? = nil, isHidden: Bool = false
  ) {
    self.classes = classes
    self.role = role
    self.roleDescription = roleDescription
    self.label = label
    self.tooltip = tooltip
    self.isHidden = isHidden
  }
}
