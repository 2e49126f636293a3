import Analysis
import Testing

@Suite struct DerivationTests {
  @Test func derivationsCompareByContent() {
    let sum = Derivation(operation: "sum", arithmetic: "1 + 2", inputs: ["a", "b"])
    #expect(sum != Derivation(operation: "sum", arithmetic: "1 + 2", inputs: ["b", "a"]))
  }
}
