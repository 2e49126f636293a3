/// The years, months and days that a text names, as far as digits and names of months tell.
package struct PrintedDates: Sendable {
  /// With those written by their last two digits: `2024-25`, `’25`.
  private(set) var years: Set<Int> = []
  private var months: Set<Int> = []
  /// Numbers that may be days.
  private var days: Set<Int> = []
  /// Whether the text has no word but those that lead to a date: `by 2027`, `by the end of 2025`.
  private(set) var isPlain = true

  package init(_ text: String, in language: WrittenLanguage) {
    let text = SourceText.normalized(text).lowercased()
    var run = ""
    var letters = ""
    var gap = ""
    var last: Int?
    func closeLetters(_ date: inout PrintedDates) {
      if let month = Self.month(letters), language == .english {
        date.months.insert(month)
      } else if !letters.isEmpty, !Self.plain.contains(letters) {
        date.isPlain = false
      }
      letters = ""
    }
    func closeDigits(_ date: inout PrintedDates) {
      guard let number = Int(run) else { return }
      switch run.count {
      case 4: date.years.insert(number)
      case 1, 2:
        let isShort = gap == "'" || ["-", "/"].contains(gap) && last != nil
        if run.count == 2, isShort { date.years.insert((last ?? 2000) / 100 * 100 + number) }
        date.days.insert(number)
      default: break
      }
      last = run.count == 4 ? number : nil
      (run, gap) = ("", "")
    }
    for scalar in text.unicodeScalars {
      if (0x30...0x39).contains(scalar.value) {
        closeLetters(&self)
        run.unicodeScalars.append(scalar)
      } else {
        if language == .chinese, scalar == "月", let number = Int(run), run.count <= 2 {
          months.insert(number)
          run = ""
        }
        let isAfterDigits = !run.isEmpty
        closeDigits(&self)
        if scalar.properties.isAlphabetic, !Self.signs.contains(scalar) {
          letters.unicodeScalars.append(scalar)
          gap = ""
        } else {
          closeLetters(&self)
          gap = isAfterDigits || gap.isEmpty ? String(scalar) : gap + String(scalar)
        }
      }
    }
    closeLetters(&self)
    closeDigits(&self)
    if language != .english, language != .chinese {
      months = []
      days = []
    }
  }

  /// Whether the text names years, months or days and that of `date`, an end of `period`, is none of them. Only
  /// what the period itself tells is asked.
  package func contradicts(_ date: CalendarDate, of period: Period) -> Bool {
    if !years.isEmpty, !years.contains(date.year) { return true }
    switch period {
    case .undated, .year, .years: return false
    case .quarter: return false
    case .month: return !months.isEmpty && !months.contains(date.month)
    case .day, .days:
      if !months.isEmpty, !months.contains(date.month) { return true }
      return !days.isEmpty && !days.contains(date.day)
    }
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex {
      word == $0 || word == $0.prefix(3) || word == "sept" && $0 == "september"
    }
    .map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let signs = Set("年月日至到".unicodeScalars)

  private static let plain: Set<String> = [
    "by", "in", "until", "to", "for", "the", "end", "of", "year", "before", "from", "around",
    "through", "till", "st", "nd", "rd", "th", "底", "前", "年底", "年末", "末", "到",
  ]
}
