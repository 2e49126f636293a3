import Foundation
import TestSupport
import Testing

@testable import Charts

/// Addresses that hold their bytes themselves, against Foundation's encoder.
@Suite struct DataURITests {
  @Test func bytesComeBackFromBase64() {
    var random = SeededGenerator(seed: 7)
    for count in 0..<40 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = Data(bytes).base64EncodedString()
      #expect(DataURI.bytes(of: "data:image/png;base64,\(text)") == bytes)
    }
  }

  @Test func bytesComeBackFromEscapes() {
    #expect(DataURI.bytes(of: "data:text/plain,a%20b%C3%A9") == Array("a bé".utf8))
  }

  @Test(arguments: ["data:image/png;base64", "data:;base64,a*b", "data:,%4", "chart.png"])
  func whatHoldsNoBytesHasNone(address: String) {
    #expect(DataURI.bytes(of: address) == nil)
  }
}
