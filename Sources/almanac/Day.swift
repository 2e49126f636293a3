import ArgumentParser
import Facts

/// Days on the command line.
enum Day {
  /// The day that `text` is; another text is a wrong command line.
  static func parse(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else {
      throw ValidationError("`\(text)` is not a day such as 2024-11-18")
    }
    return day
  }
}
