/// The footnotes of a page: those called on it, after what is left of those called before.
struct Foot {
  /// The lines of a footnote. A fragment before which no break is allowed belongs with the one above.
  typealias Note = [Fragment]

  /// Rule and white above the first line.
  static let space = 12.0

  /// How much a page can give to its notes, and to those among them that were carried over.
  struct Room {
    var all: Double
    var carried = Double.infinity
  }

  /// The lines that stand on this page.
  private(set) var lines: [Fragment] = []
  /// Height of the lines with what stands above them; 0 without any.
  private(set) var height = 0.0
  /// Lines for which there was no room, in their order.
  private(set) var carried: [Fragment] = []
  /// Whether the first line goes on from the page before.
  private(set) var isContinued = false
  /// Whether a note has no line at all on the page that calls it.
  private(set) var isStrained = false

  /// The foot of the page that follows, with nothing on it yet.
  var next: Foot {
    var foot = Foot()
    foot.carried = carried
    return foot
  }

  /// Adds what was carried over, then `notes`, as far as there is room. A note no taller than `least` is
  /// not divided.
  mutating func take(_ notes: [Note], room: Room, least: Double) {
    if lines.isEmpty, !carried.isEmpty {
      let rest = carried
      carried = []
      isContinued = true
      take(rest, room: min(room.all, room.carried), least: 0)
    }
    for note in notes {
      if carried.isEmpty {
        take(note, room: room.all, least: least)
      } else {
        carried += note
        isStrained = true
      }
    }
  }

  private mutating func take(_ note: Note, room: Double, least: Double) {
    var bottom = lines.isEmpty ? Self.space : height
    let bottoms = note.map { line in
      bottom += line.spaceBefore + line.height
      return bottom
    }
    var count = bottoms.prefix { $0 <= room + 0.01 }.count
    if count < note.count {
      // The last place where the note may be parted; any, where there is none.
      let places = note.indices.dropFirst().filter { note[$0].breakBefore == .allowed }
      count = places.last { $0 <= count } ?? count
      if note.reduce(0, { $0 + $1.spaceBefore + $1.height }) <= least { count = 0 }
    }
    if count == 0 { isStrained = true } else { height = bottoms[count - 1] }
    lines += note.prefix(count)
    carried += note.dropFirst(count)
  }
}
