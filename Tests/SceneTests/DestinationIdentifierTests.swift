import Scene
import Testing

@Suite struct DestinationIdentifierTests {
  @Test(arguments: [
    ("fig-growth", "fig-growth"), ("obs:size.2023", "obs:size.2023"), ("a b", "a_20b"),
    ("a_20b", "a__20b"), ("上", "_e4_b8_8a"), ("\t'(", "_09_27_28"), ("", ""),
  ])
  func nameBecomesPlain(name: String, identifier: String) {
    #expect(destinationIdentifier(name) == identifier)
  }
}
