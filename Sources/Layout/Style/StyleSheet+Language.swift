import Typesetting

extension StyleSheet {
  /// The style for a document in `language` (BCP 47).
  ///
  /// Han fill their square and need more white between lines than letters do (JLREQ 2.4, CLREQ 3.1): 16 points
  /// for 10. Light weights are taken up one step, since Han have no weight below the regular one to stand
  /// beside letters, and letters are not spaced out.
  package func set(in language: String) -> StyleSheet {
    guard language.hasPrefix("zh") else { return self }
    let step = gridStep + 2
    var style = self
    style.gridStep = step
    style.roles = roles.mapped { role in
      var role = role
      let steps = role.leading / gridStep
      if steps == steps.rounded() {
        role.leading = steps * step
        role.baseline += steps
      } else {
        role.leading += 1
        role.baseline += 0.5
      }
      if role.text.font.weight < 400 { role.text.font.weight = 400 }
      role.text.tracking = 0
      return role
    }
    return style
  }
}

extension StyleSheet.Roles {
  /// The roles with `change` applied to each.
  func mapped(_ change: (StyleSheet.Role) -> StyleSheet.Role) -> StyleSheet.Roles {
    let roles: [WritableKeyPath<Self, StyleSheet.Role>] = [
      \.contentsSection, \.contentsEntry, \.body, \.lead, \.heading1, \.heading2, \.heading3,
      \.tileFigure, \.tileLabel, \.tileNote, \.captionLabel, \.captionTitle, \.captionSubtitle,
      \.sourceLine, \.tableHead, \.tableCell, \.aside, \.calloutTitle, \.calloutText, \.runningHead,
      \.folio, \.footnote, \.listMarker, \.coverKicker, \.coverTitle, \.coverSubtitle, \.coverDate,
      \.coverNote,
    ]
    var result = self
    for role in roles { result[keyPath: role] = change(result[keyPath: role]) }
    return result
  }
}
