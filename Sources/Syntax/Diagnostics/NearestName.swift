/// The name among `candidates` that `name` was most likely meant to be, or nil where none is near.
///
/// Damerau–Levenshtein distance (optimal string alignment) over lower-cased Unicode scalars; a third of
/// the longer name may differ. Ties go to the candidate listed first.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(80))
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let scalars = Array(candidate.lowercased().unicodeScalars.prefix(80))
    let limit = max(wanted.count, scalars.count) / 3
    guard abs(wanted.count - scalars.count) <= max(1, limit) else { continue }
    let distance = editDistance(wanted, scalars)
    // A name of one letter has nothing in common with what differs by one.
    if distance <= max(1, limit), distance < wanted.count, distance < (best?.distance ?? .max) {
      best = (distance, candidate)
    }
  }
  return best?.name
}

/// A hint that offers the nearest name, or lists the names where they are few; empty where neither helps.
package func nearestNameHints(to name: String, among candidates: [String]) -> [String] {
  if let near = nearestName(to: name, among: candidates) { return ["did you mean `\(near)`?"] }
  guard !candidates.isEmpty, candidates.count <= 12 else { return [] }
  return ["known here: " + candidates.map { "`\($0)`" }.joined(separator: ", ")]
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  var current = previous
  for i in 1...a.count {
    current[0] = i
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        current[j] = min(current[j], beforePrevious[j - 2] + 1)
      }
    }
    (beforePrevious, previous, current) = (previous, current, beforePrevious)
  }
  return previous[b.count]
}
