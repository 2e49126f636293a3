import Tables
import Testing

@Suite struct ValueTests {
  @Test func valuesCompareByContent() {
    #expect(Value.array([.number(1), .null]) == .array([.number(1), .null]))
  }
}
