import Layout
import Scene

/// Holds the pages of a random template against what must be true of them.
struct PageCheck {
  private let template: RandomTemplate
  private let document: PagedDocument
  private let reading: PageReading
  private var found: [String] = []

  private let style: StyleSheet

  init(template: RandomTemplate, document: PagedDocument, style: StyleSheet) {
    self.style = style
    self.template = template
    self.document = document
    reading = PageReading(document)
  }

  /// What is wrong, in words.
  mutating func problems() -> [String] {
    checkPassages()
    checkWords()
    checkPlaces()
    return found
  }

  /// Every passage stands on the pages, in the order of the template, its lines together.
  private mutating func checkPassages() {
    let (text, owners) = reading.characters(of: [.text])
    let (notes, noteOwners) = reading.characters(of: [.note])
    var position = 0
    var lastPage = 0
    for passage in template.passages {
      guard let range = text.range(of: Array(passage.text), from: position) else {
        found.append(
          text.range(of: Array(passage.text), from: 0) == nil
            ? "lost: \(passage.text.prefix(60))" : "out of order: \(passage.text.prefix(60))")
        continue
      }
      position = range.upperBound
      let runs = owners[range].map { reading.runs[$0] }
      guard let first = runs.first, let last = runs.last else { continue }
      if passage.startsPage, first.page <= lastPage {
        found.append("no new page: \(passage.text.prefix(40))")
      }
      lastPage = last.page
      if passage.isParagraph { checkLines(runs, passage.text) }
      for note in passage.notes {
        guard let place = notes.range(of: Array(note), from: 0) else {
          found.append("lost note: \(note.prefix(60))")
          continue
        }
        if reading.runs[noteOwners[place.lowerBound]].page < last.page {
          found.append("a note stands before its call: \(note.prefix(40))")
        }
      }
    }
  }

  /// No page begins with the last line of a paragraph, or ends with its first.
  private mutating func checkLines(_ runs: [PageReading.Run], _ text: String) {
    var lines: [(page: Int, y: Double)] = []
    for run in runs where lines.last?.page != run.page || lines.last?.y != run.baseline {
      lines.append((run.page, run.baseline))
    }
    guard let first = lines.first, let last = lines.last, first.page != last.page else { return }
    if lines.filter({ $0.page == first.page }).count < 2 {
      found.append("orphan: \(text.prefix(40))")
    }
    if lines.filter({ $0.page == last.page }).count < 2 {
      found.append("widow: \(text.prefix(40))")
    }
  }

  /// The words of tables, captions and boxes stand on the pages, each once.
  private mutating func checkWords() {
    let all = String(reading.characters(of: [.text, .note, .other]).text)
    for words in template.tables + template.captions {
      var rest = all[...]
      for word in words {
        guard let range = rest.firstRange(of: word) else {
          found.append("lost or out of order: \(word)")
          continue
        }
        rest = rest[range.upperBound...]
        if rest.firstRange(of: word) != nil { found.append("stands twice: \(word)") }
      }
    }
  }

  /// Nothing lies on anything else, or leaves its block of text.
  private mutating func checkPlaces() {
    for (index, page) in document.pages.enumerated().dropFirst() {
      let size = page.frame.size
      let style = style.page
      // Signs hang by up to half an em, and the last line has its descenders below the grid.
      let area = Rect(
        x: style.left - 8, y: style.top - 1, width: size.width - style.left - style.right + 16,
        height: size.height - style.top - style.bottom + 4)
      let runs = reading.runs.filter { $0.page == index && !$0.text.allSatisfy(\.isWhitespace) }
        .sorted { $0.box.minY < $1.box.minY }
      let pictures = reading.pictures.filter { $0.page == index }.map(\.box)
      for run in runs where !area.holds(run.box) {
        found.append("page \(index): outside: \(run.text.prefix(30)) \(run.box)")
      }
      for box in pictures where !area.holds(box) { found.append("page \(index): picture outside") }
      for (first, run) in runs.enumerated() {
        for other in runs[(first + 1)...] {
          if other.box.minY >= run.box.maxY { break }
          if run.box.meets(other.box) {
            found.append(
              "page \(index): “\(run.text.prefix(30))” lies on “\(other.text.prefix(30))”")
          }
        }
        if pictures.contains(where: { $0.meets(run.box) }) {
          found.append("page \(index): “\(run.text.prefix(30))” lies on a picture")
        }
      }
    }
  }
}

extension Rect {
  fileprivate func holds(_ other: Rect) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }

  /// Whether two boxes share more than an edge.
  fileprivate func meets(_ other: Rect) -> Bool {
    min(maxX, other.maxX) - max(minX, other.minX) > 0.1
      && min(maxY, other.maxY) - max(minY, other.minY) > 0.1
  }
}

extension [Character] {
  /// Where `part` stands at or after `start`.
  fileprivate func range(of part: [Character], from start: Int) -> Range<Int>? {
    guard let head = part.first, count >= part.count else { return nil }
    var index = start
    while index + part.count <= count {
      if self[index] == head, self[index..<index + part.count].elementsEqual(part) {
        return index..<index + part.count
      }
      index += 1
    }
    return nil
  }
}
