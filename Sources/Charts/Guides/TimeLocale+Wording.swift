package import Tables
package import Wording

extension TimeLocale {
  /// How the language of `wording` writes times, by the labels that reports write their dates with.
  ///
  /// English stays d3's: what an author writes, `%d %B %Y` or `%B %d, %Y`, says which English is meant. All other
  /// languages put the parts of a date in one order, their own, whichever of the two was written.
  package init(_ wording: Wording) {
    guard !wording.isOfData else {
      self = .english
      return
    }
    func forms(_ label: Label, _ count: Int) -> [String] {
      let forms = label.forms(in: wording)
      return (0..<count).map { forms[min($0, forms.count - 1)] }
    }
    let hour = Label.hourTime.text(in: wording, "%-H", "%-I", "%p")
    let countsToTwelve = hour.contains("%p")
    let clock = countsToTwelve ? "%-I:%M %p" : "%H:%M"
    let time = countsToTwelve ? "%-I:%M:%S %p" : "%H:%M:%S"
    let date = Label.dayDate.text(in: wording, "%-d", "%B", "%Y")
    var patterns = [
      "%I %p": hour, "%I:%M": countsToTwelve ? "%-I:%M" : clock, "%I:%M %p": clock,
      "%-I:%M %p": clock, "%a %d": Label.weekdayDate.text(in: wording, "%a", "%-d"),
    ]
    for month in ["%B", "%b"] {
      patterns["\(month) %Y"] = Label.monthDate.text(in: wording, month, "%Y")
      let dayOfYear = Label.dayOfYear.text(in: wording, "%-d", month)
      let date = Label.dayDate.text(in: wording, "%-d", month, "%Y")
      for day in ["%d", "%-d", "%e"] {
        for written in ["\(month) \(day), %Y", "\(day) \(month) %Y", "\(month) \(day) %Y"] {
          patterns[written] = date
        }
        patterns["\(month) \(day)"] = dayOfYear
        patterns["\(day) \(month)"] = dayOfYear
      }
    }
    self.init(
      months: forms(.months, 12), shortMonths: forms(.shortMonths, 12),
      weekdays: forms(.weekdays, 7), shortWeekdays: forms(.shortWeekdays, 7),
      periods: forms(.dayHalves, 2), dateTime: "\(date) \(time)", date: date, time: time,
      patterns: patterns, year: Label.yearDate.text(in: wording, "%Y"))
  }
}
