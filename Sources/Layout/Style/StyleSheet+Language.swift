import Typesetting

extension StyleSheet {
  /// The style for a document in `language` (BCP 47).
  ///
  /// Han fill their square and need more white between lines than letters do (JLREQ 2.4, CLREQ 3.1): a
  /// seventh more, 16 points for 10 where letters have 14. Light weights are taken up one step, since Han have
  /// no weight below the regular one to stand beside letters, and letters are not spaced out.
  package func set(in language: String) -> StyleSheet {
    guard language.hasPrefix("zh") else { return self }
    let step = (gridStep * 8 / 7).rounded(.down)
    var style = self
    style.gridStep = step
    style.roles = roles.mapped { role in
      var role = role
      let steps = role.leading / gridStep
      if steps == steps.rounded() {
        role.leading = steps * step
        role.baseline += steps * (step - gridStep) / 2
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
    var result = self
    for name in Self.names { result[keyPath: name.path] = change(result[keyPath: name.path]) }
    return result
  }
}
