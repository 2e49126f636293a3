import Facts
import Testing

@Suite struct QualifierTests {
  @Test func qualifiersReadBack() {
    #expect(Qualifier.allCases.allSatisfy { Qualifier(rawValue: $0.rawValue) == $0 })
  }
}
