import Tables
import Testing

@Suite struct WrittenDateTests {
  @Test(arguments: [
    ("15/01/2024", "write `2024-01-15`"), ("01/15/2024", "write `2024-01-15`"),
    ("5.5.2024", "write `2024-05-05`"), ("2024/1/5", "write `2024-01-05`"),
    ("2024年1月15日", "write `2024-01-15`"), ("２０２４年１月５日", "write `2024-01-05`"),
    (
      "05/01/2024",
      "write `2024-01-05` if the day stands first, `2024-05-01` if the month does"
    ),
  ])
  func aDayIsHintedAtWithoutChangingIt(_ text: String, _ hint: String) {
    #expect(WrittenDate.hint(for: text) == hint)
  }

  @Test(arguments: [
    "soon", "2024-02-30", "2024-01-05", "30.02.2024", "15/15/2024", "32/01/2024", "15/01/24",
    "15/01-2024", "2024-31-31", "1/2", "12",
    "2024年1月",
    "15/01/2024 noon",
  ])
  func whatIsNoDayHasNoHint(_ text: String) { #expect(WrittenDate.hint(for: text) == nil) }

  @Test func theOrderOfPartsIsSeenWhereItCanBe() {
    #expect(WrittenDate("15/01/2024")?.order == .dayFirst)
    #expect(WrittenDate("01-15-2024")?.order == .monthFirst)
    #expect(WrittenDate("05.01.2024")?.order == .undecided)
    #expect(WrittenDate("15.01.2024 08:30")?.format(daysFirst: true) == "%d.%m.%Y %H:%M")
  }
}
