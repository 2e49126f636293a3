import Syntax
import Tables
import Testing

@Suite struct TimeZoneTests {
  private func zone(_ name: String) throws -> TimeZoneRules {
    var bag = DiagnosticBag()
    return try #require(TimeZoneRules.named(name, into: &bag))
  }

  @Test func aZoneThatIsNotThereIsADiagnostic() {
    for name in ["Mars/Olympus", "../../etc/passwd", "", "Asia"] {
      var bag = DiagnosticBag()
      #expect(TimeZoneRules.named(name, into: &bag) == nil)
      #expect(bag.diagnostics.map(\.id) == [TablesDiagnostics.timeZone])
    }
  }

  @Test func offsetsFollowTheZoneFile() throws {
    let angeles = try zone("America/Los_Angeles")
    // 2024-03-10T10:00:00Z is the start of summer time there, 2024-11-03T09:00:00Z its end.
    #expect(angeles.offset(at: 1_710_064_799_000) == -8 * 3600)
    #expect(angeles.offset(at: 1_710_064_800_000) == -7 * 3600)
    #expect(angeles.offset(at: 1_730_624_399_000) == -7 * 3600)
    #expect(angeles.offset(at: 1_730_624_400_000) == -8 * 3600)
    // Beyond the table the rule at the end of the file holds: 1 July 2080.
    #expect(angeles.offset(at: 3_487_017_600_000) == -7 * 3600)
    #expect(try zone("Asia/Shanghai").offset(at: 1_700_000_000_000) == 8 * 3600)
    #expect(TimeZoneRules.utc.offset(at: 0) == 0)
    // The southern summer spans the new year.
    #expect(try zone("Australia/Sydney").offset(at: 3_471_292_800_000) == 11 * 3600)
  }

  @Test func localTimesThatAreSkippedOrDoubledFollowJavaScript() throws {
    let angeles = try zone("America/Los_Angeles")
    // 02:30 on 10 March 2024 is skipped: the offset before holds, so 03:30 summer time is meant.
    let skipped = DateFields(year: 2024, month: 2, day: 10, hours: 2, minutes: 30)
    #expect(angeles.time(of: skipped) == 1_710_066_600_000)
    // 01:30 on 3 November 2024 comes twice: the first is meant.
    let doubled = DateFields(year: 2024, month: 10, day: 3, hours: 1, minutes: 30)
    #expect(angeles.time(of: doubled) == 1_730_622_600_000)
  }

  @Test func fieldsAndTimesAreInverse() throws {
    for name in ["UTC", "Asia/Shanghai", "Europe/London", "Asia/Kathmandu"] {
      let zone = try zone(name)
      var time = -6_000_000_000_000.0
      while time < 6_000_000_000_000 {
        let fields = try #require(zone.fields(at: time))
        let back = zone.time(of: fields)
        // An hour that comes twice reads back as the first of the two.
        #expect(back == time || time - back == 3_600_000)
        time += 7_919_000_777
      }
    }
  }
}
